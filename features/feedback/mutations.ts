import { auditEach } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { findTargetTitle } from "@/features/takedowns/queries";
import { db, inTransaction, type Tx } from "@/lib/db";
import { takeTurn } from "@/lib/rate-window";
import type { SendFeedbackInput } from "./schema";
import { VERDICT_WORDS } from "./view";

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

/** Somebody else answered one of them first; nothing of this answer stands. */
export class Answered extends Error {}

type Answer = {
  feedbackIds: readonly string[];
  answer: string;
  /** The correction that was published because of them. Without one an error that was reported is none. */
  erratumId?: string;
  actorId: string;
  now: Date;
};

/**
 * Answers reports once, all of them or none; whoever sent one signed in is told. Two answers at once: the first counts.
 */
export async function answerFeedback(input: Answer): Promise<AnswerResult> {
  const { feedbackIds } = input;
  const known = await db().feedback.count({ where: { id: { in: [...feedbackIds] } } });
  if (known !== feedbackIds.length) return { ok: false, reason: "unknown" };
  try {
    await inTransaction((tx) => answerWithin(tx, input));
    return { ok: true };
  } catch (error) {
    if (error instanceof Answered) return { ok: false, reason: "answered" };
    throw error;
  }
}

/** The same in the caller's transaction, which must not go on when it throws `Answered`. */
export async function answerWithin(tx: Tx, input: Answer): Promise<void> {
  const { feedbackIds, answer, erratumId = null, actorId, now } = input;
  const ids = [...feedbackIds].sort();
  const open = { id: { in: ids }, state: "open" };
  const verdict = erratumId === null ? "not-wrong" : "corrected";
  const of = await tx.feedback.updateMany({ where: { ...open, kind: "error" }, data: { verdict, erratumId } });
  const { count } = await tx.feedback.updateMany({
    where: open,
    data: { state: "answered", answer, answeredAt: now, answeredById: actorId },
  });
  if (count !== ids.length || (erratumId !== null && of.count !== count)) throw new Answered();
  const rows = await tx.feedback.findMany({
    where: { id: { in: ids }, memberId: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, memberId: true },
  });
  for (const { id, kind, memberId } of rows) {
    const what = kind === "suggestion" ? "你的意见建议" : "你报告的错误";
    const text = `${what}有了答复：${kind === "error" ? VERDICT_WORDS[verdict] : ""}${answer}`;
    await notify(tx, { memberId: memberId ?? "", key: `feedback:${id}`, text, now });
  }
  const act = { actorId, action: "feedback.answer", subjectKind: "feedback", now } as const;
  await auditEach(
    tx,
    act,
    ids.map((subjectId) => ({ subjectId })),
  );
}
