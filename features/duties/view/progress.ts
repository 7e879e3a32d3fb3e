import type { EarlierRow, ProgressRow } from "../queries/progress";

export type Sums = Pick<ProgressRow, "total" | "due" | "done" | "overdue" | "deferred">;

const NOTHING: Sums = { total: 0, due: 0, done: 0, overdue: 0, deferred: 0 };

export function sumOf(rows: readonly Sums[]): Sums {
  return rows.reduce<Sums>(
    (sum, row) => ({
      ...{ total: sum.total + row.total, due: sum.due + row.due, done: sum.done + row.done },
      ...{ overdue: sum.overdue + row.overdue, deferred: sum.deferred + row.deferred },
    }),
    NOTHING,
  );
}

/** Whole percent, half rounded up; null when nothing is due. */
export const percentDone = ({ due, done }: Sums): number | null =>
  due === 0 ? null : Math.floor((200 * done + due) / (2 * due));

export const doneWords = ({ due, done }: Sums): string => (due === 0 ? "还没有到期的" : `${done} / ${due}件`);

export type StationProgress = { id: string; name: string; organisations: number; sums: Sums };

/** By station, in the order of the stations; those without any duty have zeros. */
export function byStation(
  stations: readonly { id: string; name: string }[],
  rows: readonly ProgressRow[],
): StationProgress[] {
  return stations.map(({ id, name }) => {
    const own = rows.filter(({ stationId }) => stationId === id);
    return { id, name, organisations: own.length, sums: sumOf(own) };
  });
}

export type ProgressChart = {
  words: string;
  points: { label: string; percent: number | null; cells: string[] }[];
};

/** What is done of what is due, station by station. */
export function stationChart(lines: readonly StationProgress[]): ProgressChart {
  const points = lines.map(({ name, sums }) => ({
    ...{ label: name, percent: percentDone(sums) },
    cells: [String(sums.done), String(sums.due)],
  }));
  const words = lines.map(({ name, sums }) => `${name}${doneWords(sums)}`).join("，");
  return { points, words: `${words}。` };
}

export type Backlog = {
  /** Organisations with something past its day, of the year or of one before. */
  silent: number;
  /** What is past its day or put off, in all, and how many of them are of years before. */
  gaps: number;
  earlier: number;
};

/** What is left open of a year together with what the years before left: an organisation counts once. */
export function backlogOf(rows: readonly ProgressRow[], earlier: readonly EarlierRow[]): Backlog {
  const late = [...rows, ...earlier].filter(({ overdue }) => overdue > 0);
  const sum = (of: readonly { gaps: number }[]): number => of.reduce((all, { gaps }) => all + gaps, 0);
  return { silent: new Set(late.map(({ id }) => id)).size, gaps: sum(rows) + sum(earlier), earlier: sum(earlier) };
}

export type DutyDecision = { count: number; what: string; hint: string; verb: string; href: string };

type Waiting = {
  reported: number;
  /** Organisations with something past its day, as it stands now. */
  silent: number;
  /** How many duties of the years before are open still. */
  earlier: number;
  /** Lists of this year: none, a draft, or issued. */
  template: "none" | "draft" | "issued";
  year: string;
  mayDraw: boolean;
};

/** What waits for the committee this week. */
export function decisionsOf({ reported, silent, earlier, template, year, mayDraw }: Waiting): DutyDecision[] {
  const decisions: (DutyDecision | false)[] = [
    mayDraw &&
      template !== "issued" && {
        count: 1,
        what: template === "none" ? `${year}年还没有责任清单` : `${year}年的责任清单还是草稿`,
        ...{ hint: "下发以后，各家组织按日子看到自己的责任", verb: "去看看" },
        href: template === "none" ? "/committee/duties/years" : `/committee/duties/years/${year}`,
      },
    {
      ...{ count: reported, what: "件责任报了办结，等确认", hint: "看过写的情况就可以确认，可以几件一起" },
      ...{ verb: "去确认", href: "/committee/duties/reported" },
    },
    {
      ...{ count: silent, what: "家组织有过了日子、没说原因的" },
      hint: `${earlier > 0 ? "有以前年份留下的。" : ""}先问一声，是忙不过来还是没看到`,
      ...{ verb: "看是哪些", href: "#gaps" },
    },
  ];
  return decisions.filter((one): one is DutyDecision => one !== false && one.count > 0);
}
