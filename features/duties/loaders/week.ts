import "server-only";
import { can } from "@/domain/access/can";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { listStationChoices } from "@/features/stations/queries";
import { now } from "@/lib/clock";
import { countReported } from "../queries/duties";
import { listEarlier, listGaps, listProgress, type ProgressRow } from "../queries/progress";
import { listTemplates } from "../queries/templates";
import { weekFilterSchema, type WeekFilter } from "../schema";
import { dutyCard, type DutyCard } from "../view/duty";
import {
  backlogOf,
  byStation,
  decisionsOf,
  stationChart,
  sumOf,
  type DutyDecision,
  type ProgressChart,
  type StationProgress,
  type Sums,
} from "../view/progress";
import { chosenYear } from "../view/years";

/** The parameters of an address, as a page gets them. */
export type Params = Promise<Record<string, string | string[] | undefined>>;

export type WeekPage = {
  who: string;
  place: string;
  year: string;
  years: { value: string; label: string }[];
  filter: WeekFilter;
  decisions: DutyDecision[];
  sums: Sums;
  stations: StationProgress[];
  chart: ProgressChart;
  organisations: { lines: ProgressRow[]; total: number; page: number; pages: number };
  /** How many there are in all, how many of them are of years before, and the first of them. */
  gaps: { total: number; earlier: number; first: (DutyCard & { organisationId: string; year: string })[] };
  /** A workbook that was decided in may come back. */
  mayBringIn: boolean;
};

const PAGE_LENGTH = 50;

/** 责任与提醒: what waits, how far the stations and organisations are, and why something is not done. */
export async function loadWeek(params: Params): Promise<WeekPage> {
  const { session, scope, actor, grant } = await gateCommittee("/committee/duties");
  const filter = weekFilterSchema.parse(await params);
  const today = businessDateOf(now());
  const templates = await listTemplates();
  const years = templates.map((template) => template.year);
  const year = chosenYear(filter.year, years, today);
  const [frame, rows, earlier, gaps, stations, reported] = await Promise.all([
    findFrame(session.memberId, grant),
    listProgress(scope, { year, today }),
    listEarlier(scope, { year, today }),
    listGaps(scope, { year, today }),
    listStationChoices(scope),
    countReported(scope, session.memberId, today),
  ]);
  const present = today.slice(0, 4);
  const template = templates.find((one) => one.year === present)?.state;
  const backlog = backlogOf(rows, earlier);
  const lines = byStation(stations, rows);
  return {
    ...{ ...frame, year, filter, sums: sumOf(rows), stations: lines, chart: stationChart(lines) },
    years: years.map((value) => ({ value, label: `${value}年` })),
    decisions: decisionsOf({
      ...{ ...backlog, reported, year: present, mayDraw: can(actor, "duty.draw-up", { kind: "zone" }) },
      template: template === "issued" ? "issued" : template === undefined ? "none" : "draft",
    }),
    organisations: pageOf(rows, filter),
    mayBringIn: can(
      actor,
      "register.import",
      scope.stationId === null ? { kind: "zone" } : { kind: "station", stationId: scope.stationId },
    ),
    gaps: {
      ...{ total: backlog.gaps, earlier: backlog.earlier },
      first: gaps.map((row) => ({ ...dutyCard(row, today), organisationId: row.organisationId, year: row.year })),
    },
  };
}

function pageOf(rows: readonly ProgressRow[], { q, stationId, gaps, page }: WeekFilter): WeekPage["organisations"] {
  const found = rows.filter(
    (row) => row.name.includes(q) && (stationId === "" || row.stationId === stationId) && (gaps === "" || row.gaps > 0),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE_LENGTH));
  const shown = Math.min(page, pages);
  const lines = found.slice((shown - 1) * PAGE_LENGTH, shown * PAGE_LENGTH);
  return { lines, total: found.length, page: shown, pages };
}
