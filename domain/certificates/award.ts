/**
 * What somebody is given for a settled list, and whether a certificate still holds.
 *
 * The rule: of a season the published top is honoured (domain/ranking/season.ts says how far it goes). Of a contest the
 * published top is honoured, everybody else who answered
 * something gets a certificate of having taken part; nobody gets both for one result. A
 * certificate is taken back when its holder left the contest or the season, and when the list was corrected so that it no
 * longer says what the certificate says. The place alone is compared: a score that changed without it changes nothing.
 *
 * Example: place 3 of a contest → `contest-place` with 3; corrected to place 4 → `corrected`, and a new one with 4.
 */
import { standings } from "@/domain/ranking/season";

export const CERTIFICATE_KINDS = ["season", "contest-place", "contest-part"] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

export const REVOCATIONS = ["corrected", "left", "merged"] as const;
export type Revocation = (typeof REVOCATIONS)[number];

/** Somebody's line in a settled list. */
export type Line = { readonly place: number; readonly points: number; readonly isTop: boolean };

export type Award = {
  readonly kind: CertificateKind;
  /** Null for having taken part. */
  readonly place: number | null;
  readonly score: number | null;
};

/** Papers on which nothing was answered: no value, or nothing but empty ones. */
const EMPTY = /^\[(null(,null)*)?\]$/;

/**
 * Of a contest's export (domain/contests/archive.ts): everybody's best score, and who answered anything at all. An empty
 * paper earns nothing.
 */
export function takenPartIn(archive: string): { places: { id: string; points: number }[]; answered: Set<string> } {
  const [places, answered] = [[] as { id: string; points: number }[], new Set<string>()];
  for (const line of archive.split("\n")) {
    const fields = line.split("\t");
    const [kind, id = ""] = fields;
    if (kind === "place") places.push({ id, points: Number(fields[2]) });
    if (kind === "attempt" && !EMPTY.test(fields[6] ?? "[]")) answered.add(id);
  }
  return { places, answered };
}

/** The line of one of them; null for who is not in the list. */
export function lineOf(rows: readonly { readonly id: string; readonly points: number }[], id: string): Line | null {
  const nobody = { name: "", branchId: null, organisationId: null, showName: false };
  const joined = rows.map((row) => ({ ...nobody, memberId: row.id, points: row.points }));
  const { own, top } = standings({ joined, viewer: { memberId: id, branchId: null } });
  return own && { place: own.place, points: own.points, isTop: top.some((row) => row.own) };
}

/** What a line earns; null for none. */
export function awardOf(of: "season" | "contest", line: Line | null): Award | null {
  if (line === null) return null;
  if (line.isTop) return { kind: of === "season" ? "season" : "contest-place", place: line.place, score: line.points };
  return of === "contest" ? { kind: "contest-part", place: null, score: null } : null;
}

/** Why a certificate no longer holds; null while it does. */
export function faultOf(
  certificate: Pick<Award, "kind" | "place">,
  now: { readonly hasLeft: boolean; readonly line: Line | null },
): Revocation | null {
  if (now.hasLeft) return "left";
  if (now.line === null) return "corrected";
  if (certificate.kind === "contest-part") return null;
  return now.line.isTop && now.line.place === certificate.place ? null : "corrected";
}
