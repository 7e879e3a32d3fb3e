"use client";

import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import {
  assentTransferAction,
  cancelTransferAction,
  decideTransferAction,
  refuseTransferAction,
  withdrawTransferAction,
} from "../actions";
import type { ShownTransfer } from "../types";

/** What this reader may do about one request. */
export function TransferActs({ transfer }: { transfer: ShownTransfer }) {
  const { id, name, may } = transfer;
  const isAssenting = may.assent.length > 0;
  if (!isAssenting && !may.refuse && !may.withdraw && !may.cancel) return null;
  return (
    <div className="desk-acts">
      {isAssenting ? <AssentForm transferId={id} name={name} asks={may.number} decides={may.decide} /> : null}
      {may.refuse ? (
        <details>
          <summary className="btn">不同意</summary>
          <ReasonForm transferId={id} name={name} act="refuse" />
        </details>
      ) : null}
      {may.cancel ? (
        <details>
          <summary className="btn">取消这次转接</summary>
          <ReasonForm transferId={id} name={name} act="cancel" />
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

const REASONED = {
  refuse: {
    action: refuseTransferAction,
    label: "不同意",
    named: (name: string) => `不同意${name}的转接`,
    hint: "",
  },
  cancel: {
    action: cancelTransferAction,
    label: "取消转接",
    named: (name: string) => `取消转接：${name}`,
    hint: "取消以后还在原来的地方，因这次转接结束的职责照旧；本人和另一边会收到消息",
  },
} as const;

type Reasoned = { transferId: string; name: string; act: keyof typeof REASONED };

/** 不同意 or 取消, with a reason that the others read. */
function ReasonForm({ transferId, name, act }: Reasoned) {
  const { action, label, named, hint } = REASONED[act];
  const { reply, submit, busy, fault } = useFormAction(action);
  const wrong = fault("reason") ?? reply.serverError;
  return (
    <ScriptForm send={submit} done={reply.data} className="grid gap-2 py-2">
      <input type="hidden" name="transferId" value={transferId} />
      {hint === "" ? null : <p className="meta">{hint}</p>}
      <div className="ask">
        <label htmlFor={`${act}-${transferId}`}>为什么</label>
        <textarea id={`${act}-${transferId}`} name="reason" rows={2} maxLength={200} required />
      </div>
      <p>
        <button className="btn" type="submit" disabled={busy} aria-busy={busy} aria-label={named(name)}>
          {label}
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
