import "server-only";
import { notFound } from "next/navigation";
import { certificateForm, isCertificateId } from "@/domain/certificates/form";
import { gateMember } from "@/features/access/gates/page";
import { isDemo } from "@/features/installation/queries";
import { now } from "@/lib/clock";
import { normaliseTicket, verifyReceipt } from "@/lib/crypto";
import { env } from "@/lib/env";
import { certificatePdf } from "./document/certificate-pdf";
import { issueCertificates } from "./mutations/issue-certificates";
import { reviewCertificate } from "./mutations/review-certificates";
import { findCertificate, findShowName } from "./queries/find-certificates";
import {
  certificateAddress,
  certificateItem,
  fileNameOf,
  shownCertificate,
  type CertificateItem,
  type ShownCertificate,
} from "./view";

/** 我的证书: what is missing is made, what no longer holds is taken back. */
export async function loadOwnCertificates(): Promise<CertificateItem[]> {
  const { own } = await gateMember("/me/certificates");
  return (await issueCertificates(own, now())).map(certificateItem);
}

/** The sheet of an own certificate that holds; anybody else's, a void one and none are all 404. */
export async function loadCertificateFile(id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { own } = await gateMember("/me/certificates");
  const found = isCertificateId(id) ? await findCertificate(id) : null;
  if (found?.memberId !== own.memberId) notFound();
  const certificate = await reviewCertificate(found, now());
  if (certificate.revokedAt !== null) notFound();
  const bytes = await certificatePdf({
    ...certificate,
    ...{ name: certificate.holder.name, address: certificateAddress(certificate, env().PUBLIC_URL) },
    isDemo: await isDemo(),
  });
  return { name: fileNameOf(certificate), bytes };
}

/** The certificate of a number that somebody scanned or typed, checked; null when there is none. */
export async function loadCertificate(typed: string): Promise<ShownCertificate | null> {
  const id = normaliseTicket(typed);
  const found = isCertificateId(id) ? await findCertificate(id) : null;
  if (found === null) return null;
  const certificate = await reviewCertificate(found, now());
  const form = certificateForm(certificate);
  const isSigned = verifyReceipt(form, certificate);
  return shownCertificate(certificate, { form, isSigned, showName: await findShowName(certificate) });
}
