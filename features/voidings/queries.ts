import { FULL_FRACTION } from "@/domain/quizzes/score";
import { db } from "@/lib/db";
import { selectRows } from "@/lib/db/prepared";

export type VoidableQuestion = {
  readonly id: string;
  readonly stem: string;
  readonly state: "active" | "retired" | "void";
  readonly reason: string;
  readonly endedAt: Date | null;
};

/** A released question of either origin; null when there is none. */
export async function findVoidable(questionId: string): Promise<VoidableQuestion | null> {
  const row = await db().question.findUnique({
    where: { id: questionId },
    select: { id: true, state: true, endReason: true, endedAt: true, current: { select: { stem: true } } },
  });
  if (row?.current == null) return null;
  const state = row.state as VoidableQuestion["state"];
  return { id: row.id, stem: row.current.stem, state, reason: row.endReason, endedAt: row.endedAt };
}

/** Whom the voiding of a question touches: answers that did not get full marks. */
export type Touched = { readonly attempts: number; readonly recalls: number; readonly people: number };

const COUNT_TOUCHED = `SELECT COUNT(attempt_id) AS attempts, COUNT(recall_id) AS recalls, COUNT(DISTINCT member_id) AS people
  FROM response WHERE question_id = ? AND fraction < ${FULL_FRACTION}`;

export async function countTouched(questionId: string): Promise<Touched> {
  const [row] = await selectRows<Record<keyof Touched, number | bigint>>(COUNT_TOUCHED, [questionId]);
  return {
    attempts: Number(row?.attempts ?? 0),
    recalls: Number(row?.recalls ?? 0),
    people: Number(row?.people ?? 0),
  };
}

export function countCorrected(questionId: string): Promise<number> {
  return db().attemptCorrection.count({ where: { questionId } });
}

/** Closed attempts that still lack the full marks of a void question. */
export async function listUncorrected(questionId: string, limit: number): Promise<string[]> {
  const rows = await selectRows<{ attempt_id: string }>(
    `SELECT attempt_id FROM response WHERE question_id = ? AND attempt_id IS NOT NULL AND fraction < ${FULL_FRACTION}
     ORDER BY attempt_id LIMIT ?`,
    [questionId, limit],
  );
  return rows.map((row) => row.attempt_id);
}

/** Questions declared void since then: an attempt that was being closed at that moment is set right afterwards. */
export async function listVoidedSince(since: Date): Promise<string[]> {
  const rows = await db().question.findMany({
    where: { state: "void", endedAt: { gte: since } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}
