"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Area } from "@/components/forms/area";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { StateForm } from "@/components/forms/state-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { DEFERRAL_LABELS, DEFERRALS, MANNER_LABELS, MANNERS } from "@/domain/duties/acts";
import {
  confirmDutiesAction,
  deferDutyAction,
  reportDutyAction,
  returnDutyAction,
  takeBackDutyAction,
} from "../actions/doing";

type Seen = { dutyId: string; version: number };

function SeenFields({ dutyId, version }: Seen) {
  return (
    <>
      <input type="hidden" name="dutyId" value={dutyId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

const MANNER_CHOICES = MANNERS.map((value) => ({ value, label: MANNER_LABELS[value] }));
const DEFERRAL_CHOICES = DEFERRALS.map((value) => ({ value, label: DEFERRAL_LABELS[value] }));

/** 办了: a word or an address if there is one, never a photograph. */
export function ReportForm(seen: Seen) {
  const { reply, submit, busy, fault } = useFormAction(reportDutyAction);
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="办了" busyLabel="正在送出">
      <SeenFields {...seen} />
      <Choose name="manner" label="怎么办的" value="reported" options={MANNER_CHOICES} error={fault("manner")} />
      <Area
        name="evidence"
        label="写一句（可不填）"
        hint="办了什么、多少人，不用拍照"
        rows={2}
        maxLength={500}
        error={fault("evidence")}
      />
      <details>
        <summary className="btn plain">有网上的材料</summary>
        <div className="mt-2">
          <Field name="link" label="网址（可不填）" inputMode="url" maxLength={300} error={fault("link")} />
        </div>
      </details>
    </ActionForm>
  );
}

type Deferral = { first: string; proposed: string };

/** 推迟: until when, and why. */
export function DeferForm({ deferral, ...seen }: Seen & { deferral: Deferral }) {
  const { reply, submit, busy, fault } = useFormAction(deferDutyAction);
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label="推迟" busyLabel="正在送出">
      <SeenFields {...seen} />
      <Choose name="reason" id="deferral" label="为什么推迟" options={DEFERRAL_CHOICES} error={fault("reason")} />
      <Field
        name="until"
        type="date"
        label="推迟到"
        hint="选一个工作日，放假和周末不行"
        min={deferral.first}
        defaultValue={deferral.proposed}
        required
        error={fault("until")}
      />
      <Field name="note" label="补一句（选“其他”时要写）" maxLength={200} error={fault("note")} />
    </ActionForm>
  );
}

export function TakeBackForm(seen: Seen) {
  const { reply, submit, busy } = useFormAction(takeBackDutyAction);
  return (
    <StateForm
      fields={seen}
      {...{ submit, reply, busy }}
      label="撤回"
      hint="报错了可以撤回，这一件又变成待办；写过的留在经过里。"
    />
  );
}

export function ConfirmForm({ dutyId, version }: Seen) {
  const { reply, submit, busy } = useFormAction(confirmDutiesAction);
  const left = reply.data?.left === 1 ? "这一件别人刚办过，没有确认。刷新页面看过再办。" : undefined;
  return (
    <StateForm
      fields={{ duties: `${dutyId}:${version}` }}
      {...{ submit, busy }}
      reply={left === undefined ? reply : { serverError: left }}
      label="确认"
      hint="看过写的情况，没有问题就确认。确认以后不能再改。"
    />
  );
}

export function ReturnForm(seen: Seen) {
  const { reply, submit, busy, fault } = useFormAction(returnDutyAction);
  return (
    <details>
      <summary className="btn">退回</summary>
      <div className="mt-3 max-w-md">
        <ActionForm submit={submit} reply={reply} busy={busy} label="退回" busyLabel="正在送出">
          <SeenFields {...seen} />
          <Area
            name="reason"
            id="return-reason"
            label="还差什么"
            hint="报的人会在消息里看到"
            rows={2}
            maxLength={200}
            required
            error={fault("reason")}
          />
        </ActionForm>
      </div>
    </details>
  );
}
