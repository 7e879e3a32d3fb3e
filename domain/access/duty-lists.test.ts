import { describe, expect, it } from "vitest";
import { can } from "./can";
import type { Actor, Grant, Resource, Role, ScopeKind } from "./types";

const grant = (role: Role, scopeKind: ScopeKind, scopeId = ""): Grant => ({
  ...{ id: `${role}-${scopeId}`, role, scopeKind, scopeId, since: "2026-01-01", until: null, revoked: false },
});
const actor = (...grants: Grant[]): Actor => ({
  ...{ memberId: "me", memberState: "active", grants, branchId: "b1", organisationId: "o1" },
});

const zone: Resource = { kind: "zone" };
const studyOfficer = actor(grant("study-officer", "branch", "b1"));
const secretary = actor(grant("branch-secretary", "branch", "b1"));
const partyWorker = actor(grant("party-worker", "organisation", "o1"));
const instructor = actor(grant("instructor", "station", "s1"));
const committee = actor(grant("committee", "zone"));
const stationCommittee = actor(grant("committee", "station", "s1"));
const administrator = actor(grant("administrator", "zone"));

describe("duty lists", () => {
  const list = (over: object = {}): Resource => ({
    ...{ kind: "duty-list", organisationId: "o1", stationId: "s1", branchId: "b1" },
    ...over,
  });
  const elsewhere = list({ organisationId: "o2", stationId: "s2", branchId: "b2" });

  it.each([
    ["the zone's committee draws up the template", committee, "duty.draw-up", zone],
    ["a station's committee adapts it for an organisation of the station", stationCommittee, "duty.adapt", list()],
    ["the secretary of the serving branch does it", secretary, "duty.do", list()],
    ["a party worker does it for the own organisation", partyWorker, "duty.do", list({ branchId: null })],
    ["an instructor of the station confirms", instructor, "duty.confirm", list()],
    [
      "an instructor of the organisation confirms",
      actor(grant("instructor", "organisation", "o1")),
      "duty.confirm",
      list(),
    ],
    ["a party worker confirms", partyWorker, "duty.confirm", list()],
  ] as const)("%s", (_sentence, who, action, what) => expect(can(who, action, what)).toBe(true));

  it.each([
    ["a station's committee does not draw up the zone's template", stationCommittee, "duty.draw-up", zone],
    ["a secretary does not adapt", secretary, "duty.adapt", list()],
    ["a secretary does not confirm", secretary, "duty.confirm", list()],
    ["a study officer does not do it", studyOfficer, "duty.do", list()],
    ["the committee does not do it for others", committee, "duty.do", list()],
    ["a secretary does nothing for a list without a branch", secretary, "duty.do", list({ branchId: null })],
    ["a secretary does nothing elsewhere", secretary, "duty.do", elsewhere],
    ["a party worker does nothing elsewhere", partyWorker, "duty.confirm", elsewhere],
    ["a station's committee adapts nothing elsewhere", stationCommittee, "duty.adapt", elsewhere],
    ["an administrator has no part in it", administrator, "duty.confirm", list()],
  ] as const)("%s", (_sentence, who, action, what) => expect(can(who, action, what)).toBe(false));
});
