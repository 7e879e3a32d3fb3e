import { db } from "@/lib/db";
import type { FeedbackTarget } from "./schema";

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
};

function toRow({ memberId, kind, targetKind, ...row }: Row): FeedbackRow {
  return {
    ...row,
    kind: kind as FeedbackRow["kind"],
    targetKind: targetKind as FeedbackTarget,
    isSigned: memberId !== null,
  };
}

/** What waits for an answer, oldest first. */
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
