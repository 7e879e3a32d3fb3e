import "server-only";
import { notFound } from "next/navigation";
import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { can } from "@/domain/access/can";
import { gateCommittee, gateMember } from "@/features/access/gates/page";
import { findFrame, getActor } from "@/features/access/queries";
import { findQuarterSums } from "@/features/points/queries";
import { quarterLabel } from "@/features/points/view";
import { now } from "@/lib/clock";
import {
  countOpenObjections,
  findArchive,
  findOwnEntry,
  getStandings,
  isSeason,
  listClosedQuarters,
  listObjections,
  listOwnObjections,
  listUnsettledQuarters,
} from "./queries";
import {
  objectionLine,
  openObjection,
  seasonView,
  unsettledWords,
  type ObjectionLine,
  type OpenObjection,
  type SeasonView,
} from "./view";

export type SeasonPage = SeasonView & {
  past: { quarter: string; label: string; meta: string }[];
  ownObjections: ObjectionLine[];
};

/** A quarter's race as this person may see it, with the quarters that were settled. */
export async function loadSeason(quarter: string): Promise<SeasonPage> {
  const { own } = await gateMember(`/seasons/${quarter}`);
  if (!isSeason(quarter, now())) notFound();
  const [season, viewer, entry, sums, closed, unsettled, objections] = await Promise.all([
    getStandings(quarter, now()),
    getActor(own.memberId, now()),
    findOwnEntry(own, quarter),
    findQuarterSums(own, quarter),
    listClosedQuarters(),
    listUnsettledQuarters(now()),
    listOwnObjections(own, quarter),
  ]);
  const others = [
    ...unsettled.reverse().map((each) => ({ quarter: each, meta: "正在公示" })),
    ...closed.map((each) => ({ quarter: each, meta: "已结算" })),
  ];
  const past = others
    .filter((each) => each.quarter !== quarter)
    .map((each) => ({ ...each, label: quarterLabel(each.quarter) }));
  return {
    ...seasonView({ season, viewer, entry, sums }),
    past,
    ownObjections: objections.map((row) => objectionLine(row)),
  };
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

export type SeasonObjectionsPage = {
  who: string;
  place: string;
  unsettled: { quarter: string; label: string; words: string }[];
  open: OpenObjection[];
  answered: ObjectionLine[];
};

/** 积分公示: the race is the whole zone's, a station's committee member and an instructor do not find this page. */
export async function loadSeasonObjections(): Promise<SeasonObjectionsPage> {
  const { session, scope, grant, actor } = await gateCommittee("/committee/seasons");
  if (!can(actor, "season.answer", { kind: "zone" }) || scope.stationId !== null) notFound();
  const [frame, quarters, open, answered] = await Promise.all([
    findFrame(session.memberId, grant),
    listUnsettledQuarters(now()),
    listObjections(scope, "open"),
    listObjections(scope, "answered"),
  ]);
  return {
    ...frame,
    unsettled: await Promise.all(
      quarters.map(async (quarter) => {
        const words = unsettledWords(quarter, await countOpenObjections(quarter), now());
        return { quarter, label: quarterLabel(quarter), words };
      }),
    ),
    open: await Promise.all(
      open.map(async (row) => openObjection(row, await getStandings(row.quarter, now()), session.memberId)),
    ),
    answered: answered.map((row) => objectionLine(row, row.name)),
  };
}
