import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";

export type RetireResult = { ok: true; isNew: boolean } | { ok: false; detail: string };

/** 停用: on no new paper from now on; papers that have it keep it and are scored by it. Never deleted. Audited. */
export async function retireQuestion(input: {
  questionId: string;
  reason: string;
  actorId: string;
  now: Date;
}): Promise<RetireResult> {
  const { questionId, reason, actorId, now } = input;
  const result = await inTransaction(async (tx) => {
    const question = await tx.question.findUnique({ where: { id: questionId }, select: { state: true } });
    if (question === null) return { ok: false, detail: "没有这道题，没有改动。" } as const;
    const ended = await tx.question.updateMany({
      where: { id: questionId, state: "active" },
      data: { state: "retired", retiredAt: now, endReason: reason, endedById: actorId, endedAt: now },
    });
    if (ended.count === 0) return { ok: true, isNew: false } as const;
    const subject = { subjectKind: "question", subjectId: questionId };
    const detail = { before: { state: "active" }, after: { state: "retired" }, reason };
    await audit(tx, { actorId, action: "question.retire", ...subject, detail, now });
    return { ok: true, isNew: true } as const;
  });
  forgetRemembered();
  return result;
}
