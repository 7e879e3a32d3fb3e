import { groupBy } from "../grouping";
import { rank } from "./places";

/**
 * Boards of branches and of organisations in the quarter's race. A unit stands there with the people who joined, and all
 * their points of the quarter count for the unit they belong to now. Units with fewer than five such people are put
 * together per station; what still has fewer than five is put together for the whole zone, and what has fewer than five
 * there is not shown, so that no line tells the points of a few. Places go by points per head, in hundredths, rounded
 * down; equal points per head share the place.
 *
 * Example: 5 people with 41 points have 8.20 per head and stand before 20 people with 160 points, who have 8.00.
 */
export const BOARD_MINIMUM = 5;
export const BOARD_RULE =
  "按人均积分排名：参加者的本季积分之和除以参加人数，保留两位小数，多余部分舍去；人均相同的名次并列。只计自愿参加的人。参加者不足五人的合并到所在工作站，合并后仍不足五人的合并到全区，还不足五人的不列出。";

export type BoardKind = "branch" | "organisation";

export interface BoardPerson {
  readonly points: number;
  readonly branchId: string | null;
  readonly organisationId: string | null;
}

export interface BoardUnit {
  readonly id: string;
  readonly name: string;
  readonly stationId: string;
}

export interface BoardStation {
  readonly id: string;
  readonly name: string;
}

export interface BoardRow {
  readonly kind: "unit" | "station-pool" | "zone-pool";
  /** Of the unit or the station; empty for the zone. */
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly sum: number;
  readonly averageHundredths: number;
  readonly place: number;
}

type Line = Pick<BoardRow, "kind" | "id" | "name" | "people" | "sum">;

const UNIT_WORD: Readonly<Record<BoardKind, string>> = { branch: "支部", organisation: "组织" };

const isEnough = (line: Line): boolean => line.people >= BOARD_MINIMUM;

function pool(into: Pick<Line, "kind" | "id" | "name">, lines: readonly Line[]): Line {
  return {
    ...into,
    people: lines.reduce((people, line) => people + line.people, 0),
    sum: lines.reduce((sum, line) => sum + line.sum, 0),
  };
}

function linesOfUnits(kind: BoardKind, joined: readonly BoardPerson[], units: readonly BoardUnit[]): Line[] {
  const people = groupBy(joined, (person) => (kind === "branch" ? person.branchId : person.organisationId));
  return units.map(({ id, name }) => {
    const own = people.get(id) ?? [];
    return { kind: "unit", id, name, people: own.length, sum: own.reduce((sum, person) => sum + person.points, 0) };
  });
}

/**
 * The board, first place first. Only units in `units` count, and every station of theirs must stand in `stations`; somebody without a branch (or organisation) is in no line of
 * that board. No line has fewer than five people. The same for any order of the input.
 */
export function board(input: {
  kind: BoardKind;
  joined: readonly BoardPerson[];
  units: readonly BoardUnit[];
  stations: readonly BoardStation[];
}): BoardRow[] {
  const word = UNIT_WORD[input.kind];
  const stationOf = new Map(input.units.map((unit) => [unit.id, unit.stationId]));
  const units = linesOfUnits(input.kind, input.joined, input.units);
  const small = groupBy(
    units.filter((line) => !isEnough(line)),
    (line) => stationOf.get(line.id) ?? "",
  );
  const stations = input.stations.map(({ id, name }) =>
    pool({ kind: "station-pool", id, name: `（${name}）不足五人的${word}` }, small.get(id) ?? []),
  );
  const rest = stations.filter((line) => !isEnough(line));
  const zone = pool({ kind: "zone-pool", id: "", name: `（全区）其余不足五人的${word}` }, rest);
  const shown = [...units, ...stations, zone].filter(isEnough);
  const placed = rank(
    shown.map((line) => ({ line, id: `${line.kind} ${line.id}`, points: Math.floor((line.sum * 100) / line.people) })),
  );
  return placed.map(({ line, points, place }) => ({ ...line, averageHundredths: points, place }));
}
