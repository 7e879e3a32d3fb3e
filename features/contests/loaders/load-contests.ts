import "server-only";
import { notFound } from "next/navigation";
import { gateMember } from "@/features/access/gates/page";
import { getActor } from "@/features/access/queries";
import { getTimeFactor, listStandings } from "@/features/quizzes/queries";
import { now } from "@/lib/clock";
import { findArchive, findOpened } from "../queries/find-archive";
import { findReleased, getStandings, listOwnEntries, listReleased } from "../queries/find-released";
import type { ContestItem, ContestPage } from "../schema";
import { contestItemOf, contestPageOf } from "../view";

/** Released contests with what this person did so far. */
export async function loadContests(): Promise<{ contests: ContestItem[]; now: Date }> {
  const { own } = await gateMember("/contests");
  const [released, entries, standings, timeFactor] = await Promise.all([
    listReleased(),
    listOwnEntries(own),
    listStandings(own),
    getTimeFactor(own),
  ]);
  const at = now();
  return { contests: released.map((each) => contestItemOf(each, { entries, standings, timeFactor }, at)), now: at };
}

export async function loadContest(id: string): Promise<ContestPage> {
  const { own } = await gateMember(`/contests/${id}`);
  const contest = await findReleased(id);
  if (!contest) notFound();
  const at = now();
  const [everybody, viewer, opened, entries, standings, timeFactor] = await Promise.all([
    getStandings(contest),
    getActor(own.memberId, at),
    findOpened(contest),
    listOwnEntries(own),
    listStandings(own),
    getTimeFactor(own),
  ]);
  return contestPageOf({ contest, everybody, viewer, opened, entries, standings, timeFactor, now: at });
}

/** The export of a contest that is over, for anybody who is signed in. */
export async function loadArchive(id: string): Promise<string> {
  await gateMember(`/contests/${id}/archive`);
  const [contest, found] = [await findReleased(id), await findArchive(id)];
  if (!contest || found === null) notFound();
  return found.archive;
}
