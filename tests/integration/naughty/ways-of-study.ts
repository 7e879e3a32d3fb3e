import { MAX_BLANK_LENGTH } from "@/domain/quizzes/answers";
import { assignmentDetail } from "@/features/assignments/view";
import { answerResultObjection } from "@/features/assignments/mutations/answer-result-objection";
import { objectToResult } from "@/features/assignments/mutations/object-to-result";
import { recordResults } from "@/features/assignments/mutations/record-results";
import { findBranchAssignment } from "@/features/assignments/queries/branch-assignments";
import { listOwnAssignments } from "@/features/assignments/queries/own-assignments";
import type { BranchScope, OwnScope } from "@/features/access/types";
import { saveAnswers } from "@/features/attempts/mutations/save-answers";
import { startAttempt } from "@/features/attempts/mutations/start-attempt";
import { paperFor } from "@/features/attempts/mutations/read-attempt";
import { findAttempt } from "@/features/attempts/queries";
import { deactivateMember } from "@/features/members/mutations/set-state";
import { answerRecall } from "@/features/recalls/mutations/answer-recall";
import { voidQuestion } from "@/features/voidings/mutations/void-question";
import { db } from "@/lib/db";
import { addStudy, assign, lesson } from "@/tests/factories/assignments";
import { makeVersion, PLAIN_BODIES } from "@/tests/factories/question-versions";
import { addQuestion, addQuiz } from "@/tests/factories/quizzes";
import { addMember } from "@/tests/factories/small-zone";
import { ACT, nextNumber, NOW, refused, TODAY, type Way } from "./scene";

/** What is written around study and questions: kept as it was written. */
const B1 = { branchId: "b1" } as BranchScope;
const ANNA = { memberId: "anna" } as OwnScope;

const assigned = async (note: string): Promise<string> => {
  const id = await addStudy(`lessons/naughty/${String(nextNumber()).padStart(2, "0")}-y`);
  return assign({ branchId: "b1", targets: lesson(id), note, ...ACT });
};

const own = async (id: string) =>
  (await listOwnAssignments(ANNA, { from: TODAY, today: TODAY })).find((one) => one.id === id);

/** Shown to the officer and to the person. */
export const assignmentNote: Way = {
  goes: async (note) => {
    const id = await assigned(note);
    const row = await findBranchAssignment(B1, id, TODAY);
    const shown = row ? assignmentDetail(row, TODAY).note : "not found";
    return (await own(id))?.note === shown ? { shown } : refused("officer and person read different words");
  },
};

const record = (assignmentId: string, note: string) =>
  recordResults({
    ...{ kind: "excused", manner: "night-shift", assignmentId, branchId: "b1", memberIds: ["anna"], note, ...ACT },
  });

export const recordNote: Way = {
  goes: async (note) => {
    const id = await assigned("");
    const result = await record(id, note);
    if (result === null || !result.ok) return refused(result === null ? "no assignment" : result.detail);
    return { shown: (await own(id))?.resultNote ?? "not found" };
  },
};

export const objectionWords: Way = {
  goes: async (words) => {
    const id = await assigned("");
    await record(id, "示例");
    await objectToResult({ assignmentId: id, memberId: "anna", words, now: NOW });
    return { shown: (await own(id))?.objection ?? "not found" };
  },
};

export const objectionAnswer: Way = {
  goes: async (answer) => {
    const id = await assigned("");
    await record(id, "示例");
    const about = { assignmentId: id, memberId: "anna" };
    await objectToResult({ ...about, words: "示例", now: NOW });
    await answerResultObjection({ ...about, branchId: "b1", objectedAt: NOW, answer, ...ACT });
    return { shown: (await own(id))?.answer ?? "not found" };
  },
};

export const voidReason: Way = {
  goes: async (reason) => {
    const questionId = `void-${nextNumber()}`;
    await addQuestion(makeVersion(PLAIN_BODIES.fill, { questionId, versionId: `${questionId}-v1` }));
    await voidQuestion({ questionId, reason, ...ACT });
    const { endReason } = await db().question.findUniqueOrThrow({ where: { id: questionId } });
    return { shown: endReason ?? "not kept" };
  },
};

/** Kept in the log of administrative acts. */
export const stateReason: Way = {
  goes: async (reason) => {
    const memberId = await addMember({ id: `off-${nextNumber()}` });
    const result = await deactivateMember({ memberId, reason, ...ACT });
    if (!result.ok) return refused(result.detail);
    const { detail } = await db().auditEntry.findFirstOrThrow({ where: { subjectId: memberId } });
    return { shown: (JSON.parse(detail) as { reason: string }).reason };
  },
};

let paper: { attemptId: string; questionId: string } | null = null;
let revision = 0;

async function openPaper(): Promise<{ attemptId: string; questionId: string }> {
  const found = paper && (await findAttempt({ memberId: "anna", attemptId: paper.attemptId }));
  if (paper && found) return paper;
  const questionId = `fill-${nextNumber()}`;
  await addQuestion(makeVersion(PLAIN_BODIES.fill, { questionId, versionId: `${questionId}-v1` }));
  const quizId = await addQuiz([questionId]);
  const { attempt } = await startAttempt({ memberId: "anna", quizId, seed: "naughty", now: NOW });
  const { questions } = await paperFor(attempt, NOW);
  paper = { attemptId: attempt.id, questionId: questions[0]?.id ?? "" };
  return paper;
}

/** What is typed into a blank comes back into it. */
export const blank: Way = {
  longest: MAX_BLANK_LENGTH,
  goes: async (text) => {
    const { attemptId, questionId } = await openPaper();
    revision += 1;
    const answers = { [questionId]: Array.from({ length: PLAIN_BODIES.fill.blanks.length }, () => text) };
    await saveAnswers({ attemptId, memberId: "anna" }, { revision, answers }, NOW);
    const attempt = await findAttempt({ memberId: "anna", attemptId });
    if (!attempt) return refused("no attempt");
    const kept = (await paperFor(attempt, NOW)).answers[questionId];
    return { shown: Array.isArray(kept) ? (kept[0] ?? "") : "not kept" };
  },
};

/** The same under the recall questions of a lesson: told again with the outcome. */
export const recalled: Way = {
  longest: MAX_BLANK_LENGTH,
  goes: async (text) => {
    const number = nextNumber();
    const questionId = `recall-${number}`;
    await addQuestion(makeVersion(PLAIN_BODIES.fill, { questionId, versionId: `${questionId}-v1` }));
    const id = `lessons/naughty/${number}-z`;
    const row = { id, kind: "lesson", title: `示例${id}`, digest: id, loadedAt: NOW };
    await db().contentItem.create({ data: { ...row, recall: JSON.stringify([questionId]) } });
    const asked = { own: ANNA, contentId: id, now: NOW };
    await answerRecall({ ...asked, answers: { [questionId]: PLAIN_BODIES.fill.blanks.map(() => text) } });
    const again = await answerRecall({ ...asked, answers: {} });
    const kept = again.results[0]?.value;
    return { shown: Array.isArray(kept) ? (kept[0] ?? "") : "not kept" };
  },
};
