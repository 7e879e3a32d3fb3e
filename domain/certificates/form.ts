/**
 * The certificate as it is signed: the exact bytes.
 *
 * The rule: UTF-8 lines `name=value`, each ended by LF, in this order and with no other line:
 *
 *     form=zhijian-certificate-1
 *     id=K7M2-9QXD-3FTR-B8WN
 *     kind=contest-place
 *     source=0193…
 *     title=示例知识竞赛
 *     place=3
 *     issuedAt=2026-11-22T08:12:30.000Z
 *
 * The place is empty for having taken part. Neither name nor score stands in it: the form is shown to whoever holds the
 * number. The signature is Ed25519 over these bytes, made elsewhere. Source: docs/certificates.md.
 *
 * Example: `K7M2-9QXD-3FTR-B8WN` for a season's first place has `title=2026年第三季度` and `place=1`.
 */
import type { CertificateKind } from "./award";

export type CertificateFacts = {
  readonly id: string;
  readonly kind: CertificateKind;
  /** The quarter of a season, or the contest's id. */
  readonly sourceId: string;
  readonly title: string;
  readonly place: number | null;
  readonly issuedAt: Date;
};

const PLAIN_ID = /^[A-Za-z0-9_-]+$/;

const NUMBER = /^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$/;

/** True for what can be the number of a certificate: sixteen signs in fours. */
export function isCertificateId(id: string): boolean {
  return NUMBER.test(id);
}

/** A title that stands in one line: what breaks or steers a line is a space, the ends are bare. */
export function plainTitle(title: string): string {
  return title.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

/** The text that is signed. Throws on what could blur the lines. */
export function certificateForm({ id, kind, sourceId, title, place, issuedAt }: CertificateFacts): string {
  if (!PLAIN_ID.test(id) || !PLAIN_ID.test(sourceId)) throw new Error("A certificate needs plain ids");
  if (title !== plainTitle(title)) throw new Error("A certificate needs a title of one line");
  const pairs = [
    ["form", "zhijian-certificate-1"],
    ["id", id],
    ["kind", kind],
    ["source", sourceId],
    ["title", title],
    ["place", place === null ? "" : String(place)],
    ["issuedAt", issuedAt.toISOString()],
  ];
  return pairs.map(([name = "", value = ""]) => `${name}=${value}\n`).join("");
}
