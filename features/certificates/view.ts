import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import type { CertificateFacts } from "@/domain/certificates/form";
import { headingOf, occasionWords, resultWords, revocationWords } from "@/domain/certificates/words";
import { maskName } from "@/domain/people/name";
import type { HeldCertificate, StoredCertificate } from "./queries/find-certificates";

const HUNDREDTHS = 100;

/** A certificate in its holder's own list. */
export type CertificateItem = {
  readonly id: string;
  readonly heading: string;
  /** 知识竞赛“示例” */
  readonly occasion: string;
  /** 第三名，86.5分 */
  readonly result: string;
  readonly issuedOn: string;
  /** Why it is void; null while it holds. */
  readonly revoked: string | null;
};

const dayOf = (at: Date): string => formatFull(businessDateOf(at));

function scoreWords({ kind, score }: StoredCertificate): string {
  if (score === null) return "";
  return `，${String(kind === "season" ? score : score / HUNDREDTHS)}分`;
}

export function certificateItem(certificate: HeldCertificate): CertificateItem {
  const { id, issuedAt, revokedReason } = certificate;
  return {
    ...{ id, heading: headingOf(certificate), occasion: occasionWords(certificate), issuedOn: dayOf(issuedAt) },
    result: `${resultWords(certificate)}${scoreWords(certificate)}`,
    revoked: revokedReason && revocationWords(revokedReason),
  };
}

/** A certificate as its public page shows it. */
export type ShownCertificate = Omit<CertificateItem, "revoked"> & {
  /** As strangers may see it. */
  readonly name: string;
  readonly state: "genuine" | "revoked" | "altered";
  readonly revoked: { readonly on: string; readonly why: string } | null;
  readonly keyId: string;
  readonly signature: string;
  /** The exact text that is signed. */
  readonly form: string;
};

type Checks = { readonly form: string; readonly isSigned: boolean; readonly showName: boolean };

/** Nothing of the score, the branch or the organisation; the whole name only of who chose 公布全名 and is still here. */
export function shownCertificate(certificate: HeldCertificate, { form, isSigned, showName }: Checks): ShownCertificate {
  const { id, issuedAt, revokedAt, revokedReason, holder, keyId, signature } = certificate;
  const revoked =
    revokedAt === null || revokedReason === null ? null : { on: dayOf(revokedAt), why: revocationWords(revokedReason) };
  const isShown = showName && holder.state !== "left";
  return {
    ...{ id, heading: headingOf(certificate), occasion: occasionWords(certificate), result: resultWords(certificate) },
    ...{ issuedOn: dayOf(issuedAt), name: isShown ? holder.name : maskName(holder.name), keyId, signature, form },
    state: !isSigned ? "altered" : revoked === null ? "genuine" : "revoked",
    revoked,
  };
}

/** Of the page behind the QR code. */
export function certificateAddress({ id }: Pick<CertificateFacts, "id">, publicUrl: string): string {
  return `${publicUrl}/certificates/${id}`;
}

/** What the downloaded file is called, without its ending. */
export function fileNameOf(certificate: StoredCertificate): string {
  const { title, kind, place } = certificate;
  const result = place === null ? "" : resultWords(certificate);
  return `${headingOf(certificate)} ${title}${kind === "season" ? "积分大赢家" : ""}${result}`;
}
