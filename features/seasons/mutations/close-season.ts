import { maySettle } from "@/domain/ranking/objections";
import { audit } from "@/features/audit/mutations";
import { sha256Hex } from "@/lib/crypto";
import { db, inTransaction, isUniqueViolation } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { forgetRemembered } from "@/lib/remembered";
import { countOpenObjections, standingsName } from "../queries";
import { lockSeason } from "./leave-season";
import { makeArchive, pseudonymOf } from "./make-archive";

/** Half of the 200 rows that a command may write in one transaction beside a running server. */
const PLACES_AT_ONCE = 100;

const TOO_EARLY = { lasts: "还没有结束", stands: "还在公示", waits: "还有异议没有答复" } as const;

export interface ClosedSeason {
  readonly quarter: string;
  readonly digest: string;
  readonly closedAt: Date;
  readonly people: number;
  /** False when the quarter had been closed before. */
  readonly isFirst: boolean;
}

interface Place {
  readonly pseudonym: string;
  readonly points: number;
  readonly place: number;
}

/**
 * Settles a quarter whose time for objections is over and whose objections are answered, once. What counts is every ledger
 * entry of the quarter that is committed when the archive is made; entries and corrections that come later stay in the
 * ledger and change nothing here. Whoever closes again, or at the same time, gets the first result; a closing that was cut
 * short is completed. `salt` is 32 random bytes in hex, used only by the closing that comes first. Throws `conflict` before
 * its time.
 */
export async function closeSeason(input: {
  readonly quarter: string;
  readonly salt: string;
  readonly now: Date;
}): Promise<ClosedSeason> {
  const { quarter, now } = input;
  await refuseTooEarly(quarter, now);
  const isFirst = await settle(input);
  const places = await linkPlaces(quarter);
  forgetRemembered(standingsName(quarter));
  const season = await db().season.findUniqueOrThrow({ where: { quarter }, select: { digest: true, closedAt: true } });
  return { quarter, ...season, people: places, isFirst };
}

/** What is open is counted first: answers, and corrections with them, are committed when nothing is open any more. */
async function refuseTooEarly(quarter: string, now: Date): Promise<void> {
  const settling = maySettle({ quarter, openObjections: await countOpenObjections(quarter), now });
  if (!settling.may) throw new AppError("conflict", `${quarter}${TOO_EARLY[settling.why]}，现在不能结算。`);
}

/** Writes the one row that closes the quarter, audited; false when it stood there already. */
async function settle(input: { quarter: string; salt: string; now: Date }): Promise<boolean> {
  const { quarter, salt, now } = input;
  if ((await db().season.findUnique({ where: { quarter }, select: { quarter: true } })) !== null) return false;
  const { archive, boards } = await makeArchive({ quarter, salt });
  const data = { quarter, closedAt: now, digest: sha256Hex(archive), archive, boards: JSON.stringify(boards), salt };
  try {
    await inTransaction(async (tx) => {
      await tx.season.create({ data, select: { quarter: true } });
      const subject = { subjectKind: "season", subjectId: quarter };
      await audit(tx, { actorId: null, action: "season.close", ...subject, now });
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

function placesIn(archive: string): Place[] {
  return archive.split("\n").flatMap((line) => {
    const [kind, pseudonym = "", points, place] = line.split("\t");
    return kind === "place" ? [{ pseudonym, points: Number(points), place: Number(place) }] : [];
  });
}

/** Links the pseudonyms to those who are still in the race, a few at a time, then throws the salt away. */
async function linkPlaces(quarter: string): Promise<number> {
  const { archive, salt } = await db().season.findUniqueOrThrow({
    where: { quarter },
    select: { archive: true, salt: true },
  });
  const places = placesIn(archive);
  if (salt === null) return places.length;
  const entries = await db().seasonEntry.findMany({ where: { quarter }, select: { memberId: true } });
  const memberOf = new Map(entries.map(({ memberId }) => [pseudonymOf(salt, "p", memberId), memberId]));
  for (let at = 0; at < places.length; at += PLACES_AT_ONCE) {
    await linkSome(quarter, places.slice(at, at + PLACES_AT_ONCE), memberOf);
  }
  await db().season.update({ where: { quarter }, data: { salt: null }, select: { quarter: true } });
  return places.length;
}

function linkSome(quarter: string, places: readonly Place[], memberOf: ReadonlyMap<string, string>): Promise<void> {
  return inTransaction(async (tx) => {
    await lockSeason(tx, quarter);
    const pseudonyms = places.map((place) => place.pseudonym);
    const done = await tx.seasonPlace.findMany({
      where: { quarter, pseudonym: { in: pseudonyms } },
      select: { pseudonym: true },
    });
    const linked = new Set(done.map((row) => row.pseudonym));
    const candidates = pseudonyms.flatMap((pseudonym) => memberOf.get(pseudonym) ?? []);
    const still = await tx.seasonEntry.findMany({
      where: { quarter, memberId: { in: candidates } },
      select: { memberId: true, showName: true },
    });
    const showName = new Map(still.map((row) => [row.memberId, row.showName]));
    await tx.seasonPlace.createMany({
      data: places
        .filter((place) => !linked.has(place.pseudonym))
        .map((place) => {
          const memberId = memberOf.get(place.pseudonym) ?? "";
          const isIn = showName.has(memberId);
          return { ...place, quarter, memberId: isIn ? memberId : null, showName: showName.get(memberId) ?? false };
        }),
    });
  });
}
