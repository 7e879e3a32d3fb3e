import { formatFull } from "@/domain/calendar/labels";
import { TRANSFER_LABELS, type TransferKind } from "./transfer";

/**
 * A relation that ends without another one after it: somebody left the enterprise and nobody knows where to, or the
 * membership went to a branch outside the zone. The other relation goes on, so that the person stays on somebody's list;
 * who has none left leaves the zone (转出) instead.
 *
 * Example: employment since 2026-01-01, last day 2026-11-20, said on 2026-11-22 → nothing against it; last day
 * 2026-11-23 → not yet.
 */
export const ENDING_REASONS = {
  employment: { quit: "离职，去向不清楚", retired: "退休", elsewhere: "到区外工作", other: "其他" },
  membership: { elsewhere: "组织关系转到区外", pending: "已转出原支部，新支部还没定", other: "其他" },
} as const satisfies Readonly<Record<TransferKind, Readonly<Record<string, string>>>>;

/** The reasons of a kind, in the order in which they are offered. */
export const endingChoices = (kind: TransferKind): { value: string; label: string }[] =>
  Object.entries(ENDING_REASONS[kind]).map(([value, label]) => ({ value, label }));

export interface Ending {
  readonly kind: TransferKind;
  /** The last day. */
  readonly on: string;
  readonly reason: string;
  /** In words; needed where the reason alone says nothing. */
  readonly note: string;
}

export interface EndingFault {
  readonly field: "on" | "reason" | "note";
  readonly detail: string;
}

/** The first thing against an ending of what began on `since`; null when there is nothing. Never throws. */
export function endingFault(
  { kind, on, reason, note }: Ending,
  { since, today }: { since: string; today: string },
): EndingFault | null {
  if (on > today) return { field: "on", detail: "最后一天不能晚于今天。还没到日子的，到了那天再办。" };
  if (on < since) {
    const detail = `最后一天不能早于第一天（${formatFull(since)}），${TRANSFER_LABELS[kind]}没有变动。`;
    return { field: "on", detail };
  }
  if (!Object.hasOwn(ENDING_REASONS[kind], reason)) return { field: "reason", detail: "请选择为什么结束。" };
  if (reason === "other" && note === "") return { field: "note", detail: "选了“其他”，请写一句为什么。" };
  return null;
}

/** 离职，去向不清楚；电话也打不通 */
export function endingInWords({ kind, reason, note }: Pick<Ending, "kind" | "reason" | "note">): string {
  const label = endingChoices(kind).find((choice) => choice.value === reason)?.label ?? "";
  if (reason === "other") return note;
  return note === "" ? label : `${label}；${note}`;
}
