import type { QuestionVersionData } from "@/domain/quizzes/types";
import type { BranchScope } from "@/features/access/types";
import type { TargetKind } from "@/features/assignments/types";
import { getVersions, listDrawable } from "@/features/questions/queries";
import { drawPaperQuestions, findQuiz } from "@/features/quizzes/queries";
import { db } from "@/lib/db";

/** What a sheet can be printed of. */
export type Printable = {
  readonly id: string;
  readonly targetKind: TargetKind;
  readonly targetId: string;
  readonly title: string;
  readonly note: string;
  readonly dueOn: string;
};

const MOST = 30;

/** The branch's open assignments that are not past their day, the nearest first. */
export async function listPrintable(scope: BranchScope, today: string): Promise<Printable[]> {
  const rows = await db().assignment.findMany({
    where: { branchId: scope.branchId, state: "open", dueOn: { gte: today } },
    orderBy: [{ dueOn: "asc" }, { title: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, targetKind: true, targetId: true, title: true, note: true, dueOn: true },
  });
  return rows.map((row) => ({ ...row, targetKind: row.targetKind as TargetKind }));
}

/** The recall questions of an entry or lesson that are asked now. */
export async function listAskedOf(contentId: string): Promise<QuestionVersionData[]> {
  const item = await db().contentItem.findUnique({ where: { id: contentId }, select: { recall: true } });
  const ids = item === null ? [] : (JSON.parse(item.recall) as string[]);
  const current = new Map((await listDrawable()).map(({ questionId, versionId }) => [questionId, versionId]));
  const versionIds = ids.flatMap((id) => current.get(id) ?? []);
  const versions = await getVersions(versionIds);
  return versionIds.flatMap((id) => versions.get(id) ?? []);
}

/**
 * A paper of the quiz for printing, the same for everybody who prints this assignment. Only of questions of the public
 * library, whose answers are public anyway; null when the quiz takes others, or cannot be filled.
 */
export async function findPrintedPaper(quizId: string, seed: string): Promise<QuestionVersionData[] | null> {
  const quiz = await findQuiz(quizId);
  const drawn = quiz && (await drawPaperQuestions(quiz, seed));
  if (!drawn) return null;
  const versions = drawn.map(({ version }) => version);
  const ids = versions.map(({ questionId }) => questionId);
  const local = await db().question.count({ where: { id: { in: ids }, origin: { not: "file" } } });
  return local > 0 ? null : versions;
}
