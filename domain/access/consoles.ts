import type { Grant, Role, ScopeKind } from "./types";

/**
 * Which desk a role works at: the branch's, the organisation's own pages, the committee's or the administrator's. An
 * instructor of one organisation has none. Whoever holds several roles changes desks by changing roles.
 *
 * Example: a committee grant for one station opens `/committee`, a party worker's grant `/branch/organisation`.
 */
export type ConsoleName = "branch" | "organisation" | "committee" | "admin";

export const CONSOLE_HOMES: Readonly<Record<ConsoleName, string>> = Object.freeze({
  branch: "/branch",
  organisation: "/branch/organisation",
  committee: "/committee",
  admin: "/admin",
});

const DESKS: Readonly<Record<Role, Partial<Record<ScopeKind, ConsoleName>>>> = Object.freeze({
  "study-officer": { branch: "branch" },
  "branch-secretary": { branch: "branch" },
  "party-worker": { organisation: "organisation" },
  instructor: { station: "committee" },
  committee: { zone: "committee", station: "committee" },
  administrator: { zone: "admin" },
});

/** The console that a grant opens; null when it opens none. */
export function consoleOf({ role, scopeKind }: Pick<Grant, "role" | "scopeKind">): ConsoleName | null {
  return DESKS[role][scopeKind] ?? null;
}

/** The grant under which a console is used: the chosen one when it opens this console, else the first that does. */
export function grantAt<G extends Pick<Grant, "id" | "role" | "scopeKind">>(
  name: ConsoleName,
  grants: readonly G[],
  chosenId: string | null,
): G | null {
  const fitting = grants.filter((grant) => consoleOf(grant) === name);
  return fitting.find((grant) => grant.id === chosenId) ?? fitting[0] ?? null;
}
