import { formatDay, formatInstant } from "@/domain/calendar/labels";
import { lastDayOf } from "@/domain/calendar/shanghai";
import { dailyLimitRule, REASONS, tableFor } from "@/domain/points/table";
import { BOARD_RULE, type BoardRow } from "@/domain/ranking/boards";
import {
  answererFault,
  OBJECTION_RULE,
  objectionPeriod,
  objectionStage,
  maySettle,
  type ObjectionPeriod,
  type ObjectionStage,
} from "@/domain/ranking/objections";
import { listedOf, standings, TOP_RULE, type OwnPlace, type Standings, type TopRow } from "@/domain/ranking/season";
import { quarterLabel, signed } from "@/features/points/view";
import type { ObjectionCounts, ObjectionRow, SeasonStandings, SeasonState } from "./types";

export type SplitRow = { reason: string; name: string; points: number };
export type TopLine = TopRow & { readonly tied: boolean };
export type BoardLine = {
  place: number;
  name: string;
  people: number;
  sum: number;
  /** Points per head in hundredths, rounded down. */
  averageHundredths: number;
  /** True for the unit of the person who looks. */
  own: boolean;
};

/** What one person sees of a quarter's race: the own place alone, the top, the boards. */
export type SeasonView = {
  quarter: string;
  label: string;
  state: SeasonState;
  /** Last day, in Asia/Shanghai. */
  endsOn: string;
  joined: boolean;
  showName: boolean;
  people: number;
  own: (OwnPlace & { split: SplitRow[] }) | null;
  top: TopLine[];
  leftOut: string | null;
  boards: { branches: BoardLine[]; organisations: BoardLine[] };
  rules: string[];
  /** 公示 once the quarter is over. */
  objection: ObjectionView | null;
  digest: string | null;
};

export type ObjectionView = Pick<ObjectionPeriod, "from" | "until" | "settlesOn" | "isKnown"> &
  ObjectionCounts & { stage: ObjectionStage };

export type SeasonViewer = {
  readonly memberId: string;
  readonly branchId: string | null;
  readonly organisationId: string | null;
};

const SEASON_RULES = [
  "点了参加才算参加，随时可以退出；不参加不影响学习，也不进任何考核。",
  "参加以后，这一季从头到尾的积分都算。",
  "同分同名次，不比快慢。",
  OBJECTION_RULE,
  "公示以后按流水结算一次，谁都可以下载流水重算。",
];

function boardLines(rows: readonly BoardRow[], ownId: string | null): BoardLine[] {
  return rows.map(({ kind, id, place, name, people, sum, averageHundredths }) => ({
    ...{ place, name, people, sum, averageHundredths },
    own: kind === "unit" && id === ownId,
  }));
}

/** The own points by reason, most first; what cancelled out is left away. */
function splitView(quarter: string, sums: ReadonlyMap<string, number>): SplitRow[] {
  const rows = tableFor(quarter).rows;
  return REASONS.flatMap((reason) => {
    const points = sums.get(reason) ?? 0;
    return points === 0 ? [] : [{ reason, name: rows[reason].name, points }];
  }).sort((a, b) => b.points - a.points);
}

function topLines(top: Standings["top"]): TopLine[] {
  const sharing = new Map<number, number>();
  for (const row of top) sharing.set(row.place, (sharing.get(row.place) ?? 0) + 1);
  return top.map((row) => ({ ...row, tied: (sharing.get(row.place) ?? 0) > 1 }));
}

/**
 * `entry` is the person's own as it stands now: who left a moment ago is in no list, even when the standings are a few
 * seconds older.
 */
