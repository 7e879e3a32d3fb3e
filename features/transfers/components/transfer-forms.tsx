"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Area } from "@/components/forms/area";
import { Field } from "@/components/forms/field";
import { useFormAction, type ActionReply } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import { TRANSFER_LABELS, type TransferKind } from "@/domain/people/transfer";
import { requestByLoginAction, requestOwnTransferAction, requestTransferAction } from "../actions";
import type { MoveChoices } from "../types";

type Days = { earliest: string; latest: string };

const WHERE: Readonly<Record<TransferKind, string>> = { membership: "转到哪个支部", employment: "转到哪个单位" };

/** What happens to logins and offices, told before it is sent. */
const EFFECT: Readonly<Record<TransferKind, string>> = {
  membership: "到那天为止还在原支部；在原支部担任的职责，到前一天结束",
  employment:
    "到那天为止还在原单位；在原单位的职责，到前一天结束。那天起用新工号登录，原工号停用；没填新工号、也没有手机号的，原工号先留着，不会登录不了",
};

function Told({ reply }: { reply: ActionReply<{ words: string }> }) {
  return reply.data ? <Panel tone="ok" title={reply.data.words} live /> : null;
}

type MoveProps = Days & {
  kind: TransferKind;
  /** Names to choose from while typing. */
  names?: string[];
  /** What is meant most often. */
  to?: string;
  fault: (field: string) => string | undefined;
};

const NAMING: Readonly<Record<TransferKind, string>> = {
  membership: "写支部全称；有同名的，写成“工作站，支部名”",
  employment: "写单位全称，或者组织短码",
};

/** Where to, from which day, why. */
function MoveFields({ kind, names = [], to = "", earliest, latest, fault }: MoveProps) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <Field
        name="to"
        id={`${kind}-to`}
        label={WHERE[kind]}
        defaultValue={to}
        list={names.length > 0 ? `${kind}-names` : undefined}
        maxLength={120}
        required
        autoComplete="off"
        hint={NAMING[kind]}
        error={fault("to") ?? fault("kind") ?? fault("memberId")}
      />
      {names.length > 0 ? (
        <datalist id={`${kind}-names`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ) : null}
      <Field
        name="since"
        id={`${kind}-since`}
        type="date"
        label="从哪天起"
        defaultValue={earliest}
        min={earliest}
        max={latest}
        required
        hint={EFFECT[kind]}
        error={fault("since")}
      />
      <Area
        name="reason"
        id={`${kind}-reason`}
        label="为什么（可不填）"
        rows={2}
        maxLength={200}
        error={fault("reason")}
      />
    </>
  );
}

function NumberField({ error }: { error: string | undefined }) {
  return (
    <Field
      name="workNumber"
      label="在新单位的工号（可以以后再填）"
      maxLength={40}
      hint="填了，从那天起就用它登录"
      error={error}
    />
  );
}

type OfPerson = { memberId: string; kind: TransferKind; names: string[]; mayDecide: boolean } & Days;

/** 转接 of one person, from their page. */
function RequestTransferForm({ memberId, kind, names, mayDecide, earliest, latest }: OfPerson) {
  const { reply, submit, busy, fault } = useFormAction(requestTransferAction);
  const label = `转${TRANSFER_LABELS[kind]}`;
  return (
    <div className="grid gap-4">
      <Told reply={reply} />
      <ActionForm submit={submit} reply={reply} busy={busy} label={label} busyLabel="正在办理">
        <input type="hidden" name="memberId" value={memberId} />
        <MoveFields {...{ kind, names, earliest, latest, fault }} />
        {mayDecide && kind === "employment" ? <NumberField error={fault("workNumber")} /> : null}
        {mayDecide ? (
          <label className="flex min-h-tap items-center gap-3">
            <input type="checkbox" name="decide" value="yes" />
            工委直接办理，不等双方同意（只在两边都归你管时有效）
          </label>
        ) : null}
      </ActionForm>
    </div>
  );
}

const MOVE_LABELS: Readonly<Record<TransferKind, string>> = { membership: "转到别的支部", employment: "转到别的单位" };

/** The forms of one person's page, a kind each. */
export function MoveForms({ memberId, choices }: { memberId: string; choices: MoveChoices }) {
  const { kinds, names, mayDecide, earliest, latest } = choices;
  return (
    <div className="grid gap-2 px-4 py-3">
      {kinds.map((kind) => (
        <details key={kind}>
          <summary className="btn">{MOVE_LABELS[kind]}</summary>
          <div className="max-w-xl py-3">
            <RequestTransferForm {...{ memberId, kind, mayDecide, earliest, latest }} names={names[kind]} />
          </div>
        </details>
      ))}
    </div>
  );
}

type ByLogin = { kind: TransferKind; own: string; days: Days };

/** 转接 by name and login, in either direction: the own place is proposed as the new one. */
export function RequestByLoginForm({ kind, own, days }: ByLogin) {
  const { reply, submit, busy, fault } = useFormAction(requestByLoginAction);
  return (
    <div className="grid max-w-xl gap-4 py-3">
      <Told reply={reply} />
      <ActionForm submit={submit} reply={reply} busy={busy} label="申请转接" busyLabel="正在申请">
        <Field name="name" label="本人姓名" maxLength={60} required error={fault("name")} />
        <Field
          name="login"
          label="本人的登录名"
          maxLength={60}
          required
          hint="手机号，或“组织短码-工号”，请向本人问清；和姓名都对得上才能申请"
          error={fault("login")}
        />
        <MoveFields kind={kind} to={own} {...days} fault={fault} />
        {kind === "employment" ? <NumberField error={fault("workNumber")} /> : null}
      </ActionForm>
    </div>
  );
}

/** 申请转接 for oneself. */
export function OwnTransferForm({ days }: { days: Days }) {
  const { reply, submit, busy, fault } = useFormAction(requestOwnTransferAction);
  const [kind, setKind] = useState<TransferKind>("membership");
  return (
    <div className="grid gap-4">
      <Told reply={reply} />
      <fieldset className="grid gap-1">
        <legend className="meta">转什么</legend>
        {(["membership", "employment"] as const).map((one) => (
          <label key={one} className="flex min-h-tap items-center gap-3">
            <input type="radio" name="what" checked={kind === one} onChange={() => setKind(one)} />
            {one === "membership" ? "组织关系，换支部" : "工作关系，换单位"}
          </label>
        ))}
      </fieldset>
      <ActionForm key={kind} submit={submit} reply={reply} busy={busy} label="送出申请" busyLabel="正在送出">
        <MoveFields kind={kind} {...days} fault={fault} />
      </ActionForm>
    </div>
  );
}
