import type { Grant } from "./types";

/**
 * A grant is in force from its first day through its last day; a revoked grant is out of force at once, whatever its term.
 *
 * Example: a term of 2026-01-01 to 2026-12-31 is in force on both of these days and not on 2027-01-01.
 */

/** The grants in force on `today` (`YYYY-MM-DD`, Asia/Shanghai), in the order given. */
export function grantsInForce<G extends Pick<Grant, "since" | "until" | "revoked">>(
  grants: readonly G[],
  today: string,
): G[] {
  return grants.filter(
    (grant) => !grant.revoked && grant.since <= today && (grant.until === null || today <= grant.until),
  );
}

/**
 * The grants that give an account its rank: those in force and those to come. Whoever is to be a committee member next
 * week may not be opened today by somebody below a committee member.
 */
export function grantsHeld<G extends Pick<Grant, "until" | "revoked">>(grants: readonly G[], today: string): G[] {
  return grants.filter((grant) => !grant.revoked && (grant.until === null || today <= grant.until));
}
