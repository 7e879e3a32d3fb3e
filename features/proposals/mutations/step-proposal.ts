import { stepFault, type ProposalState, type ProposalStep } from "@/domain/quizzes/proposal";
import { audit } from "@/features/audit/mutations";
import type { Tx } from "@/lib/db";
import { findProposal, type Proposal } from "../queries/find-proposal";

export type StepResult =
  { ok: true; proposal: Proposal } | { ok: false; reason: "unknown" | "state" | "changed" | "faults"; detail: string };

export type Stepping = {
  readonly proposalId: string;
  /** As it was looked at. */
  readonly version: number;
  readonly actorId: string;
  readonly now: Date;
};

const TO: Readonly<Record<Exclude<ProposalStep, "write">, ProposalState>> = {
  submit: "submitted",
  release: "released",
  return: "returned",
  withdraw: "withdrawn",
};

/**
 * One step of a proposal in the caller's transaction: allowed by the rule, and for the version that was looked at. `more`
 * is written with it. Audited.
 */
export async function stepIn(
  tx: Tx,
  step: keyof typeof TO,
  { proposalId, version, actorId, now }: Stepping,
  more: { reviewNote?: string; questionId?: string } = {},
): Promise<StepResult> {
  const proposal = await findProposal(proposalId, tx);
  if (proposal === null) return { ok: false, reason: "unknown", detail: "这份草稿不在了，没有改动。" };
  const { state, writers } = proposal;
  const detail = stepFault({ step, state, writers, actorId });
  if (detail !== null) return { ok: false, reason: "state", detail };
  const isReview = step === "release" || step === "return";
  const moved = await tx.questionProposal.updateMany({
    where: { id: proposalId, version, state },
    data: {
      ...{ state: TO[step], version: version + 1, updatedAt: now, ...more },
      ...(step === "submit" ? { submittedAt: now } : {}),
      ...(isReview ? { reviewerId: actorId, reviewedAt: now } : {}),
    },
  });
  if (moved.count === 0) {
    return { ok: false, reason: "changed", detail: "别人刚改过这份草稿，没有改动。请看过现在的内容再定。" };
  }
  const subject = { subjectKind: "proposal", subjectId: proposalId };
  const said = more.reviewNote === undefined ? {} : { detail: { reason: more.reviewNote } };
  await audit(tx, { actorId, action: `proposal.${step}`, ...subject, ...said, now });
  return { ok: true, proposal };
}
