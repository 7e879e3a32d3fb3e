import { formatInstant } from "@/domain/calendar/labels";
import { targetName } from "@/features/takedowns/view";
import type { FeedbackRow } from "./queries";
import type { FeedbackTarget } from "./schema";

export type Target = { kind: Exclude<FeedbackTarget, "product">; id: string };

/** What `/report?on=…` speaks of: `daily/12-13`, `lessons/<course>/<slug>`, `leaflets/<slug>` or `question/<id>`. Null for anything else. */
export function targetOf(on: string): Target | null {
  if (/^daily\/\d{2}-\d{2}$/.test(on)) return { kind: "entry", id: on };
  if (/^lessons\/[a-z0-9-]+\/[a-z0-9-]+$/.test(on)) return { kind: "lesson", id: on };
  if (/^leaflets\/[a-z0-9-]+$/.test(on)) return { kind: "leaflet", id: on };
  const question = /^question\/([a-zA-Z0-9-]{1,80})$/.exec(on)?.[1];
  return question === undefined ? null : { kind: "question", id: question };
}

export type FeedbackView = {
  id: string;
  what: string;
  /** Page of an entry, lesson or leaflet. */
  href: string | null;
  target: Target | null;
  text: string;
  at: string;
  isSigned: boolean;
  answer: string | null;
};

/** A report as the committee's desk shows it, with the title of what it speaks of when that is known. */
export function feedbackView(row: FeedbackRow, title: string | null): FeedbackView {
  const { id, targetKind, targetId, text, createdAt, isSigned, answer } = row;
  const target: Target | null = targetKind === "product" ? null : { kind: targetKind, id: targetId };
  const what = target === null ? "意见建议" : targetName(target.kind, title ?? targetId);
  const href = target === null || target.kind === "question" ? null : `/${targetId}`;
  return { id, what, href, target, text, at: formatInstant(createdAt), isSigned, answer };
}
