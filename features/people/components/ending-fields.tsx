import { Area } from "@/components/forms/area";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { endingChoices } from "@/domain/people/ending";
import type { TransferKind } from "@/domain/people/transfer";

const EFFECT: Readonly<Record<TransferKind, string>> = {
  employment:
    "这一天过完就不算这个单位的人，在单位的职责同时结束；有别的登录名的，单位的工号停用。支部照旧，有了新单位再办转接",
  membership: "这一天过完就不在支部名单上，在支部的职责同时结束。单位照旧，编入新支部时再办转接",
};

type Props = {
  kind: TransferKind;
  /** The first day, where it is known. */
  since?: string;
  today: string;
  fault: (field: string) => string | undefined;
};

/** The last day of a relation and why it ends. */
export function EndingFields({ kind, since, today, fault }: Props) {
  return (
    <>
      <Field
        name="on"
        id={`${kind}-on`}
        type="date"
        label="最后一天"
        defaultValue={today}
        min={since}
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
    </>
  );
}
