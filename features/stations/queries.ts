import { NAMES_TOLD, type Remaining } from "@/domain/people/remaining";
import type { ZoneScope } from "@/features/access/types";
import { db, type Tx } from "@/lib/db";
import { selectRows } from "@/lib/db/prepared";

export type StationRow = { id: string; name: string; sort: number };

/** All stations that are open, the central one first, for choosing one. */
export function listStations(): Promise<StationRow[]> {
  return db().station.findMany({
    where: { state: "active" },
    orderBy: [{ sort: "asc" }, { name: "asc" }],
    select: { id: true, name: true, sort: true },
  });
}

/** The open stations of the scope, for choosing one. */
export async function listStationChoices(scope: ZoneScope): Promise<StationRow[]> {
  const stations = await listStations();
  return scope.stationId === null ? stations : stations.filter((station) => station.id === scope.stationId);
}

/** What a form that edits the station stands on; null when there is none. */
export async function findStationValues(
  id: string,
): Promise<{ version: number; values: { name: string; position: string } } | null> {
  const station = await db().station.findUnique({ where: { id }, select: { name: true, version: true } });
  if (!station) return null;
  const position = (await listStations()).findIndex((one) => one.id === id) + 1;
  return { version: station.version, values: { name: station.name, position: String(position) } };
}

export type StationDetail = StationRow & {
  state: "active" | "closed";
  version: number;
  organisations: number;
  branches: number;
  /** People who work today for one of its organisations, whatever their standing. */
  people: number;
};

/** The stations of the scope with what belongs to them today; the open ones in their order, then the closed ones. */
export async function listStationDetails(scope: ZoneScope, today: string): Promise<StationDetail[]> {
  const open = { where: { state: "active" } };
  const rows = await db().station.findMany({
    where: scope.stationId === null ? {} : { id: scope.stationId },
    orderBy: [{ state: "asc" }, { sort: "asc" }, { name: "asc" }],
    select: {
      ...{ id: true, name: true, sort: true, state: true, version: true },
      _count: { select: { organisations: open, branches: open } },
    },
  });
  const people = await countPeople(today);
  return rows.map(({ _count, state, ...row }) => ({
    ...row,
    ..._count,
    state: state === "closed" ? "closed" : "active",
    people: people.get(row.id) ?? 0,
  }));
}

async function countPeople(today: string): Promise<Map<string, number>> {
  const sql = `SELECT o.station_id AS id, COUNT(*) AS people FROM employment e
    JOIN member m ON m.id = e.member_id AND m.state <> 'left' JOIN organisation o ON o.id = e.organisation_id
    WHERE e.since <= ? AND (e.until IS NULL OR e.until >= ?) GROUP BY o.station_id`;
  // A count is a number on SQLite and a big integer on PostgreSQL.
  const rows = await selectRows<{ id: string; people: number | bigint }>(sql, [today, today]);
  return new Map(rows.map((row) => [row.id, Number(row.people)]));
}

/** What keeps a station from being closed: open organisations and branches, and people in office over the station. */
export async function findRemaining(tx: Tx, stationId: string, today: string): Promise<Remaining[]> {
  const open = { where: { stationId, state: "active" } };
  const some = { ...open, orderBy: { name: "asc" }, take: NAMES_TOLD, select: { name: true } } as const;
  const inOffice = {
    ...{ scopeKind: "station", scopeId: stationId, revokedAt: null },
    ...{ OR: [{ until: null }, { until: { gte: today } }], member: { state: { not: "left" } } },
  };
  const [organisations, branches, holders] = [
    { count: await tx.organisation.count(open), rows: await tx.organisation.findMany(some) },
    { count: await tx.branch.count(open), rows: await tx.branch.findMany(some) },
    await tx.roleGrant.findMany({ where: inOffice, select: { member: { select: { name: true } } } }),
  ];
  const named = ({ count, rows }: { count: number; rows: { name: string }[] }) => ({
    count,
    names: rows.map((row) => row.name),
  });
  return [
    { what: "组织", unit: "家", ...named(organisations) },
    { what: "支部", unit: "个", ...named(branches) },
    { what: "任期内的职责", unit: "项", count: holders.length, names: holders.map(({ member }) => member.name) },
  ];
}
