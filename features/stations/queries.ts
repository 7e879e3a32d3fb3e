import { db } from "@/lib/db";

export type StationRow = { id: string; name: string; sort: number };

/** All stations, the central one first. */
export function listStations(): Promise<StationRow[]> {
  return db().station.findMany({
    orderBy: [{ sort: "asc" }, { name: "asc" }],
    select: { id: true, name: true, sort: true },
  });
}
