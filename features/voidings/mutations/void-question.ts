import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";

export type VoidResult = { ok: true; isNew: boolean } | { ok: false; reason: "unknown" };

/**
 * 作废: from now on the question is on no new paper, and gives everybody full marks where it was asked. What is closed
 * already is set right by `correctVoided`. A void question stays void under its first reason. Audited.
 */
export async function voidQuestion(input: {
  questionId: string;
  reason: string;
  actorId: string;
  now: Date;
}): Promise<VoidResult> {
  const { questionId, reason, actorId, now } = input;
  const result = await inTransaction(async (tx) => {
    const question = await tx.question.findUnique({ where: { id: questionId }, select: { state: true } });
    if (question === null) return { ok: false, reason: "unknown" } as const;
    const ended = await tx.question.updateMany({
      where: { id: questionId, state: { not: "void" } },
      data: { state: "void", endReason: reason, endedById: actorId, endedAt: now },
    });
    if (ended.count === 0) return { ok: true, isNew: false } as const;
    const detail = { before: { state: question.state }, after: { state: "void" }, reason };
    const subject = { subjectKind: "question", subjectId: questionId };
    await audit(tx, { actorId, action: "question.void", ...subject, detail, now });
    return { ok: true, isNew: true } as const;
  });
  forgetRemembered();
  return result;
}
