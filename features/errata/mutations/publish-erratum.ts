import { businessDateOf } from "@/domain/calendar/shanghai";
import { audit } from "@/features/audit/mutations";
import { Answered, answerWithin } from "@/features/feedback/mutations";
import { db, inTransaction, isUniqueViolation } from "@/lib/db";
import { findCorrectable, type Correctable } from "../queries";
import type { PublishErratumInput } from "../schema";
import { answerWords } from "../view";

export type PublishResult =
  | { ok: true; erratumId: string; isNew: boolean }
  | { ok: false; reason: "unknown" | "answered" | "future" | "same" | "sealed" };

type Input = PublishErratumInput & { actorId: string; now: Date };

/**
 * Publishes a correction and answers the reports that led to it, all in one transaction. The same form again is the same
 * correction. Readers are told by the clock. The caller renders the pages of this process anew; others notice by
 * themselves.
 */
export async function publishErratum(input: Input): Promise<PublishResult> {
  const { targetKind, targetId, wrong, correct, correctedOn, now } = input;
  const known = await findByKey(input.key);
  if (known !== null) return known;
  if (wrong === correct) return { ok: false, reason: "same" };
  if (correctedOn > businessDateOf(now)) return { ok: false, reason: "future" };
  const target = await findCorrectable(targetKind, targetId);
  if (target === null || (await countStrangers(input)) > 0) return { ok: false, reason: "unknown" };
  if (target.isSealed) return { ok: false, reason: "sealed" };
  try {
    return await write(input, target);
  } catch (error) {
    // The same form twice at once: the reports were answered, or the key was taken, by its twin.
    const twin = error instanceof Answered || isUniqueViolation(error) ? await findByKey(input.key) : null;
    if (twin !== null) return twin;
    if (error instanceof Answered) return { ok: false, reason: "answered" };
    throw error;
  }
}

async function findByKey(key: string): Promise<PublishResult | null> {
  const row = await db().erratum.findUnique({ where: { key }, select: { id: true } });
  return row && { ok: true, erratumId: row.id, isNew: false };
}

/** Reports that do not exist or speak of something else. */
async function countStrangers({ feedbackIds, targetKind, targetId }: Input): Promise<number> {
  const own = await db().feedback.count({ where: { id: { in: feedbackIds }, targetKind, targetId } });
  return feedbackIds.length - own;
}

function write(input: Input, { contentId, version }: Correctable): Promise<PublishResult> {
  const { key, targetKind, targetId, wrong, correct, correctedOn, feedbackIds, actorId, now } = input;
  return inTransaction(async (tx) => {
    const { id } = await tx.erratum.create({
      data: {
        ...{ key, targetKind, targetId, contentId, wrong, correct, correctedOn, version },
        ...{ publishedAt: now, publishedById: actorId },
      },
    });
    if (feedbackIds.length > 0) {
      await answerWithin(tx, { feedbackIds, answer: answerWords(input), erratumId: id, actorId, now });
    }
    const subject = { subjectKind: targetKind, subjectId: targetId };
    await audit(tx, { actorId, action: "erratum.publish", ...subject, detail: { wrong, correct, correctedOn }, now });
    return { ok: true as const, erratumId: id, isNew: true };
  });
}
