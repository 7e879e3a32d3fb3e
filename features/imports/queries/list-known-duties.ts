import type { KnownDuty } from "@/domain/imports/duties";
import { covering } from "@/features/access/queries";
import { db } from "@/lib/db";

/** What the rules of a duties' sheet compare with: what is asked in those years within the station, or the zone. */
export async function listKnownDuties(
  stationId: string | null,
  { years, today }: { years: readonly string[]; today: string },
): Promise<KnownDuty[]> {
  const rows = await db().duty.findMany({
    where: {
      ...{ year: { in: [...years] }, state: { not: "dropped" } },
      ...(stationId === null ? {} : { organisation: { stationId } }),
    },
    select: {
      ...{ id: true, year: true, title: true, period: true, state: true, version: true, doneById: true },
      ...{ organisationId: true, returned: true, organisation: { select: { name: true } } },
    },
  });
  const workers = await listWorkers(today);
  return rows.map(({ organisation, organisationId, ...row }) => ({
    ...row,
    organisation: organisation.name,
    isByWorker: workers.has(`${row.doneById ?? ""} ${organisationId}`),
  }));
}

/** Party workers of today with their organisations. */
async function listWorkers(today: string): Promise<ReadonlySet<string>> {
  const rows = await db().roleGrant.findMany({
    where: { role: "party-worker", scopeKind: "organisation", revokedAt: null, ...covering(today) },
    select: { memberId: true, scopeId: true },
  });
  return new Set(rows.map(({ memberId, scopeId }) => `${memberId} ${scopeId}`));
}
