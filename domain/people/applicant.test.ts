import { expect, it } from "vitest";
import type { Actor, Role } from "@/domain/access/types";
import { fitOf, mayOpen, type LoginOwner } from "./applicant";

const applicant = { name: "王 示例", branchId: "b1" };
const owner = (over: Partial<LoginOwner>): LoginOwner => ({
  ...{ name: "王示例", state: "invited", branchId: "b1", isOpenTo: true },
  ...over,
});

it.each([
  ["nobody has the login", null, "new"],
  ["on the list of this branch", owner({}), "here"],
  ["the name in another spelling", owner({ name: "王　示例" }), "here"],
  ["on the list without a branch", owner({ branchId: null }), "unplaced"],
  ["on the list of another branch", owner({ branchId: "b2" }), "elsewhere"],
  ["another name", owner({ name: "李示例" }), "taken"],
  ["a longer name", owner({ name: "王示例一" }), "taken"],
  ["signed in before", owner({ state: "active" }), "taken"],
  ["deactivated", owner({ state: "inactive" }), "taken"],
  ["left the zone", owner({ state: "left", branchId: null }), "departed"],
  ["left the zone under another name", owner({ state: "left", name: "李示例" }), "departed"],
  ["active in another branch", owner({ state: "active", branchId: "b2" }), "taken"],
  ["on this list with a role above whoever decides", owner({ isOpenTo: false }), "appointed"],
  ["on no list with such a role", owner({ isOpenTo: false, branchId: null }), "appointed"],
  ["of another branch with such a role", owner({ isOpenTo: false, branchId: "b2" }), "elsewhere"],
  ["signed in, with such a role", owner({ isOpenTo: false, state: "active" }), "taken"],
] as const)("%s", (_title, found, fit) => {
  expect(fitOf(applicant, found)).toBe(fit);
});

const holder = (role: Role, scopeKind: "branch" | "zone"): Actor => ({
  ...{ memberId: "me", memberState: "active", branchId: null, organisationId: null },
  grants: [
    {
      id: "g",
      role,
      scopeKind,
      scopeId: scopeKind === "zone" ? "" : "b1",
      since: "2026-01-01",
      until: null,
      revoked: false,
    },
  ],
});
const officer = holder("study-officer", "branch");
const secretary = holder("branch-secretary", "branch");
const committee = holder("committee", "zone");

it.each([
  ["an officer opens the account of somebody without a role", officer, [], true],
  ["not that of the secretary", officer, ["branch-secretary"], false],
  ["a secretary not that of a study officer", secretary, ["study-officer"], false],
  ["a secretary not that of the committee", secretary, ["committee"], false],
  ["a secretary not that of an administrator", secretary, ["administrator"], false],
  ["the committee that of a secretary", committee, ["branch-secretary"], true],
  ["the committee not that of its own members", committee, ["committee"], false],
  ["an actor nobody knows opens one without a role", null, [], true],
  ["and none with a role", null, ["study-officer"], false],
] as const)("%s", (_title, actor, roles, expected) => {
  const place = { branchId: "b1", organisationId: null, stationId: "s1" };
  expect(mayOpen(actor, { kind: "member", memberId: "m1", roles, ...place })).toBe(expected);
});
