import type { CertificateKind, Revocation } from "@/domain/certificates/award";
import type { CertificateFacts } from "@/domain/certificates/form";
import { db } from "@/lib/db";

type Own = { readonly memberId: string };

/** A certificate as stored. */
export type StoredCertificate = CertificateFacts & {
  readonly memberId: string;
  readonly issue: number;
  readonly score: number | null;
  readonly keyId: string;
  readonly signature: string;
  readonly revokedAt: Date | null;
  readonly revokedReason: Revocation | null;
};

/** With its holder as of now: for views alone, which mask the name. */
export type HeldCertificate = StoredCertificate & {
  readonly holder: { readonly name: string; readonly state: string };
};

type Row = Omit<StoredCertificate, "kind" | "revokedReason"> & { kind: string; revokedReason: string | null };

function toCertificate<R extends Row>(row: R): Omit<R, keyof Row> & StoredCertificate {
  return { ...row, kind: row.kind as CertificateKind, revokedReason: row.revokedReason as Revocation | null };
}

const HOLDER = { member: { select: { name: true, state: true } } } as const;

/** Everything that this person was given, the newest first. */
export async function listCertificates({ memberId }: Own): Promise<HeldCertificate[]> {
  const rows = await db().certificate.findMany({
    where: { memberId },
    include: HOLDER,
    orderBy: [{ issuedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(({ member, ...row }) => ({ ...toCertificate(row), holder: member }));
}

/** The certificate of this number; whoever knows the number may see what the public page shows. */
export async function findCertificate(id: string): Promise<HeldCertificate | null> {
  const found = await db().certificate.findUnique({ where: { id }, include: HOLDER });
  if (found === null) return null;
  const { member, ...row } = found;
  return { ...toCertificate(row), holder: member };
}

/** Whether the holder chose 公布全名 for what it was given for, and still belongs to it. */
export async function findShowName({ kind, sourceId, memberId }: StoredCertificate): Promise<boolean> {
  if (kind === "season") {
    return (await db().seasonPlace.count({ where: { quarter: sourceId, memberId, showName: true } })) > 0;
  }
  const chosen = { contestId: sourceId, memberId, showName: true, leftAt: null };
  return (await db().contestEntry.count({ where: chosen })) > 0;
}
