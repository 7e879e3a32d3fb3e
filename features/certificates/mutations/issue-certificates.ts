import { certificateForm } from "@/domain/certificates/form";
import { randomTicket, signReceipt } from "@/lib/crypto";
import { db, isUniqueViolation } from "@/lib/db";
import { listCertificates, type HeldCertificate } from "../queries/find-certificates";
import { listAwards, type Earned } from "../queries/list-awards";
import { reviewCertificates } from "./review-certificates";

type Own = { readonly memberId: string };

/**
 * Everything that this person was given, after taking back what no longer holds and making what is missing. A result
 * gives one certificate that holds; a correction takes it back and makes the next. Safe to repeat and to do twice at once.
 */
export async function issueCertificates(own: Own, now: Date): Promise<HeldCertificate[]> {
  const given = await reviewCertificates(own, now);
  const missing = (await listAwards(own.memberId, now)).filter(
    (award) => !given.some((each) => isFor(each, award) && each.revokedAt === null),
  );
  if (missing.length === 0) return given;
  for (const award of missing) {
    const issue = 1 + Math.max(0, ...given.filter((each) => isFor(each, award)).map((each) => each.issue));
    await issueOne(own, { award, issue, now });
  }
  return listCertificates(own);
}

const isFor = (certificate: HeldCertificate, { kind, sourceId }: Earned): boolean =>
  certificate.kind === kind && certificate.sourceId === sourceId;

async function issueOne({ memberId }: Own, { award, issue, now }: { award: Earned; issue: number; now: Date }) {
  const facts = { ...award, id: randomTicket(), issuedAt: now };
  const data = { ...facts, ...signReceipt(certificateForm(facts)), memberId, issue };
  await db()
    .certificate.create({ data, select: { id: true } })
    .catch((error: unknown) => {
      // Somebody was first; theirs is the one.
      if (!isUniqueViolation(error)) throw error;
    });
}
