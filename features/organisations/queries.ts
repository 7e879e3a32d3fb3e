import type { Resource } from "@/domain/access/types";
import { db } from "@/lib/db";

export type OrganisationRow = { id: string; name: string; shortCode: string; stationId: string };

/** All organisations in order of their short codes, for choosing one. */
export function listOrganisations(): Promise<OrganisationRow[]> {
  return db().organisation.findMany({
    where: { state: "active" },
    orderBy: [{ shortCode: "asc" }],
    select: { id: true, name: true, shortCode: true, stationId: true },
  });
}

/** The organisation as the permission table sees it; null when there is none. */
export async function findOrganisationResource(
  id: string,
): Promise<Extract<Resource, { kind: "organisation" }> | null> {
  const row = await db().organisation.findUnique({ where: { id }, select: { stationId: true } });
  return row ? { kind: "organisation", organisationId: id, stationId: row.stationId } : null;
}
