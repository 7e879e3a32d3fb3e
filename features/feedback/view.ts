import { formatDay, formatFull, formatInstant } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { ANSWER_WORKING_DAYS, answerBy, urgencyOf, type Urgency } from "@/domain/feedback/answer-by";
import { targetName } from "@/features/takedowns/view";
import type { FeedbackRow, Verdict } from "./queries";
import type { FeedbackTarget } from "./schema";

export type Target = { kind: Exclude<FeedbackTarget, "product">; id: string };

/** What `/report?on=…` speaks of: `daily/12-13`, `lessons/<course>/<slug>`, `leaflets/<slug>`, `films/<slug>` or `question/<id>`. Null for anything else. */
export function targetOf(on: string): Target | null {
  if (/^daily\/\d{2}-\d{2}$/.test(on)) return { kind: "entry", id: on };
  if (/^lessons\/[a-z0-9-]+\/[a-z0-9-]+$/.test(on)) return { kind: "lesson", id: on };
  if (/^leaflets\/[a-z0-9-]+$/.test(on)) return { kind: "leaflet", id: on };
  if (/^films\/[a-z0-9-]+$/.test(on)) return { kind: "film", id: on };
  if (/^stories\/[0-9a-f-]{36}$/.test(on)) return { kind: "story", id: on };
  const question = /^question\/([a-zA-Z0-9-]{1,80})$/.exec(on)?.[1];
  return question === undefined ? null : { kind: "question", id: question };
}

/** What a reader is promised who sends something on that day: 工委在5个工作日以内答复，今天送的最晚2026年11月27日. */
export function promiseWords(today: string): string {
  const { date, isKnown } = answerBy(today);
  const unsure = isKnown ? "" : "，遇上节假日顺延";
  return `工委在${ANSWER_WORKING_DAYS}个工作日以内答复，今天送的最晚${formatFull(date)}${unsure}`;
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  corrected: "已更正。",
  "not-wrong": "没有错。",
  "passed-on": "已请作者改。",
};

export type FeedbackView = {
  id: string;
  text: string;
  at: string;
  isSigned: boolean;
  /** Until when it is to be answered, in words, and how that stands; null once it is answered. */
  due: { words: string; urgency: Urgency } | null;
  answer: string | null;
};

const URGENCY_WORDS: Readonly<Record<Urgency, string>> = { overdue: "，已经过期", today: "，就是今天", waiting: "" };

/** A report as the committee's desk shows it. */
export function feedbackView(row: FeedbackRow, today: string): FeedbackView {
  const { id, text, createdAt, isSigned, answer, verdict } = row;
  const dueOn = answerBy(businessDateOf(createdAt)).date;
  const urgency = urgencyOf(dueOn, today);
  const due = answer === null ? { words: `${formatDay(dueOn)}以前答复${URGENCY_WORDS[urgency]}`, urgency } : null;
  const whole = answer === null ? null : `${verdict === null ? "" : VERDICT_WORDS[verdict]}${answer}`;
  return { id, text, at: formatInstant(createdAt), isSigned, due, answer: whole };
}

/** Everything that was sent about one thing. */
export type FeedbackGroup = {
  /** Unique on a page. */
  key: string;
  what: string;
  /** Page of what it speaks of, for those who answer. */
  href: string | null;
  target: Target | null;
  items: FeedbackView[];
};

/**
 * Reports of one entry, lesson or question side by side, in the order of the earliest of each; every suggestion is one by
 * itself. `titles` by kind and id, as far as they are known.
 */
export function feedbackGroups(
  rows: readonly FeedbackRow[],
  titles: ReadonlyMap<string, string>,
  today: string,
): FeedbackGroup[] {
  const groups = new Map<string, FeedbackGroup>();
  for (const row of rows) {
    const { targetKind, targetId } = row;
    const isSuggestion = targetKind === "product";
    const key = isSuggestion ? row.id : titleKey(row);
    const group = groups.get(key) ?? {
      ...{ key, items: [], target: isSuggestion ? null : { kind: targetKind, id: targetId } },
      what: isSuggestion ? "意见建议" : targetName(targetKind, titles.get(key) ?? targetId),
      href: isSuggestion ? null : pageOf(targetKind, targetId),
    };
    group.items.push(feedbackView(row, today));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A story may be for its organisation alone: who answers reads it on the committee's own page. */
function pageOf(kind: Target["kind"], id: string): string | null {
  if (kind === "question") return null;
  return kind === "story" ? `/committee/${id}` : `/${id}`;
}

export const titleKey = ({ targetKind, targetId }: Pick<FeedbackRow, "targetKind" | "targetId">): string =>
  `${targetKind}:${targetId}`;
