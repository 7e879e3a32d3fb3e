import { describe, expect, it } from "vitest";
import { can } from "./can";
import type { Action } from "./permissions";
import type { Actor, Grant, Resource, Role, ScopeKind } from "./types";

function holder(role: Role, scopeKind: ScopeKind, scopeId = ""): Actor {
  const grant: Grant = { id: role, role, scopeKind, scopeId, since: "2026-01-01", until: null, revoked: false };
  return { memberId: "me", memberState: "active", grants: [grant], branchId: "b1", organisationId: "o1" };
}

const studyOfficer = holder("study-officer", "branch", "b1");
const secretary = holder("branch-secretary", "branch", "b1");
const partyWorker = holder("party-worker", "organisation", "o1");
const instructor = holder("instructor", "station", "s1");
const committee = holder("committee", "zone");
const stationCommittee = holder("committee", "station", "s1");
const administrator = holder("administrator", "zone");
const everyRole = [studyOfficer, secretary, partyWorker, instructor, committee, stationCommittee, administrator];

const zone: Resource = { kind: "zone" };
const branch = (branchId: string): Resource => ({
  kind: "branch",
  branchId,
  stationId: "s1",
  hostOrganisationId: null,
});

describe("building the zone", () => {
  const station = (stationId: string): Resource => ({ kind: "station", stationId });
  const organisation = (organisationId: string, stationId = "s1"): Resource => ({
    kind: "organisation",
    organisationId,
    stationId,
  });
  const mayFor = (action: Action, what: Resource) => everyRole.filter((who) => can(who, action, what));

  it("only the committee of the zone and an administrator make a station", () => {
    expect(mayFor("station.create", zone)).toEqual([committee, administrator]);
  });
  it.each(["organisation.create", "branch.create"] as const)(
    "a station's committee can %s inside the station",
    (action) => {
      expect(mayFor(action, station("s1"))).toEqual([committee, stationCommittee, administrator]);
      expect(mayFor(action, station("s2"))).toEqual([committee, administrator]);
    },
  );
  it.each(["member.create", "member.return", "role.grant-officer"] as const)(
    "a station's committee can %s inside the station",
    (action) => {
      expect(mayFor(action, branch("b1"))).toEqual([committee, stationCommittee, administrator]);
      expect(mayFor(action, organisation("o9", "s2"))).toEqual([committee, administrator]);
    },
  );
  it("a secretary makes no member and grants no role, not even in the own branch", () => {
    expect(can(secretary, "member.create", branch("b1"))).toBe(false);
    expect(can(secretary, "role.grant-officer", branch("b1"))).toBe(false);
  });
  it("only an administrator names committee members", () => {
    expect(mayFor("role.grant-committee", zone)).toEqual([administrator]);
    expect(mayFor("role.grant-committee", station("s1"))).toEqual([administrator]);
  });
  it("an officer's role is never granted over the whole zone", () => {
    expect(mayFor("role.grant-officer", zone)).toEqual([]);
  });
});
