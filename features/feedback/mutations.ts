import { audit } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { findTargetTitle } from "@/features/takedowns/queries";
import { db, inTransaction } from "@/lib/db";
import { takeTurn } from "@/lib/rate-window";
import type { AnswerFeedbackInput, SendFeedbackInput } from "./schema";

/** A whole factory may share one address, so the limit stops machines, not people. The address itself is not kept. */
const PER_ADDRESS = { name: "feedback", limit: 20, windowMs: 10 * 60_000 };
const MINUTE_MS = 60_000;

export type SendResult = { ok: true; feedbackId: string } | { ok: false; reason: "too-many" | "unknown-target" };

/** Records an error report or a suggestion. The same words about the same thing within a minute are one report. */
export async function sendFeedback(
  input: SendFeedbackInput & { memberId: string | null; address: string; now: Date },
): Promise<SendResult> {
  const { targetKind, text, memberId, address, now } = input;
  if (!takeTurn(PER_ADDRESS, address, now.getTime())) return { ok: false, reason: "too-many" };
  const targetId = targetKind === "product" ? "" : input.targetId;
  if (targetKind !== "product" && (await findTargetTitle(targetKind, targetId)) === null) {
    return { ok: false, reason: "unknown-target" };
  }
  const kind = targetKind === "product" ? "suggestion" : "error";
  return inTransaction(async (tx) => {
    const since = new Date(now.getTime() - MINUTE_MS);
    const same = await tx.feedback.findFirst({
      where: { targetKind, targetId, text, memberId, createdAt: { gt: since } },
      select: { id: true },
    });
    const row =
      same ??
      (await tx.feedback.create({
        data: { kind, targetKind, targetId, text, memberId, createdAt: now },
        select: { id: true },
      }));
    return { ok: true as const, feedbackId: row.id };
  });
}

export type AnswerResult = { ok: true } | { ok: false; reason: "unknown" | "answered" };

/** Answers a report once; whoever sent it signed in is told. Two answers at once: the first counts. */
export async function answerFeedback(
  input: AnswerFeedbackInput & { actorId: string; now: Date },
): Promise<AnswerResult> {
  const { feedbackId, answer, actorId, now } = input;
  const row = await db().feedback.findUnique({ where: { id: feedbackId } });
  if (!row) return { ok: false, reason: "unknown" };
  return inTransaction(async (tx) => {
    const { count } = await tx.feedback.updateMany({
      where: { id: feedbackId, state: "open" },
      data: { state: "answered", answer, answeredAt: now, answeredById: actorId },
    });
    if (count === 0) return { ok: false as const, reason: "answered" as const };
    if (row.memberId !== null) {
      const what = row.kind === "suggestion" ? "你的意见建议" : "你报告的错误";
      await notify(tx, {
        memberId: row.memberId,
        key: `feedback:${feedbackId}`,
        text: `${what}有了答复：${answer}`,
        now,
      });
    }
    await audit(tx, { actorId, action: "feedback.answer", subjectKind: "feedback", subjectId: feedbackId, now });
    return { ok: true as const };
  });
}
