import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";

/**
 * Decides about a file version that waits behind a local one: `file` takes it and follows the files again, `ours` keeps the
 * local one and lets this file version wait no more. False when another one waits by now, or none. Audited.
 */
export async function settleUpstream(input: {
  questionId: string;
  upstreamId: string;
  choice: "file" | "ours";
  actorId: string;
  now: Date;
}): Promise<boolean> {
  const { questionId, upstreamId, choice, actorId, now } = input;
  const isSettled = await inTransaction(async (tx) => {
    const before = await tx.question.findUnique({ where: { id: questionId }, select: { versionId: true } });
    const settled = await tx.question.updateMany({
      where: { id: questionId, upstreamId },
      data:
        choice === "file"
          ? { origin: "file", versionId: upstreamId, upstreamId: null, declinedId: null }
          : { upstreamId: null, declinedId: upstreamId },
    });
    if (settled.count === 0) return false;
    const after = choice === "file" ? upstreamId : (before?.versionId ?? null);
    const detail = { before: { versionId: before?.versionId ?? null }, after: { versionId: after } };
    const subject = { subjectKind: "question", subjectId: questionId };
    await audit(tx, { actorId, action: "question.settle-upstream", ...subject, detail, now });
    return true;
  });
  forgetRemembered();
  return isSettled;
}
