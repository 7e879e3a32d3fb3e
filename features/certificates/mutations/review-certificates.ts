import { faultOf, type Revocation } from "@/domain/certificates/award";
import { db } from "@/lib/db";
import { listCertificates, type HeldCertificate } from "../queries/find-certificates";
import { findContestStanding, findSeasonStanding } from "../queries/find-standing";

/**
 * Why it no longer holds. Who left the zone is out of every season's list without having left the season: such a
 * certificate stands.
 */
async function findFault(certificate: HeldCertificate, now: Date): Promise<Revocation | null> {
  const { kind, sourceId, memberId, holder } = certificate;
  if (kind !== "season") return faultOf(certificate, await findContestStanding(sourceId, memberId));
  return holder.state === "left" ? null : faultOf(certificate, await findSeasonStanding(sourceId, memberId, now));
}

/** Looks whether a certificate still holds and takes it back if not: the certificate as it stands then. Safe to repeat. */
export async function reviewCertificate(certificate: HeldCertificate, now: Date): Promise<HeldCertificate> {
  if (certificate.revokedAt !== null) return certificate;
  const reason = await findFault(certificate, now);
  if (reason === null) return certificate;
  const revoked = { revokedAt: now, revokedReason: reason };
  await db().certificate.updateMany({ where: { id: certificate.id, revokedAt: null }, data: revoked });
  return { ...certificate, ...revoked };
}

/** The same for everything that a person was given. */
export async function reviewCertificates(own: { readonly memberId: string }, now: Date): Promise<HeldCertificate[]> {
  const reviewed: HeldCertificate[] = [];
  for (const certificate of await listCertificates(own)) reviewed.push(await reviewCertificate(certificate, now));
  return reviewed;
}
