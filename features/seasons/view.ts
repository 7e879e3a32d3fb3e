import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf, quarterBounds } from "@/domain/calendar/shanghai";
import { dailyLimitRule, REASONS, tableFor } from "@/domain/points/table";
import { BOARD_RULE, type BoardRow } from "@/domain/ranking/boards";
import { standings, TOP_RULE, type OwnPlace, type Standings, type TopRow } from "@/domain/ranking/season";
import { quarterLabel } from "@/features/points/view";
import type { SeasonStandings, SeasonState } from "./types";

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
  digest: string | null;
};

export type SeasonViewer = {
  readonly memberId: string;
  readonly branchId: string | null;
  readonly organisationId: string | null;
};

const SEASON_RULES = [
  "点了参加才算参加，随时可以退出；不参加不影响学习，也不进任何考核。",
  "参加以后，这一季从头到尾的积分都算。",
  "同分同名次，不比快慢。",
  "季末按流水结算一次，谁都可以下载流水重算。",
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
    endsOn: addDays(businessDateOf(quarterBounds(quarter).end), -1),
    joined: entry !== null || own !== null,
    showName: entry?.showName ?? false,
    people: joined.length,
    own: own === null ? null : { ...own, split: isClosed ? [] : splitView(quarter, sums) },
    ...{ top: topLines(top), leftOut },
    boards: {
      branches: boardLines(boards.branch, viewer.branchId),
      organisations: boardLines(boards.organisation, viewer.organisationId),
    },
    rules: [...SEASON_RULES, TOP_RULE, BOARD_RULE, dailyLimitRule(table)],
  };
}

function withoutOwn(season: SeasonStandings, viewer: SeasonViewer): SeasonStandings["joined"] {
  return season.joined.filter((person) => person.memberId !== viewer.memberId);
}
