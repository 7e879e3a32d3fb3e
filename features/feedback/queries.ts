import { addDays } from "@/domain/calendar/plain-date";
import { startOfDay } from "@/domain/calendar/shanghai";
import { lastDueBy } from "@/domain/feedback/answer-by";
import { db } from "@/lib/db";
import type { FeedbackTarget } from "./schema";

/** How a report ended: the text was corrected, was not wrong, or the author of the story was asked to mend it. */
export type Verdict = "corrected" | "not-wrong" | "passed-on";

export type FeedbackRow = {
  id: string;
  kind: "error" | "suggestion";
  targetKind: FeedbackTarget;
  targetId: string;
  text: string;
  createdAt: Date;
  /** Whether somebody will be told of the answer. Who it is does not matter to the answer and is not read. */
  isSigned: boolean;
  answer: string | null;
  verdict: Verdict | null;
};

const SELECT = {
  id: true,
  kind: true,
  targetKind: true,
  targetId: true,
  text: true,
  createdAt: true,
  memberId: true,
  answer: true,
  verdict: true,
} as const;
const MOST = 100;

type Row = {
  id: string;
  kind: string;
  targetKind: string;
  targetId: string;
  text: string;
  createdAt: Date;
  memberId: string | null;
  answer: string | null;
  verdict: string | null;
};

function toRow({ memberId, kind, targetKind, verdict, ...row }: Row): FeedbackRow {
  return {
    ...row,
    kind: kind as FeedbackRow["kind"],
    targetKind: targetKind as FeedbackTarget,
    verdict: verdict as Verdict | null,
    isSigned: memberId !== null,
  };
}

/** What waits for an answer, oldest first: whatever came earlier is never due later. */
export async function listOpenFeedback(): Promise<FeedbackRow[]> {
  const rows = await db().feedback.findMany({
    where: { state: "open" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: SELECT,
  });
  return rows.map(toRow);
}

export function countOpenFeedback(): Promise<number> {
  return db().feedback.count({ where: { state: "open" } });
}

/** What waits for an answer about one thing, oldest first. */
export async function listOpenAbout(targetKind: string, targetId: string): Promise<FeedbackRow[]> {
  const rows = await db().feedback.findMany({
    where: { targetKind, targetId, state: "open" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: SELECT,
  });
  return rows.map(toRow);
}

/** How many of them have to be answered by the end of `today` or should have been before. */
export function countDueFeedback(today: string): Promise<number> {
  const before = startOfDay(addDays(lastDueBy(today), 1));
  return db().feedback.count({ where: { state: "open", createdAt: { lt: before } } });
}

/** What was answered lately, newest first. */
export async function listAnsweredFeedback(): Promise<FeedbackRow[]> {
  const rows = await db().feedback.findMany({
    where: { state: "answered" },
    orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
    take: 10,
    select: SELECT,
  });
  return rows.map(toRow);
}
