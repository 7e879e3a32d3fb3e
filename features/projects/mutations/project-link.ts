import { businessDateOf } from "@/domain/calendar/shanghai";
import { audit } from "@/features/audit/mutations";
import { randomTicket, sealText, sha256Hex } from "@/lib/crypto";
import { inTransaction } from "@/lib/db";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A link by which one village proposes; each has its own. Null when the station is closed. Audited. */
export function issueProjectLink(input: {
  stationId: string;
  area: string;
  days: number;
  actorId: string;
  now: Date;
}): Promise<string | null> {
  const { stationId, area, days, actorId, now } = input;
  const token = randomTicket();
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  return inTransaction(async (tx) => {
    if ((await tx.station.count({ where: { id: stationId, state: "active" } })) === 0) return null;
    const { id } = await tx.projectLink.create({
      data: {
        ...{ stationId, area, tokenHash: sha256Hex(token), tokenCipher: sealText(token) },
        ...{ createdById: actorId, createdAt: now, expiresAt },
      },
    });
    const detail = { after: { area, until: businessDateOf(expiresAt) } };
    const subject = { subjectKind: "station", subjectId: stationId };
    await audit(tx, { actorId, action: "project-link.issue", ...subject, detail, now });
    return id;
  });
}

/** The link opens nothing from now on; what came by it stays. False when it had ended. Audited. */
export function revokeProjectLink(input: { linkId: string; actorId: string; now: Date }): Promise<boolean> {
  const { linkId: id, actorId, now } = input;
  return inTransaction(async (tx) => {
    const { count } = await tx.projectLink.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
    if (count === 0) return false;
    const { stationId, area } = await tx.projectLink.findUniqueOrThrow({ where: { id } });
    const subject = { subjectKind: "station", subjectId: stationId };
    await audit(tx, { actorId, action: "project-link.revoke", ...subject, detail: { before: { area } }, now });
    return true;
  });
}
