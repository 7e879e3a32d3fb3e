import { setAssignments, type NewAssignments } from "@/features/assignments/mutations/set-assignments";
import { answerRecall } from "@/features/recalls/mutations/answer-recall";
import type { RecallOutcome } from "@/features/recalls/types";
import { db } from "@/lib/db";
import { makeVersion, PLAIN_BODIES } from "./question-versions";
import { addQuestion } from "./quizzes";

/** A lesson or an entry with one true-or-false question of its own. */
export async function addStudy(id: string, over: { retiredAt?: Date; recall?: string } = {}): Promise<string> {
  const questionId = `of-${id.replaceAll("/", "-")}`;
  await addQuestion(makeVersion(PLAIN_BODIES["true-false"], { questionId, versionId: `${questionId}-v1` }));
  const kind = id.startsWith("daily/") ? "entry" : "lesson";
  const row = { id, kind, title: `示例${id}`, digest: id, recall: JSON.stringify([questionId]), loadedAt: new Date() };
  await db().contentItem.create({ data: { ...row, ...over } });
  return id;
}

/** Answers it, right or wrong alike. */
export function study(memberId: string, id: string, now: Date): Promise<RecallOutcome> {
  const answers = { [`of-${id.replaceAll("/", "-")}`]: true };
  return answerRecall({ own: { memberId }, contentId: id, answers, now });
}

/** One thing for the whole branch; everything may be overridden. Gives its id. */
export async function assign(input: Partial<NewAssignments> & Pick<NewAssignments, "branchId" | "targets" | "now">) {
  const made = await setAssignments({ memberIds: null, dueOn: "2026-11-27", note: "", actorId: "officer", ...input });
  if (!made.ok) throw new Error(made.detail);
  return made.ids[0] ?? "";
}

export const lesson = (id: string) => [{ kind: "lesson", id } as const];
