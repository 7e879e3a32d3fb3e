import type { ZoneScope } from "@/features/access/types";
import { db } from "@/lib/db";

/** What waits for somebody in the scope. */
export type Waiting = {
  readonly objections: number;
  readonly seasonObjections: number;
  readonly transfers: number;
  readonly applications: number;
};

/**
 * Counts what waits in the zone or in one station: objections to figures, moves that are not done (one side of which lies
 * in the scope), applications to branches.
 */
export async function countWaiting(scope: ZoneScope): Promise<Waiting> {
  const { stationId } = scope;
  const [objections, seasonObjections, transfers, applications] = await Promise.all([
    db().figureObjection.count({
      where: { state: "open", ...(stationId === null ? {} : { organisation: { stationId } }) },
    }),
    // The race is the whole zone's.
    stationId === null ? db().seasonObjection.count({ where: { state: "open" } }) : 0,
    countTransfers(stationId),
    db().application.count({ where: { state: "open", ...(stationId === null ? {} : { branch: { stationId } }) } }),
  ]);
  return { objections, seasonObjections, transfers, applications };
}

async function countTransfers(stationId: string | null): Promise<number> {
  if (stationId === null) return db().transfer.count({ where: { state: "open" } });
  const where = { where: { stationId }, select: { id: true } } as const;
  const places = await Promise.all([db().organisation.findMany(where), db().branch.findMany(where)]);
  const ids = places.flat().map(({ id }) => id);
  return db().transfer.count({ where: { state: "open", OR: [{ fromId: { in: ids } }, { toId: { in: ids } }] } });
}
