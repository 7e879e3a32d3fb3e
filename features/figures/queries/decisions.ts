import type { ZoneScope } from "@/features/access/types";
import { selectRows } from "@/lib/db/prepared";
import type { Part } from "./parts";

/** What waits for somebody in the scope. */
export type Waiting = {
  readonly objections: number;
  readonly seasonObjections: number;
  readonly transfers: number;
  readonly applications: number;
  /** Contests and questions of one's own that somebody else has to release. */
  readonly contests: number;
  readonly proposals: number;
  /** Volunteer projects before their first and before their second look. */
  readonly unchecked: number;
  readonly checked: number;
  /** Claims that wait for the station's assent or confirmation. */
  readonly claims: number;
  /** Duties that were reported done. */
  readonly duties: number;
};

type Parts = Readonly<Record<keyof Waiting, Part>>;

const ORGANISATIONS = "SELECT id FROM organisation WHERE station_id = ?";
const BRANCHES = "SELECT id FROM branch WHERE station_id = ?";
const PLACES = `${ORGANISATIONS} UNION ALL ${BRANCHES}`;

/** Of everything in the zone; `writers` is a JSON list of ids. */
function inZone(readerId: string): Parts {
  const open = (table: string): Part => ({ sql: `SELECT COUNT(*) FROM ${table} w WHERE w.state = 'open'`, values: [] });
  const others = (table: string, state: string): Part => ({
    sql: `SELECT COUNT(*) FROM ${table} w WHERE w.state = '${state}' AND w.writers NOT LIKE ?`,
    values: [`%"${readerId}"%`],
  });
  return {
    ...{ objections: open("figure_objection"), seasonObjections: open("season_objection") },
    ...{ transfers: open("transfer"), applications: open("application") },
    ...{ contests: others("contest", "submitted"), proposals: others("question_proposal", "submitted") },
    unchecked: others("project", "submitted"),
    checked: and(others("project", "checked"), "w.checker_id <> ?", readerId),
    claims: {
      sql: `SELECT COUNT(*) FROM project_claim w JOIN project p ON p.id = w.project_id
        WHERE w.state IN ('held', 'done') AND w.member_id <> ? AND NOT (w.claimant_kind = 'member' AND w.claimant_id = ?)`,
      values: [readerId, readerId],
    },
    duties: {
      // By way of the years, so that the index over year and state is used.
      sql: `SELECT COUNT(*) FROM duty_template t JOIN duty w ON w.year = t.year AND w.state = 'done'
        WHERE (w.done_by_id IS NULL OR w.done_by_id <> ?)`,
      values: [readerId],
    },
  };
}

const and = ({ sql, values }: Part, more: string, ...added: string[]): Part => ({
  sql: `${sql} AND ${more}`,
  values: [...values, ...added],
});

const NONE: Part = { sql: "0", values: [] };

/** The same of one station: its organisations, projects and branches. The race, contests and questions are the whole zone's. */
function atStation(stationId: string, readerId: string): Parts {
  const all = inZone(readerId);
  const once = [stationId];
  const twice = [stationId, stationId];
  return {
    ...{ seasonObjections: NONE, contests: NONE, proposals: NONE },
    objections: and(all.objections, `w.organisation_id IN (${ORGANISATIONS})`, ...once),
    transfers: and(all.transfers, `(w.from_id IN (${PLACES}) OR w.to_id IN (${PLACES}))`, ...twice, ...twice),
    applications: and(all.applications, `w.branch_id IN (${BRANCHES})`, ...once),
    unchecked: and(all.unchecked, "w.station_id = ?", ...once),
    checked: and(all.checked, "w.station_id = ?", ...once),
    claims: and(all.claims, "p.station_id = ?", ...once),
    duties: and(all.duties, `w.organisation_id IN (${ORGANISATIONS})`, ...once),
  };
}

/**
 * Counts in one statement what waits in the zone or in one station for this reader: what they wrote, passed, claimed or
 * reported themselves waits for others. Of moves one side lies in the scope.
 */
export async function countWaiting({ stationId }: ZoneScope, readerId: string): Promise<Waiting> {
  const parts = stationId === null ? inZone(readerId) : atStation(stationId, readerId);
  const names = Object.keys(parts) as (keyof Waiting)[];
  const columns = names.map((name) => `(${parts[name].sql}) AS "${name}"`);
  const [row] = await selectRows<Record<keyof Waiting, number | bigint>>(
    `SELECT ${columns.join(", ")}`,
    names.flatMap((name) => [...parts[name].values]),
  );
  return Object.fromEntries(names.map((name) => [name, Number(row?.[name] ?? 0)])) as Waiting;
}
