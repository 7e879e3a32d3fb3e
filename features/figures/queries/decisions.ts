import type { ZoneScope } from "@/features/access/types";
import { selectRows } from "@/lib/db/prepared";

/** What waits for somebody in the scope. */
export type Waiting = {
  readonly objections: number;
  readonly seasonObjections: number;
  readonly transfers: number;
  readonly applications: number;
};

type Row = Record<"objections" | "seasons" | "transfers" | "applications", number | bigint>;

const OBJECTIONS = "SELECT COUNT(*) FROM figure_objection w WHERE w.state = 'open'";
const TRANSFERS = "SELECT COUNT(*) FROM transfer w WHERE w.state = 'open'";
const APPLICATIONS = "SELECT COUNT(*) FROM application w WHERE w.state = 'open'";

const IN_ZONE = `SELECT (${OBJECTIONS}) AS objections, (${TRANSFERS}) AS transfers, (${APPLICATIONS}) AS applications,
  (SELECT COUNT(*) FROM season_objection w WHERE w.state = 'open') AS seasons`;

/** The same of one station: its organisations, and the branches that belong to it. The race is the whole zone's. */
const AT_STATION = `WITH organisations AS (SELECT id FROM organisation WHERE station_id = ?),
    branches AS (SELECT id FROM branch WHERE station_id = ?),
    places AS (SELECT id FROM organisations UNION ALL SELECT id FROM branches)
  SELECT (${OBJECTIONS} AND w.organisation_id IN (SELECT id FROM organisations)) AS objections,
    (${TRANSFERS} AND (w.from_id IN (SELECT id FROM places) OR w.to_id IN (SELECT id FROM places))) AS transfers,
    (${APPLICATIONS} AND w.branch_id IN (SELECT id FROM branches)) AS applications, 0 AS seasons`;

/**
 * Counts what waits in the zone or in one station: objections to figures and to a quarter, moves that are not done (one
 * side of which lies in the scope), applications to branches.
 */
export async function countWaiting({ stationId }: ZoneScope): Promise<Waiting> {
  const [sql, values] = stationId === null ? [IN_ZONE, []] : [AT_STATION, [stationId, stationId]];
  const [row] = await selectRows<Row>(sql, values);
  return {
    objections: Number(row?.objections ?? 0),
    seasonObjections: Number(row?.seasons ?? 0),
    transfers: Number(row?.transfers ?? 0),
    applications: Number(row?.applications ?? 0),
  };
}
