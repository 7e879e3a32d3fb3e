import { contestStepFault, type ContestState, type ContestStep } from "@/domain/contests/release";
import { audit } from "@/features/audit/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { findContest, type Contest } from "../queries/find-contest";
import { planFault } from "../queries/plan-fault";
import { tellReviewers, tellWriters } from "./tell-writers";

export type StepResult =
  { ok: true; contest: Contest } | { ok: false; reason: "unknown" | "state" | "changed" | "faults"; detail: string };

export type Stepping = {
  readonly contestId: string;
  /** As it was looked at. */
  readonly version: number;
  readonly actorId: string;
  readonly now: Date;
};

const TO: Readonly<Record<Exclude<ContestStep, "write">, ContestState>> = {
  submit: "submitted",
  release: "released",
  return: "returned",
  withdraw: "withdrawn",
};

/** One step of a contest in the caller's transaction: allowed by the rule, for the version that was looked at. Audited. */
export async function stepIn(
  tx: Tx,
  step: keyof typeof TO,
  { contestId, version, actorId, now }: Stepping,
  more: { reviewNote?: string; releasedAt?: Date; seed?: string; seal?: string } = {},
): Promise<StepResult> {
  const contest = await findContest(contestId, tx);
  if (contest === null) return { ok: false, reason: "unknown", detail: "这场竞赛不在了，没有改动。" };
  const { state, writers, opensAt } = contest;
  const detail = contestStepFault({ step, state, writers, actorId, opensAt, now });
  if (detail !== null) return { ok: false, reason: "state", detail };
  const isReview = step === "release" || step === "return";
  const moved = await tx.contest.updateMany({
    where: { id: contestId, version, state },
    data: {
      ...{ state: TO[step], version: version + 1, updatedAt: now, ...more },
      ...(isReview ? { reviewerId: actorId } : {}),
    },
  });
  if (moved.count === 0) {
    return { ok: false, reason: "changed", detail: "别人刚改过这场竞赛，没有改动。请看过现在的内容再定。" };
  }
  const said = more.reviewNote === undefined ? {} : { detail: { reason: more.reviewNote } };
  await audit(tx, { actorId, action: `contest.${step}`, subjectKind: "contest", subjectId: contestId, ...said, now });
  return { ok: true, contest };
}

/**
 * Sends a contest to another person of the committee, and tells those who may release it; refused while its window or its
 * blueprint cannot be kept.
 */
export function submitContest(stepping: Stepping): Promise<StepResult> {
  return inTransaction(async (tx) => {
    const contest = await findContest(stepping.contestId, tx);
    const fault = contest && (await planFault(contest, stepping.now));
    if (fault) return { ok: false, reason: "faults", detail: `${fault}没有送去复核，填的都在。` } as const;
    const result = await stepIn(tx, "submit", stepping);
    if (result.ok) await tellReviewers(tx, result.contest, stepping);
    return result;
  });
}

/** Sends a contest back with the reason; its writers are told. */
export function returnContest({ note, ...stepping }: Stepping & { note: string }): Promise<StepResult> {
  return inTransaction(async (tx) => {
    const result = await stepIn(tx, "return", stepping, { reviewNote: note });
    if (result.ok) await tellWriters(tx, result.contest, `退回修改：${note}`, stepping);
    return result;
  });
}

/** Takes a contest back before it opens; nobody can take it any more, and its questions are free again. */
export async function withdrawContest(stepping: Stepping): Promise<StepResult> {
  const result = await inTransaction(async (tx) => {
    const step = await stepIn(tx, "withdraw", stepping);
    if (!step.ok) return step;
    const { id, state } = step.contest;
    const keys = [`contest/${id}`, `contest-practice/${id}`];
    if (state === "released") await tx.quiz.updateMany({ where: { key: { in: keys } }, data: { state: "withdrawn" } });
    return step;
  });
  forgetRemembered();
  return result;
}
