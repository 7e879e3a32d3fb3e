import { maskName } from "@/domain/people/name";
import { groupBy } from "../grouping";
import { rank, type Placed } from "./places";

/**
 * The quarter's race among those who joined it. Somebody sees the own place and the top of the list, nobody sees the
 * rest. Equal points are shown together or not at all: from the first place down, each group of equal points is shown
 * whole while its place is within the first twenty and the list stays within fifty rows; the first group that does not
 * fit ends the list. Who has no points yet is not in the top. Names outside the viewer's branch are masked, except of
 * those who chose 公布全名 when joining.
 *
 * Example: nineteen people with different points and three who share place 20 → all twenty-two are shown; forty-five
 * above and ten who share a place → none of the ten.
 */
const TOP_PLACES = 20;
const TOP_ROWS = 50;
export const TOP_RULE = `榜单只列自愿参加且有积分的人，列到第${TOP_PLACES}名；同分并列，要列都列，要不列都不列，总数不超过${TOP_ROWS}行。其余的人只看到自己的名次。`;

export interface Joined {
  readonly memberId: string;
  readonly name: string;
  readonly points: number;
  readonly branchId: string | null;
  readonly organisationId: string | null;
  readonly showName: boolean;
}

export interface Viewer {
  readonly memberId: string;
  readonly branchId: string | null;
}

export interface OwnPlace {
  readonly place: number;
  readonly points: number;
  /** True when somebody else has the same points. */
  readonly shared: boolean;
}

/** What a list shows of a person: no id, and the name as this viewer may see it. */
export interface TopRow {
  readonly place: number;
  readonly points: number;
  readonly name: string;
  readonly own: boolean;
}

export interface Standings {
  /** Null for somebody who has not joined. */
  readonly own: OwnPlace | null;
  readonly top: readonly TopRow[];
  /** In Chinese, when a tie within the first twenty places was too large to be shown. */
  readonly leftOut: string | null;
}

type Row = Placed<Joined & { readonly id: string }>;

function groupsOf(rows: readonly Row[]): Row[][] {
  return [...groupBy(rows, (row) => row.place).values()];
}

function topOf(rows: readonly Row[]): Pick<Standings, "leftOut"> & { shown: Row[] } {
  const shown: Row[] = [];
  for (const group of groupsOf(rows.filter((row) => row.points > 0))) {
    const place = group[0]?.place ?? 0;
    if (place > TOP_PLACES) break;
    if (shown.length + group.length > TOP_ROWS) {
      return { shown, leftOut: `并列第${place}名的有${group.length}人，榜单从这里起不再列出。` };
    }
    shown.push(...group);
  }
  return { shown, leftOut: null };
}

/** The people of the top with their places: for those who keep the race, and for its honours. */
export function listedOf(joined: readonly Joined[]): readonly Row[] {
  return topOf(rank(joined.map((row) => ({ ...row, id: row.memberId })))).shown;
}

function nameFor(row: Row, viewer: Viewer): string {
  const sameBranch = viewer.branchId !== null && row.branchId === viewer.branchId;
  return row.memberId === viewer.memberId || sameBranch || row.showName ? row.name : maskName(row.name);
}

function ownPlace(rows: readonly Row[], viewer: Viewer): OwnPlace | null {
  const own = rows.find((row) => row.memberId === viewer.memberId);
  if (own === undefined) return null;
  return { place: own.place, points: own.points, shared: rows.filter((row) => row.place === own.place).length > 1 };
}

/** Holds nobody who is not in `joined`. The same for any order of `joined`. */
export function standings(input: { joined: readonly Joined[]; viewer: Viewer }): Standings {
  const rows = rank(input.joined.map((row) => ({ ...row, id: row.memberId })));
  const { shown, leftOut } = topOf(rows);
  const top = shown.map((row) => ({
    place: row.place,
    points: row.points,
    name: nameFor(row, input.viewer),
    own: row.memberId === input.viewer.memberId,
  }));
  return { own: ownPlace(rows, input.viewer), top, leftOut };
}
