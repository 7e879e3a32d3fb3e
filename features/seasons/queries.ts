import { businessDateOf, isQuarter, lastDayOf, quarterOf } from "@/domain/calendar/shanghai";
import { TABLES } from "@/domain/points/table";
import { board, type BoardStation, type BoardUnit } from "@/domain/ranking/boards";
import type { Joined } from "@/domain/ranking/season";
import type { ZoneScope } from "@/features/access/types";
import { PLACES_OF_DAY } from "@/features/members/queries";
import { db } from "@/lib/db";
import { selectRows, toBoolean, type SqlBoolean } from "@/lib/db/prepared";
import { remembered } from "@/lib/remembered";
import type { Boards, ObjectionCounts, ObjectionRow, SeasonStandings } from "./types";

type Own = { readonly memberId: string };

/** Shown for somebody who left after the closing: sums and places stand, the name is gone. */
const LEFT = "已退出";

type JoinedRow = {
  member_id: string;
  name: string;
  show_name: SqlBoolean;
  points: number;
  branch_id: string | null;
  organisation_id: string | null;
};

const toJoined = (row: JoinedRow): Joined => ({
  ...{ memberId: row.member_id, name: row.name, points: Number(row.points), showName: toBoolean(row.show_name) },
  ...{ branchId: row.branch_id, organisationId: row.organisation_id },
});

/** Those who joined the quarter, with the cached sums and the places of `day`. Nobody else is read. */
export async function listJoined(quarter: string, day: string): Promise<Joined[]> {
  const rows = await selectRows<JoinedRow>(
    `SELECT e.member_id, m.name, e.show_name,
       CAST(COALESCE((SELECT SUM(t.total) FROM points_total t
         WHERE t.member_id = e.member_id AND t.quarter = e.quarter), 0) AS INTEGER) AS points, ${PLACES_OF_DAY}
     FROM season_entry e JOIN member m ON m.id = e.member_id
     WHERE e.quarter = ? AND m.state <> 'left'`,
    [day, day, day, day, quarter],
  );
  return rows.map(toJoined);
}

/** The places of a closed quarter; who left since is shown without a name and belongs nowhere. */
async function listClosedPlaces(quarter: string, day: string): Promise<Joined[]> {
  const rows = await selectRows<JoinedRow & { pseudonym: string; state: string | null }>(
    `SELECT p.pseudonym, p.member_id, m.name, m.state, p.show_name, p.points, ${PLACES_OF_DAY}
     FROM season_place p LEFT JOIN member m ON m.id = p.member_id WHERE p.quarter = ?`,
    [day, day, day, day, quarter],
  );
  return rows.map((row) => {
    const gone = row.member_id === null || row.state === "left";
    if (!gone) return toJoined(row);
    const nobody = { memberId: `left:${row.pseudonym}`, name: LEFT, branchId: null, organisationId: null };
    return { ...nobody, points: Number(row.points), showName: true };
  });
}

async function listUnits(): Promise<{ stations: BoardStation[]; branches: BoardUnit[]; organisations: BoardUnit[] }> {
  const select = { id: true, name: true, stationId: true } as const;
  const [stations, branches, organisations] = await Promise.all([
    db().station.findMany({ select: { id: true, name: true } }),
    db().branch.findMany({ select }),
    db().organisation.findMany({ select }),
  ]);
  return { stations, branches, organisations };
}

/** The boards over those who joined. */
export async function getBoards(joined: readonly Joined[]): Promise<Boards> {
  const { stations, branches, organisations } = await listUnits();
  return {
    branch: board({ kind: "branch", joined, units: branches, stations }),
    organisation: board({ kind: "organisation", joined, units: organisations, stations }),
  };
}

/** True for a quarter that may have a race: from the first table of points to the present one. */
export function isSeason(quarter: string, now: Date): boolean {
  return isQuarter(quarter) && quarter >= (TABLES[0]?.version ?? "") && quarter <= quarterOf(businessDateOf(now));
}

/**
 * A quarter's race, at most five seconds old. Ask `isSeason` first. Whose name is masked goes by the branches of today; once
 * the quarter is over its boards go by those of its last day, as they will be settled.
 */
