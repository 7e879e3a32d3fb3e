import type { Resource } from "@/domain/access/types";
import type { ZoneScope } from "@/features/access/types";
import { normaliseTicket, openText, sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";

export type OpenLink = { id: string; stationId: string; station: string; area: string };

/** The village and station of a link; null when it is unknown or ended, or the station closed. */
export async function findOpenLink(token: string, now: Date): Promise<OpenLink | null> {
  const row = await db().projectLink.findUnique({
    where: { tokenHash: sha256Hex(normaliseTicket(token)) },
    include: { station: { select: { name: true, state: true } } },
  });
  if (!row || row.revokedAt || row.expiresAt <= now || row.station.state !== "active") return null;
  return { id: row.id, stationId: row.stationId, station: row.station.name, area: row.area };
}

export type ProjectLinkRow = { id: string; area: string; station: string; token: string; expiresAt: Date };

const MOST = 200;

/** The links in use of the scope, opened to be sent again. */
export async function listLinks({ stationId }: ZoneScope, now: Date): Promise<ProjectLinkRow[]> {
  const rows = await db().projectLink.findMany({
    where: { revokedAt: null, expiresAt: { gt: now }, ...(stationId === null ? {} : { stationId }) },
    orderBy: [{ area: "asc" }, { id: "asc" }],
    take: MOST,
    include: { station: { select: { name: true } } },
  });
  return rows.map(({ id, area, station, tokenCipher, expiresAt }) => ({
    ...{ id, area, expiresAt, station: station.name, token: openText(tokenCipher) },
  }));
}

type StationResource = Extract<Resource, { kind: "station" }>;

/** The station of a link, as the permission table sees it; null when there is none. */
export async function findLinkStation(linkId: string): Promise<StationResource | null> {
  const row = await db().projectLink.findUnique({ where: { id: linkId }, select: { stationId: true } });
  return row && { kind: "station", stationId: row.stationId };
}
