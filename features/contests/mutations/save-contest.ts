import { contestStepFault } from "@/domain/contests/release";
import { withWriter } from "@/domain/quizzes/proposal";
import { audit } from "@/features/audit/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { PASS_PERCENT } from "../constants";
import { findContest } from "../queries/find-contest";
import type { ContestPlan } from "../schema";
import { blueprintOf, instantOf } from "../view";

type Saving = {
  /** Empty for a new one. */
  readonly contestId: string;
  readonly version: number;
  readonly plan: ContestPlan;
  readonly actorId: string;
  readonly now: Date;
};

export type SaveResult =
  | { ok: true; contestId: string; version: number }
  | { ok: false; reason: "unknown" | "state" | "changed"; detail: string };

const SECONDS = 60;

/** What of a plan stands in the quiz. */
function quizOf(plan: ContestPlan) {
  const { title, summary, opens, closes, limitMinutes, maxAttempts } = plan;
  return {
    ...{ title, summary, opensAt: instantOf(opens), closesAt: instantOf(closes), maxAttempts },
    limitSeconds: limitMinutes * SECONDS,
    blueprint: JSON.stringify(blueprintOf(plan)),
  };
}

/**
 * Keeps a contest as it is drawn up, fillable or not. Whoever writes is counted among its writers. What somebody else
 * changed since it was read is not overwritten. Audited.
 */
export function saveContest(saving: Saving): Promise<SaveResult> {
  return inTransaction((tx) => (saving.contestId === "" ? create(tx, saving) : change(tx, saving)));
}

async function create(tx: Tx, { plan, actorId, now }: Saving): Promise<SaveResult> {
  const id = newId(now);
  const rules = { kind: "contest", passPercent: PASS_PERCENT, reviewOpens: "after-window", state: "draft" };
  await tx.quiz.create({ data: { id, key: `contest/${id}`, ...rules, ...quizOf(plan), createdAt: now } });
  const { hasPractice } = plan;
  const writers = JSON.stringify([actorId]);
  await tx.contest.create({ data: { id, writers, hasPractice, createdAt: now, updatedAt: now } });
  await audit(tx, { actorId, action: "contest.write", subjectKind: "contest", subjectId: id, now });
  return { ok: true, contestId: id, version: 0 };
}

async function change(tx: Tx, { contestId, version, plan, actorId, now }: Saving): Promise<SaveResult> {
  const before = await findContest(contestId, tx);
  if (before === null) return { ok: false, reason: "unknown", detail: "这场竞赛不在了，没有保存。" };
  const { state, writers, opensAt } = before;
  const detail = contestStepFault({ step: "write", state, writers, actorId, opensAt, now });
  if (detail !== null) return { ok: false, reason: "state", detail };
  const written = await tx.contest.updateMany({
    where: { id: contestId, version, state },
    data: {
      ...{ hasPractice: plan.hasPractice, writers: JSON.stringify(withWriter(writers, actorId)) },
      ...{ version: version + 1, updatedAt: now },
    },
  });
  if (written.count === 0) {
    const said = "别人刚改过这场竞赛，没有覆盖。你填的还在这一页，请另开一页看过再改。";
    return { ok: false, reason: "changed", detail: said };
  }
  await tx.quiz.update({ where: { id: contestId }, data: quizOf(plan) });
  await audit(tx, { actorId, action: "contest.write", subjectKind: "contest", subjectId: contestId, now });
  return { ok: true, contestId, version: version + 1 };
}
