import { contestArchiveOf } from "@/domain/contests/archive";
import { sha256Hex } from "@/lib/crypto";
import { inTransaction, isUniqueViolation } from "@/lib/db";
import { listArchived } from "../queries/list-archived";
import { findLatestEdition } from "../queries/find-archive";

/**
 * Writes the next edition of a contest's export as things stand; nothing when it would say the same as the last one. The
 * first edition settles the contest. Of two processes at once one writes it.
 */
export async function makeEdition(contestId: string, now: Date): Promise<void> {
  const [input, latest] = [await listArchived(contestId), await findLatestEdition(contestId)];
  const archive = contestArchiveOf(input);
  const digest = sha256Hex(archive);
  const edition = (latest?.edition ?? 0) + 1;
  await inTransaction(async (tx) => {
    await tx.contest.updateMany({ where: { id: contestId, settledAt: null }, data: { settledAt: now } });
    // An edition that says the same is not a new one, but later corrections are counted from here.
    if (latest?.digest === digest) {
      await tx.contestArchive.updateMany({ where: { contestId, edition: latest.edition }, data: { madeAt: now } });
      return;
    }
    await tx.contestArchive.create({ data: { contestId, edition, digest, archive, madeAt: now } });
  }).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
  });
}
