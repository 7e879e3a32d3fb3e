import { describe, expect, it } from "vitest";
import type { Actor, Grant, Resource } from "@/domain/access/types";
import { grantedInWords, mayManage, proposedUntil, rolesGivenBy, termOf } from "./view";

const TODAY = "2026-11-22";
const of = (since: string, until: string | null, revoked = false) => ({ since, until, revoked });

it.each([
  ["2026-11-01", "任命好了，对方下一次打开页面就生效。"],
  [TODAY, "任命好了，对方下一次打开页面就生效。"],
  ["2026-12-01", "任命好了，从2026年12月1日起生效。"],
])("given from %s on it is said to hold from when it does", (since, words) => {
  expect(grantedInWords(since, TODAY)).toBe(words);
});

describe("where a grant stands", () => {
  it.each([
    [of("2026-11-22", null), "in-force"],
    [of("2026-11-01", "2026-11-22"), "in-force"],
    [of("2026-11-01", "2026-11-21"), "lapsed"],
    [of("2026-11-23", null), "to-come"],
    [of("2026-11-01", null, true), "revoked"],
  ] as const)("%j is %s", (grant, term) => {
    expect(termOf(grant, TODAY)).toBe(term);
  });
});

describe("a renewal proposes a year", () => {
  it.each([
    ["2026-12-01", "2027-12-01"],
    ["2026-01-01", "2027-11-22"],
    ["2028-02-29", "2029-02-28"],
  ])("after %s until %s", (until, proposed) => {
    expect(proposedUntil(until, TODAY)).toBe(proposed);
  });
});

describe("who manages a role", () => {
  const actor = (role: Grant["role"], scopeKind: Grant["scopeKind"], scopeId = ""): Actor => ({
    ...{ memberId: "me", memberState: "active", branchId: null, organisationId: null },
    grants: [{ id: "g", role, scopeKind, scopeId, since: "2026-01-01", until: null, revoked: false }],
  });
  const branch: Resource = { kind: "branch", branchId: "b1", stationId: "s1", hostOrganisationId: null };
  const zone: Resource = { kind: "zone" };
  const secretary = { memberId: "other", role: "branch-secretary" } as const;
  const committee = { memberId: "other", role: "committee" } as const;

  it("the committee and administrators over officers, inside their scope", () => {
    expect(mayManage(actor("committee", "zone"), secretary, branch)).toBe(true);
    expect(mayManage(actor("committee", "station", "s1"), secretary, branch)).toBe(true);
    expect(mayManage(actor("committee", "station", "s2"), secretary, branch)).toBe(false);
    expect(mayManage(actor("branch-secretary", "branch", "b1"), secretary, branch)).toBe(false);
    expect(mayManage(actor("administrator", "zone"), secretary, branch)).toBe(true);
  });
  it("administrators alone over the committee", () => {
    expect(mayManage(actor("committee", "zone"), committee, zone)).toBe(false);
    expect(mayManage(actor("administrator", "zone"), committee, zone)).toBe(true);
  });
  it("nobody over the own role, and nobody over a place that is gone", () => {
    expect(mayManage(actor("administrator", "zone"), { ...committee, memberId: "me" }, zone)).toBe(false);
    expect(mayManage(actor("administrator", "zone"), committee, null)).toBe(false);
  });
  it("what may be given is offered with the kind of place", () => {
    const offered = rolesGivenBy((action) => action === "role.grant-officer").map((choice) => choice.label);
    expect(offered).toEqual([
      "学习委员，管支部",
      "支部书记，管支部",
      "党务工作者，管单位",
      "党建指导员，管工作站或单位",
    ]);
  });
});
