import { describe, expect, it } from "vitest";
import { grantsFor } from "./can";
import { consoleOf, grantAt } from "./consoles";
import { SCOPES_OF_ROLE } from "./scopes";
import { ROLES, type Actor, type Grant } from "./types";

const grant = (role: Grant["role"], scopeKind: Grant["scopeKind"], id: string = role): Grant => ({
  ...{ id, role, scopeKind, scopeId: scopeKind === "zone" ? "" : "s1" },
  ...{ since: "2026-01-01", until: null, revoked: false },
});

const OPENING = {
  branch: "console.branch.open",
  organisation: "console.branch.open",
  committee: "console.committee.open",
  admin: "console.admin.open",
} as const;

describe("the desk of a role", () => {
  it("is one that the table of permissions opens", () => {
    for (const role of ROLES)
      for (const scopeKind of SCOPES_OF_ROLE[role]) {
        const held = grant(role, scopeKind);
        const name = consoleOf(held);
        const actor: Actor = {
          ...{ memberId: "me", memberState: "active", grants: [held], branchId: null, organisationId: null },
        };
        if (name === null) expect([role, scopeKind]).toEqual(["instructor", "organisation"]);
        else expect(grantsFor(actor, OPENING[name])).toEqual([held]);
      }
  });
  it("a scope that a role cannot have opens nothing", () => {
    expect(consoleOf(grant("committee", "branch"))).toBeNull();
    expect(consoleOf(grant("administrator", "station"))).toBeNull();
  });
});

describe("the grant in use", () => {
  const [first, second] = [grant("study-officer", "branch", "a"), grant("branch-secretary", "branch", "b")];
  const desk = grant("committee", "zone", "c");
  it.each([
    ["the chosen one", "branch", "b", second],
    ["the first when another desk's is chosen", "branch", "c", first],
    ["the first when none is chosen", "branch", null, first],
    ["none where none fits", "admin", "b", null],
  ] as const)("%s", (_what, name, chosen, expected) => {
    expect(grantAt(name, [first, second, desk], chosen)).toBe(expected);
  });
});
