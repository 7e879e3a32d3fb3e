import { notifyEach } from "@/features/notices/mutations";
import { db, inTransaction } from "@/lib/db";
import { listReadersAmong, listUntold, type Untold } from "../queries";
import { readerMessage } from "../view";

/** People whose answers are looked at in one transaction. */
const PEOPLE_AT_ONCE = 100;

/**
 * Tells whoever had answered a corrected entry, lesson or question up to the day of its correction, once, whatever happens
 * and however many processes do it: the unique key of the notice says who was told. Stopped in the middle it starts over.
 * Answers how many people were told now, by correction.
 */
export async function tellReaders(now: Date): Promise<{ corrections: number; told: number }> {
  const untold = await listUntold();
  let told = 0;
  for (const erratum of untold) told += await tellOf(erratum, now);
  return { corrections: untold.length, told };
}

async function tellOf(erratum: Untold, now: Date): Promise<number> {
  const message = readerMessage(erratum);
  let told = 0;
  for (let after: string | null = ""; after !== null;) {
    const people: string[] = await listPeopleAfter(after);
    // A correction that is revoked meanwhile is told no further.
    const step = await inTransaction(async (tx) => {
      const standing = await tx.erratum.count({ where: { id: erratum.id, revokedAt: null, toldAt: null } });
      if (standing === 0) return null;
      const readers = await listReadersAmong(tx, erratum, people);
      return notifyEach(tx, readers, { ...message, now });
    });
    if (step === null) return told;
    told += step;
    after = people.length < PEOPLE_AT_ONCE ? null : (people.at(-1) ?? null);
  }
  await db().erratum.updateMany({ where: { id: erratum.id, toldAt: null }, data: { toldAt: now } });
  return told;
}

async function listPeopleAfter(id: string): Promise<string[]> {
  const rows = await db().member.findMany({
    where: { id: { gt: id }, state: { in: ["active", "inactive"] } },
    orderBy: { id: "asc" },
    take: PEOPLE_AT_ONCE,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
