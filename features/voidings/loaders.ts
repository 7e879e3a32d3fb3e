import "server-only";
import { notFound } from "next/navigation";
import { formatInstant } from "@/domain/calendar/labels";
import { can } from "@/domain/access/can";
import { gateCommittee } from "@/features/access/gates/page";
import { getOwnProfile } from "@/features/members/queries";
import { now } from "@/lib/clock";
import { countCorrected, countTouched, findVoidable, type Touched } from "./queries";

export type VoidingPage = {
  who: string;
  questionId: string;
  stem: string;
  isRetired: boolean;
  /** Set when it is void already. */
  voided: { reason: string; on: string; corrected: number } | null;
  /** Answers without full marks: what a voiding would touch, or what is still to be set right. */
  touched: Touched;
};

/** 作废一道题: what it says, whom it touches, what was done. For the committee of the whole zone. */
export async function loadVoiding(questionId: string): Promise<VoidingPage> {
  const { session, actor } = await gateCommittee(`/committee/questions/${questionId}/void`);
  if (!can(actor, "question.void", { kind: "question" })) notFound();
  const question = await findVoidable(questionId);
  if (question === null) notFound();
  const [profile, touched, corrected] = await Promise.all([
    getOwnProfile(session, now()),
    countTouched(questionId),
    countCorrected(questionId),
  ]);
  const { stem, state, reason, endedAt } = question;
  const voided = state === "void" ? { reason, on: endedAt ? formatInstant(endedAt) : "", corrected } : null;
  return { who: profile.name, questionId, stem, isRetired: state === "retired", voided, touched };
}
