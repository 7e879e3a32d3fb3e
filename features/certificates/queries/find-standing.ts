import { lineOf, takenPartIn, type Line } from "@/domain/certificates/award";
import { findArchive, findLatestEdition } from "@/features/contests/queries/find-archive";
import { getStandings } from "@/features/seasons/queries";
import { db } from "@/lib/db";
import { rememberedWhile } from "@/lib/remembered";

/** Where somebody stands in a settled result now: `line` is null while nothing is settled and for who is not in it. */
export type Standing = { readonly hasLeft: boolean; readonly line: Line | null };

const LEFT: Standing = { hasLeft: true, line: null };

/** By the newest edition of the contest's export, under the pseudonym that the person has there. */
export async function findContestStanding(contestId: string, memberId: string): Promise<Standing> {
  const entry = await db().contestEntry.findUnique({
    where: { contestId_memberId: { contestId, memberId } },
    select: { pseudonym: true, leftAt: true },
  });
  if (entry === null || entry.leftAt !== null) return LEFT;
  const edition = await findLatestEdition(contestId);
  if (edition === null) return { hasLeft: false, line: null };
  const name = `certificates.contest.${contestId}`;
  const { places, answered } = await rememberedWhile(name, edition.digest, () => readPart(contestId));
  return { hasLeft: false, line: answered.has(entry.pseudonym) ? lineOf(places, entry.pseudonym) : null };
}

const readPart = async (contestId: string) => takenPartIn((await findArchive(contestId))?.archive ?? "");

/** By the settled list of the quarter. */
export async function findSeasonStanding(quarter: string, memberId: string, now: Date): Promise<Standing> {
  const isLinked = (await db().seasonPlace.count({ where: { quarter, memberId } })) > 0;
  if (!isLinked) return LEFT;
  const { state, joined } = await getStandings(quarter, now);
  if (state !== "closed") return { hasLeft: false, line: null };
  const rows = joined.map((row) => ({ id: row.memberId, points: row.points }));
  return { hasLeft: false, line: lineOf(rows, memberId) };
}
