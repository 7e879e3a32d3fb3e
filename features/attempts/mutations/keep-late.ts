import { isDeepStrictEqual } from "node:util";
import { mergeDraft, type AnswerPatch } from "@/domain/quizzes/answers";
import { changeRows } from "@/lib/db/prepared";
import { findAttempt, type Attempt } from "../queries";

const TRIES = 20;

/**
 * Keeps answers that arrived after the closing and differ from what counted. They are never scored; nothing is written
 * when a client only repeats itself. The protocol's answer does not depend on it.
 */
export async function keepLate(attempt: Attempt, patch: { revision: number; answers: AnswerPatch }): Promise<void> {
  const { id: attemptId, memberId } = attempt;
  let current: Attempt | null = attempt;
  for (let tries = 0; tries < TRIES && current; tries += 1) {
    const late = lateOf(current, patch);
    if (isDeepStrictEqual(late, current.late)) return;
    const changed = await changeRows(
      "UPDATE attempt SET late = ?, draft_version = draft_version + 1 WHERE id = ? AND draft_version = ? AND state = 'closed'",
      [JSON.stringify(late), attemptId, current.draftVersion],
    );
    if (changed === 1) return;
    current = await findAttempt({ memberId, attemptId });
  }
}

function lateOf(attempt: Attempt, { revision, answers }: { revision: number; answers: AnswerPatch }) {
  const news = Object.entries(answers).filter(
    ([id, value]) => !isDeepStrictEqual(value, attempt.draft[id]?.value ?? null),
  );
  return mergeDraft(attempt.late, { revision, answers: Object.fromEntries(news) }).draft;
}
