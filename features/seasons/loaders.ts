import "server-only";
import { notFound } from "next/navigation";
import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { gateMember } from "@/features/access/gates/page";
import { getActor } from "@/features/access/queries";
import { findQuarterSums } from "@/features/points/queries";
import { quarterLabel } from "@/features/points/view";
import { now } from "@/lib/clock";
import { findArchive, findOwnEntry, getStandings, isSeason, listClosedQuarters } from "./queries";
import { seasonView, type SeasonView } from "./view";

export type SeasonPage = SeasonView & { past: { quarter: string; label: string }[] };

/** A quarter's race as this person may see it, with the quarters that were settled. */
export async function loadSeason(quarter: string): Promise<SeasonPage> {
  const { own } = await gateMember(`/seasons/${quarter}`);
  if (!isSeason(quarter, now())) notFound();
  const [season, viewer, entry, sums, closed] = await Promise.all([
    getStandings(quarter, now()),
    getActor(own.memberId, now()),
    findOwnEntry(own, quarter),
    findQuarterSums(own, quarter),
    listClosedQuarters(),
  ]);
  const past = closed.filter((each) => each !== quarter).map((each) => ({ quarter: each, label: quarterLabel(each) }));
  return { ...seasonView({ season, viewer, entry, sums }), past };
}

/** The archive of a settled quarter as it was signed off, for anybody who is signed in. */
export async function loadArchive(quarter: string): Promise<string> {
  await gateMember(`/seasons/${quarter}/archive`);
  const season = isSeason(quarter, now()) ? await findArchive(quarter) : null;
  if (season === null) notFound();
  return season.archive;
}

/** Where /seasons/current leads. */
export async function loadPresentQuarter(): Promise<string> {
  await gateMember("/seasons/current");
  return quarterOf(businessDateOf(now()));
}
