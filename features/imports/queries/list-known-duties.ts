import type { KnownDuty } from "@/domain/imports/duties";
import { db } from "@/lib/db";

/** What the rules of a duties' sheet compare with: what is asked in those years within the station, or the zone. */
export async function listKnownDuties(stationId: string | null, years: readonly string[]): Promise<KnownDuty[]> {
  const rows = await db().duty.findMany({
    where: {
      ...{ year: { in: [...years] }, state: { not: "dropped" } },
      ...(stationId === null ? {} : { organisation: { stationId } }),
    },
    select: {
      ...{ id: true, year: true, title: true, period: true, state: true, version: true, doneById: true },
      ...{ returned: true, organisation: { select: { name: true } } },
    },
  });
  return rows.map(({ organisation, ...row }) => ({ ...row, organisation: organisation.name }));
}
