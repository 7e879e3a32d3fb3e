import { poolOf, practiceOf } from "@/domain/contests/blueprint";
import { contentForm, sealForm, type SealedQuestion } from "@/domain/contests/seal";
import type { QuestionVersionData } from "@/domain/quizzes/types";
import { getVersions, listDrawable } from "@/features/questions/queries";
import { sha256Hex } from "@/lib/crypto";
import { inTransaction, type Tx } from "@/lib/db";
import { insertRows } from "@/lib/db/prepared";
import { forgetRemembered } from "@/lib/remembered";
import { PASS_PERCENT } from "../constants";
import { findContest, type Contest } from "../queries/find-contest";
import { planFault } from "../queries/plan-fault";
import { stepIn, type Stepping, type StepResult } from "./step-contest";
import { tellWriters } from "./tell-writers";

/**
 * Releases a contest that somebody else drew up: its questions are fixed as they stand now, its seal is made over them and
 * the seed, members may register, and the practice round opens. All of it in one transaction. Audited.
 */
export async function releaseContest(stepping: Stepping & { seed: string }): Promise<StepResult> {
  const { contestId, seed, now } = stepping;
  forgetRemembered();
  const result = await inTransaction(async (tx) => {
    const contest = await findContest(contestId, tx);
    if (contest === null) return stepIn(tx, "release", stepping);
    const questions = await sealedQuestions(contest);
    const seal = sha256Hex(sealForm({ contestId, seed, blueprint: contest.blueprint, questions }));
    const step = await stepIn(tx, "release", stepping, { releasedAt: now, seed, seal, reviewNote: "" });
    if (!step.ok) return step;
    const fault = await planFault(contest, now);
    if (fault !== null) throw new Refused(fault);
    await insertRows(
      tx,
      "contest_question",
      questions.map((question) => poolRow(contestId, question)),
    );
    await tx.quiz.update({ where: { id: contestId }, data: { state: "released" } });
    if (contest.hasPractice) await openPractice(tx, contest, now);
    await tellWriters(tx, contest, "已经复核发布", stepping);
    return step;
  }).catch((error: unknown) => {
    if (error instanceof Refused) return { ok: false, reason: "faults", detail: error.message } as const;
    throw error;
  });
  forgetRemembered();
  return result;
}

/** Undoes the transaction with a sentence. */
class Refused extends Error {
  constructor(fault: string) {
    super(`${fault}没有发布，请退回修改。`);
  }
}

async function sealedQuestions({ blueprint }: Contest): Promise<SealedQuestion[]> {
  const pool = poolOf(await listDrawable(), blueprint);
  const versions = await getVersions(pool.map(({ versionId }) => versionId));
  return pool.map((question) => ({
    ...question,
    digest: digestOf(versions.get(question.versionId)),
  }));
}

function digestOf(version: QuestionVersionData | undefined): string {
  if (!version) throw new Error("A question of the pool has no version");
  return sha256Hex(contentForm(version));
}

const poolRow = (contestId: string, question: SealedQuestion) => ({
  contest_id: contestId,
  question_id: question.questionId,
  version_id: question.versionId,
  ...{ origin: question.origin, topic: question.topic, period: question.period },
  ...{ type: question.type, difficulty: question.difficulty },
});

/** An ordinary practice quiz of the same shape until the contest opens; it draws no local question that is kept for it. */
async function openPractice(tx: Tx, { id, title, opensAt, limitSeconds, blueprint }: Contest, now: Date) {
  await tx.quiz.create({
    data: {
      ...{ key: `contest-practice/${id}`, kind: "practice", state: "released", createdAt: now },
      ...{
        title: `练习场：${title}`,
        summary: "和正式竞赛一样的题量和限时，题目不同",
        opensAt: now,
        closesAt: opensAt,
      },
      ...{ limitSeconds, passPercent: PASS_PERCENT, reviewOpens: "at-submission" },
      blueprint: JSON.stringify(practiceOf(blueprint)),
    },
  });
}
