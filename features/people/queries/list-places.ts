import type { ZoneScope } from "@/features/access/types";
import { db } from "@/lib/db";

export type PlaceChoice = { value: string; label: string };
export type PlaceChoices = { stations: PlaceChoice[]; organisations: PlaceChoice[]; branches: PlaceChoice[] };

type Named = { id: string; name: string };

const toChoice = ({ id, name }: Named): PlaceChoice => ({ value: id, label: name });

/** The stations of the scope, the central one first. */
export async function listStationChoices({ stationId }: Pick<ZoneScope, "stationId">): Promise<PlaceChoice[]> {
  const rows = await db().station.findMany({
    where: stationId === null ? { state: "active" } : { id: stationId },
    select: { id: true, name: true },
    orderBy: [{ sort: "asc" }, { name: "asc" }],
  });
  return rows.map(toChoice);
}

/** The places of the scope to choose from: in filters, for a new member, for a role. */
export async function listPlaceChoices({ stationId }: ZoneScope): Promise<PlaceChoices> {
  const at = stationId === null ? {} : { stationId };
  const asked = {
    where: { state: "active", ...at },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" as const }, { id: "asc" as const }],
  };
  const [stations, organisations, branches] = await Promise.all([
    listStationChoices({ stationId }),
    db().organisation.findMany(asked),
    db().branch.findMany(asked),
  ]);
  return {
    stations,
    organisations: organisations.map(toChoice),
    branches: branches.map(toChoice),
  };
}