export function seasonView(input: {
  season: SeasonStandings;
  viewer: SeasonViewer;
  entry: { showName: boolean } | null;
  sums: ReadonlyMap<string, number>;
}): SeasonView {
  const { season, viewer, entry, sums } = input;
  const { quarter, state, digest, boards } = season;
  const isClosed = state === "closed";
  const joined = entry === null && !isClosed ? withoutOwn(season, viewer) : season.joined;
  const { own, top, leftOut } = standings({ joined, viewer });
  const table = tableFor(quarter);
  return {
    ...{ quarter, label: quarterLabel(quarter), state, digest },
    endsOn: lastDayOf(quarter),
    joined: entry !== null || own !== null,
    showName: entry?.showName ?? false,
    people: joined.length,
    own: own === null ? null : { ...own, split: isClosed ? [] : splitView(quarter, sums) },
    ...{ top: topLines(top), leftOut },
    boards: {
      branches: boardLines(boards.branch, viewer.branchId),
      organisations: boardLines(boards.organisation, viewer.organisationId),
    },
    objection: state === "open" ? null : objectionView(season),
    rules: [...SEASON_RULES, TOP_RULE, BOARD_RULE, dailyLimitRule(table)],
  };
}

function objectionView({ quarter, day, objections }: SeasonStandings): ObjectionView {
  const period = objectionPeriod(quarter);
  const { from, until, settlesOn, isKnown } = period;
  return { from, until, settlesOn, isKnown, stage: objectionStage(period, day), ...objections };
}

function withoutOwn(season: SeasonStandings, viewer: SeasonViewer): SeasonStandings["joined"] {
  return season.joined.filter((person) => person.memberId !== viewer.memberId);
}

/** An objection as the person who made it, or the committee, reads it. */
export type ObjectionLine = {
  id: string;
  head: string;
  text: string;
  at: string;
  /** Null while it waits. */
  answer: string | null;
  correction: string | null;
};

const ABOUT_LABELS = { points: "自己的积分", place: "榜上的名次" } as const;

/** `name` is given where the reader is not the person. */
export function objectionLine(row: ObjectionRow, name?: string): ObjectionLine {
  const { id, about, text, createdAt, answer, correction } = row;
  const head =
    name === undefined ? ABOUT_LABELS[about] : `${name}，${quarterLabel(row.quarter)}，${ABOUT_LABELS[about]}`;
  return {
    ...{ id, head, text, at: formatInstant(createdAt), answer: answer === "" ? null : answer },
    correction: correction === null ? null : `按这条异议更正${signed(correction)}分，记在流水里`,
  };
}

/** Where a quarter that is over and not settled stands, for the committee. */
export function unsettledWords(quarter: string, open: number, now: Date): string {
  const { until, settlesOn } = objectionPeriod(quarter);
  const settling = maySettle({ quarter, openObjections: open, now });
  const waiting = open === 0 ? "没有等答复的异议" : `${open}条异议等答复，答复以前不结算`;
  if (!settling.may && settling.why !== "waits")
    return `公示到${formatDay(until)}，${formatDay(settlesOn)}结算；${waiting}`;
  return `公示期已过，${open === 0 ? "今晚零点半结算" : waiting}`;
}

export type OpenObjection = ObjectionLine & {
  memberId: string;
  /** Whose points this reader's answer may correct. */
  people: { value: string; label: string }[];
  /** Why this reader does not answer it. */
  whyNot: string | null;
};

/** An objection that waits, as somebody of the committee finds it. */
export function openObjection(
  { name, ...row }: ObjectionRow & { name: string },
  season: SeasonStandings,
  actorId: string,
): OpenObjection {
  const { memberId } = row;
  const whyNot = answererFault({ objectorId: memberId }, actorId);
  return { ...objectionLine(row, name), memberId, whyNot, people: correctable(season, memberId, actorId) };
}

/** Whose points an answer may correct: who objected, and the top of the list; never those of whoever answers. */
function correctable(season: SeasonStandings, objectorId: string, actorId: string): OpenObjection["people"] {
  const listed = listedOf(season.joined).map(({ memberId, name, place, points }) => ({
    ...{ value: memberId, label: `第${place}名 ${name}，${points}分` },
  }));
  const others = listed.filter(({ value }) => value !== objectorId && value !== actorId);
  return [{ value: objectorId, label: "提出异议的人" }, ...others];
}
