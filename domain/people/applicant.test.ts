import { expect, it } from "vitest";
import { fitOf, type LoginOwner } from "./applicant";

const applicant = { name: "王 示例", branchId: "b1" };
const owner = (over: Partial<LoginOwner>): LoginOwner => ({
  ...{ name: "王示例", state: "invited", branchId: "b1" },
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
] as const)("%s", (_title, found, fit) => {
  expect(fitOf(applicant, found)).toBe(fit);
});
