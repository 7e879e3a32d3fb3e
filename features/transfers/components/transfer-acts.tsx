"use client";

import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { assentTransferAction, decideTransferAction, refuseTransferAction, withdrawTransferAction } from "../actions";
import type { ShownTransfer } from "../types";

/** What this reader may do about one request. */
export function TransferActs({ transfer }: { transfer: ShownTransfer }) {
  const { id, name, may } = transfer;
  const isAssenting = may.assent.length > 0;
  if (!isAssenting && !may.refuse && !may.withdraw) return null;
  return (
    <div className="desk-acts">
      {isAssenting ? <AssentForm transferId={id} name={name} asks={may.number} decides={may.decide} /> : null}
      {may.refuse ? (
        <details>
          <summary className="btn">不同意</summary>
          <RefuseForm transferId={id} name={name} />
        </details>
      ) : null}
      {may.withdraw ? <WithdrawButton transferId={id} name={name} /> : null}
    </div>
  );
}

type Assent = { transferId: string; name: string; asks: boolean; decides: boolean };

/** 同意, with the new work number where it is this side's to say; the committee decides for all that is missing. */
function AssentForm({ transferId, name, asks, decides }: Assent) {
  const { reply, submit, busy, fault } = useFormAction(decides ? decideTransferAction : assentTransferAction);
  const wrong = fault("workNumber") ?? reply.serverError;
  const label = decides ? "直接办理" : "同意";
  return (
    <ScriptForm send={submit} done={reply.data} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="transferId" value={transferId} />
      {asks ? (
        <label className="field">
          <em>新工号</em>
          <input name="workNumber" maxLength={40} aria-label={`${name}在新单位的工号，可以以后再填`} />
        </label>
      ) : null}
      <button className="btn" type="submit" disabled={busy} aria-busy={busy} aria-label={`${label}${name}的转接`}>
        {label}
      </button>
      {wrong ? (
        <span className="state bad" role="alert">
          {wrong}
        </span>
      ) : null}
    </ScriptForm>
  );
}

function RefuseForm({ transferId, name }: { transferId: string; name: string }) {
  const { reply, submit, busy, fault } = useFormAction(refuseTransferAction);
  const wrong = fault("reason") ?? reply.serverError;
  return (
    <ScriptForm send={submit} done={reply.data} className="grid gap-2 py-2">
      <input type="hidden" name="transferId" value={transferId} />
      <div className="ask">
        <label htmlFor={`refuse-${transferId}`}>为什么</label>
        <textarea id={`refuse-${transferId}`} name="reason" rows={2} maxLength={200} required />
      </div>
      <p>
        <button className="btn" type="submit" disabled={busy} aria-busy={busy} aria-label={`不同意${name}的转接`}>
          不同意
        </button>
      </p>
      {wrong ? (
        <span className="state bad" role="alert">
          {wrong}
        </span>
      ) : null}
    </ScriptForm>
  );
}

function WithdrawButton({ transferId, name }: { transferId: string; name: string }) {
  const { reply, submit, busy } = useFormAction(withdrawTransferAction);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="transferId" value={transferId} />
      <button className="btn plain" type="submit" disabled={busy} aria-busy={busy} aria-label={`撤回${name}的转接`}>
        撤回申请
      </button>
      {reply.serverError ? (
        <span className="state bad" role="alert">
          {reply.serverError}
        </span>
      ) : null}
    </form>
  );
}
