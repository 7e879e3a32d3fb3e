"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Area } from "@/components/forms/area";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { endingChoices } from "@/domain/people/ending";
import { TRANSFER_LABELS, type TransferKind } from "@/domain/people/transfer";
import { endStayAction } from "../actions";

const EFFECT: Readonly<Record<TransferKind, string>> = {
  employment:
    "这一天过完就不算这个单位的人，在单位的职责同时结束；有别的登录名的，单位的工号停用。支部照旧，有了新单位再办转接",
  membership: "这一天过完就不在支部名单上，在支部的职责同时结束。单位照旧，编入新支部时再办转接",
};

type Props = { memberId: string; kind: TransferKind; stay: { id: string; since: string }; today: string };

/** 结束 without another place: the last day, why. */
export function EndStayForm({ memberId, kind, stay, today }: Props) {
  const { reply, submit, busy, fault } = useFormAction(endStayAction);
  return (
    <ActionForm submit={submit} reply={reply} busy={busy} label={`结束${TRANSFER_LABELS[kind]}`} busyLabel="正在办理">
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="stayId" value={stay.id} />
      <Field
        name="on"
        id={`${kind}-on`}
        type="date"
        label="最后一天"
        defaultValue={today}
        min={stay.since}
        max={today}
        required
        hint={EFFECT[kind]}
        error={fault("on")}
      />
      <Choose
        name="reason"
        id={`${kind}-end-reason`}
        label="为什么结束"
        options={endingChoices(kind)}
        error={fault("reason")}
      />
      <Area
        name="note"
        id={`${kind}-end-note`}
        label="补充一句（选“其他”时要写）"
        rows={2}
        maxLength={200}
        error={fault("note")}
      />
    </ActionForm>
  );
}