export function getStandings(quarter: string, now: Date): Promise<SeasonStandings> {
  return remembered(standingsName(quarter), async () => {
    const day = businessDateOf(now);
    const objections = await countObjections(quarter);
    const season = await db().season.findUnique({ where: { quarter }, select: { digest: true, boards: true } });
    if (season !== null) {
      const boards = JSON.parse(season.boards) as Boards;
      const joined = await listClosedPlaces(quarter, day);
      return { quarter, state: "closed", joined, boards, digest: season.digest, objections, day };
    }
    const joined = await listJoined(quarter, day);
    const state = quarter === quarterOf(day) ? "open" : "ended";
    const placed = state === "open" ? joined : await listJoined(quarter, lastDayOf(quarter));
    return { quarter, state, joined, boards: await getBoards(placed), digest: null, objections, day };
  });
}

/** The name under which the standings are remembered, to be forgotten when somebody joins or leaves. */
export function standingsName(quarter: string): string {
  return `seasons.standings.${quarter}`;
}

/** The person's own entry; null when they have not joined, or have left. */
export async function findOwnEntry(own: Own, quarter: string): Promise<{ showName: boolean } | null> {
  return db().seasonEntry.findUnique({
    where: { quarter_memberId: { quarter, memberId: own.memberId } },
    select: { showName: true },
  });
}

/** Quarters that were settled, newest first. */
export async function listClosedQuarters(): Promise<string[]> {
  const rows = await db().season.findMany({ select: { quarter: true }, orderBy: { quarter: "desc" } });
  return rows.map((row) => row.quarter);
}

/** The exact text of a settled quarter with its digest; null while it is not settled. */
export function findArchive(quarter: string): Promise<{ archive: string; digest: string; closedAt: Date } | null> {
  return db().season.findUnique({
    where: { quarter },
    select: { archive: true, digest: true, closedAt: true },
  });
}

/** Objections to a quarter that wait for an answer. */
export function countOpenObjections(quarter: string): Promise<number> {
  return db().seasonObjection.count({ where: { quarter, state: "open" } });
}

async function countObjections(quarter: string): Promise<ObjectionCounts> {
  const count = (where: object) => db().seasonObjection.count({ where: { quarter, ...where } });
  const [open, answered, corrected] = await Promise.all([
    count({ state: "open" }),
    count({ state: "answered" }),
    count({ state: "answered", correction: { not: null } }),
  ]);
  return { open, answered, corrected };
}

const OBJECTION = {
  ...{ id: true, quarter: true, memberId: true, about: true, text: true },
  ...{ createdAt: true, answer: true, correction: true },
} as const;
const ANSWERED_SHOWN = 20;

type StoredObjection = Omit<ObjectionRow, "about"> & { about: string };
const toObjection = (row: StoredObjection): ObjectionRow => ({ ...row, about: row.about as ObjectionRow["about"] });

/** The person's own objections to a quarter, newest first. */
export async function listOwnObjections(own: Own, quarter: string): Promise<ObjectionRow[]> {
  const rows = await db().seasonObjection.findMany({
    where: { memberId: own.memberId, quarter, state: { not: "withdrawn" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: OBJECTION,
  });
  return rows.map(toObjection);
}

/** All that waits, oldest first, or what was answered lately; with the name of who objected. */
export async function listObjections(
  _scope: ZoneScope,
  state: "open" | "answered",
): Promise<(ObjectionRow & { name: string })[]> {
  const rows = await db().seasonObjection.findMany({
    where: { state },
    orderBy: state === "open" ? [{ createdAt: "asc" }, { id: "asc" }] : [{ answeredAt: "desc" }, { id: "desc" }],
    ...(state === "open" ? {} : { take: ANSWERED_SHOWN }),
    select: { ...OBJECTION, member: { select: { name: true } } },
  });
  return rows.map(({ member, ...row }) => ({ ...toObjection(row), name: member.name }));
}

/** Quarters before the present one that somebody joined and that are not settled, oldest first. */
export async function listUnsettledQuarters(now: Date): Promise<string[]> {
  const present = quarterOf(businessDateOf(now));
  const [joined, settled] = await Promise.all([
    db().seasonEntry.findMany({
      where: { quarter: { lt: present } },
      distinct: ["quarter"],
      select: { quarter: true },
    }),
    listClosedQuarters(),
  ]);
  return joined
    .map((row) => row.quarter)
    .filter((quarter) => !settled.includes(quarter))
    .sort();
}

const DAYS_TO_TELL = 14;

/** Quarters settled within the last two weeks, for telling those who joined; older ones are no news. */
export async function listLatelyClosed(now: Date): Promise<string[]> {
  const since = new Date(now.getTime() - DAYS_TO_TELL * 86_400_000);
  const rows = await db().season.findMany({ where: { closedAt: { gte: since } }, select: { quarter: true } });
  return rows.map((row) => row.quarter).sort();
}
