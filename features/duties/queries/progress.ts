import type { ZoneScope } from "@/features/access/types";
import { db, type Prisma } from "@/lib/db";
import { selectRows } from "@/lib/db/prepared";
import type { NamedDuty } from "./duties";

export type ProgressRow = {
  readonly id: string;
  readonly name: string;
  readonly stationId: string;
  /** All of the year. */
  readonly total: number;
  /** Due by today, or done already. */
  readonly due: number;
  readonly done: number;
  /** Past their day and open: nobody has said why. A reason that was given speaks of an earlier day, which has passed too. */
  readonly overdue: number;
  /** Open and put off with a reason to a day that has not passed. */
  readonly deferred: number;
  /** Past their day or put off: what `listGaps` lists. */
  readonly gaps: number;
};

type Row = { id: string; name: string; station_id: string } & Record<
  "total" | "due" | "done" | "overdue" | "deferred" | "gaps",
  number | bigint | null
>;

/** How far every open organisation of the scope is with the duties of a year. */
export async function listProgress(
  { stationId }: ZoneScope,
  { year, today }: { year: string; today: string },
): Promise<ProgressRow[]> {
  const place = stationId === null ? { sql: "", values: [] } : { sql: "AND o.station_id = ?", values: [stationId] };
  const rows = await selectRows<Row>(
    `SELECT o.id, o.name, o.station_id, COUNT(d.id) AS total,
       SUM(CASE WHEN d.state <> 'open' OR d.due_on <= ? THEN 1 ELSE 0 END) AS due,
       SUM(CASE WHEN d.state <> 'open' THEN 1 ELSE 0 END) AS done,
       SUM(CASE WHEN d.state = 'open' AND d.due_on < ? THEN 1 ELSE 0 END) AS overdue,
       SUM(CASE WHEN d.state = 'open' AND d.due_on >= ? AND d.deferral <> '' THEN 1 ELSE 0 END) AS deferred,
       SUM(CASE WHEN d.state = 'open' AND (d.due_on < ? OR d.deferral <> '') THEN 1 ELSE 0 END) AS gaps
     FROM organisation o JOIN duty d ON d.organisation_id = o.id AND d.year = ? AND d.state <> 'dropped'
     WHERE o.state = 'active' ${place.sql} GROUP BY o.id, o.name, o.station_id ORDER BY o.name, o.id`,
    [today, today, today, today, year, ...place.values],
  );
  return rows.map(({ id, name, station_id, ...counts }) => ({
    ...{ id, name, stationId: station_id, total: Number(counts.total), due: Number(counts.due) },
    ...{ done: Number(counts.done), overdue: Number(counts.overdue), deferred: Number(counts.deferred) },
    ...{ gaps: Number(counts.gaps) },
  }));
}

/** Of one organisation, what is left open of the years before. */
export type EarlierRow = { readonly id: string; readonly overdue: number; readonly gaps: number };

/** What is past its day or put off of the years before one, by organisation of the scope: in January December goes on. */
export async function listEarlier(
  { stationId }: ZoneScope,
  { year, today }: { year: string; today: string },
): Promise<EarlierRow[]> {
  const place = stationId === null ? { sql: "", values: [] } : { sql: "AND o.station_id = ?", values: [stationId] };
  const rows = await selectRows<{ id: string; overdue: number | bigint | null; gaps: number | bigint }>(
    `SELECT o.id, SUM(CASE WHEN d.due_on < ? THEN 1 ELSE 0 END) AS overdue, COUNT(d.id) AS gaps
     FROM organisation o JOIN duty d ON d.organisation_id = o.id AND d.year < ? AND d.state = 'open'
       AND (d.due_on < ? OR d.deferral <> '')
     WHERE o.state = 'active' ${place.sql} GROUP BY o.id ORDER BY o.id`,
    [today, year, today, ...place.values],
  );
  return rows.map(({ id, overdue, gaps }) => ({ id, overdue: Number(overdue), gaps: Number(gaps) }));
}

const MOST = 30;

/**
 * The first of what is past its day, put off before or not, and the first of what is put off with a reason to a day to
 * come, of the year and those before it, in the scope; the oldest of each first.
 */
export async function listGaps(
  { stationId }: ZoneScope,
  { year, today }: { year: string; today: string },
): Promise<NamedDuty[]> {
  const first = (wanted: Prisma.DutyWhereInput) =>
    db().duty.findMany({
      where: {
        ...{ year: { lte: year }, state: "open", ...wanted },
        organisation: { state: "active", ...(stationId === null ? {} : { stationId }) },
      },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: MOST,
      include: { organisation: { select: { name: true, state: true } } },
    });
  const [overdue, putOff] = await Promise.all([
    first({ dueOn: { lt: today } }),
    first({ dueOn: { gte: today }, deferral: { not: "" } }),
  ]);
  return [...overdue, ...putOff];
}
