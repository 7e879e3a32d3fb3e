import "server-only";
import { can } from "@/domain/access/can";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { latestQuarters } from "@/domain/figures/quarter";
import { figuresOf, type Figures } from "@/domain/figures/tallies";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { OpenConsole, ZoneScope } from "@/features/access/types";
import { countDueFeedback, countOpenFeedback } from "@/features/feedback/queries";
import { findAcceptedLibrary, findLoadedLibrary } from "@/features/installation/queries";
import { countStuck } from "@/features/jobs/queries";
import { missingHolidays } from "@/features/jobs/view";
import { topicLabel } from "@/features/library/queries";
import { quarterLabel } from "@/features/points/view";
import { countForCommittee } from "@/features/stories/queries/reviewing";
import { now } from "@/lib/clock";
import { QUARTERS_SHOWN } from "../constants";
import { countWaiting } from "../queries/decisions";
import { listTopicsOfDesk, readDesk } from "../queries/desk";
import { deskFilterSchema, type DeskFilter } from "../schema";
import { stationChart, topicChart, type Chart } from "../view/charts";
import { decisionsOf, type Decision, type DeskMay } from "../view/decisions";
import {
  deskHref,
  filtered,
  filterWords,
  organisationLines,
  pageOf,
  stationLines,
  type OrganisationLine,
  type StationLine,
} from "../view/desk";

/** The parameters of an address, as a page gets them. */
export type Params = Promise<Record<string, string | string[] | undefined>>;

type Choice = { value: string; label: string };

export type Desk = {
  who: string;
  place: string;
  decisions: Decision[];
  filter: DeskFilter;
  /** The filters in words. */
  words: string;
  quarter: string;
  quarters: Choice[];
  stations: Choice[];
  /** How many organisations and people there are in the scope. */
  organisations: number;
  people: number;
  sums: Figures;
  byStation: StationLine[] | null;
  flat: { lines: OrganisationLine[]; total: number; page: number; pages: number } | null;
  fileHref: string;
  stationChart: Chart;
  topicChart: Chart;
};

/** 工委工作台: what waits, figures by station and organisation. */
export async function loadDesk(params: Params): Promise<Desk> {
  const { scope, ...console } = await gateCommittee("/committee");
  const { session, grant } = console;
  const filter = deskFilterSchema.parse(await params);
  const today = businessDateOf(now());
  const [frame, decisions, parts] = await Promise.all([
    findFrame(session.memberId, grant),
    loadDecisions(scope, console, today),
    readDesk(scope, filter, today),
  ]);
  const { ask, stations, figures } = parts;
  const topics = await listTopicsOfDesk(scope, ask);
  const lines = organisationLines(parts);
  const found = filter.view === "all" || filter.q !== "" ? filtered(lines, parts) : null;
  return {
    ...{ ...frame, decisions, filter, quarter: quarterLabel(ask.quarter) },
    words: filterWords(filter, ask.quarter, stations),
    quarters: latestQuarters(today, QUARTERS_SHOWN).map((value) => ({ value, label: quarterLabel(value) })),
    stations: stations.map(({ id, name }) => ({ value: id, label: name })),
    organisations: lines.length,
    people: lines.reduce((sum, line) => sum + line.people, 0),
    sums: scope.stationId === null ? figures.zone : (figures.stations.get(scope.stationId) ?? figuresOf()),
    byStation: found === null ? stationLines(parts, lines) : null,
    flat: found === null ? null : pageOf(found, filter.page),
    fileHref: deskHref(filter, {}, "/committee/figures"),
    stationChart: stationChart(stationLines({ ...parts, filter: { ...filter, sort: "name", stationId: "" } }, [])),
    topicChart: topicChart(topics, topicLabel),
  };
}

/** What the role in use allows in its own scope. */
function mayOf({ actor, grant }: OpenConsole, { stationId }: ZoneScope): DeskMay {
  const content = { kind: "content" } as const;
  const station = { kind: "station", stationId: stationId ?? "" } as const;
  const duties = { kind: "duty-list", organisationId: "", stationId: stationId ?? "", branchId: null } as const;
  return {
    answer: can(actor, "feedback.answer", content),
    accept: can(actor, "content.accept-library", content),
    rerun: can(actor, "job.rerun", { kind: "zone" }),
    settle: can(actor, "season.answer", { kind: "zone" }),
    decide: grant.role === "committee",
    reviewContests: can(actor, "contest.review", { kind: "contest" }),
    reviewQuestions: can(actor, "question.review", { kind: "question" }),
    moderate: can(actor, "project.moderate", station),
    decideClaims: can(actor, "project.decide", station),
    confirm: can(actor, "duty.confirm", duties),
  };
}

async function loadDecisions(scope: ZoneScope, console: OpenConsole, today: string): Promise<Decision[]> {
  const may = mayOf(console, scope);
  const [waiting, feedback, feedbackDue, digest, accepted, jobs, stories] = await Promise.all([
    countWaiting(scope, console.session.memberId),
    may.answer ? countOpenFeedback() : 0,
    may.answer ? countDueFeedback(today) : 0,
    may.accept ? findLoadedLibrary() : null,
    findAcceptedLibrary(),
    may.rerun ? countStuck(now()) : 0,
    may.decide ? countForCommittee(scope, now()) : 0,
  ]);
  const isAccepted = digest === null || accepted?.digest === digest;
  return decisionsOf({
    ...{ ...waiting, feedback, feedbackDue, jobs, stories, may },
    missingYear: missingHolidays(today),
    library: isAccepted ? null : accepted ? "changed" : "new",
  });
}
