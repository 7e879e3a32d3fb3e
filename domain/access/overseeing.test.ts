import { describe, expect, it } from "vitest";
import { can } from "./can";
import type { Action } from "./permissions";
import type { Actor, Grant, Resource, Role, ScopeKind } from "./types";

function holder(role: Role, scopeKind: ScopeKind, scopeId = ""): Actor {
  const grant: Grant = { id: role, role, scopeKind, scopeId, since: "2026-01-01", until: null, revoked: false };
  return { memberId: "me", memberState: "active", grants: [grant], branchId: "b1", organisationId: "o1" };
}

const plain: Actor = { memberId: "me", memberState: "active", grants: [], branchId: "b1", organisationId: "o1" };
const studyOfficer = holder("study-officer", "branch", "b1");
const secretary = holder("branch-secretary", "branch", "b1");
const partyWorker = holder("party-worker", "organisation", "o1");
const instructor = holder("instructor", "station", "s1");
const committee = holder("committee", "zone");
const stationCommittee = holder("committee", "station", "s1");
const administrator = holder("administrator", "zone");
const everyone = [
  ...[plain, studyOfficer, secretary, partyWorker, instructor],
  ...[committee, stationCommittee, administrator],
];

const may = (action: Action, what: Resource) => everyone.filter((who) => can(who, action, what));

const zone: Resource = { kind: "zone" };
const station = (stationId: string): Resource => ({ kind: "station", stationId });
const organisation = (organisationId: string, stationId: string): Resource => ({
  ...{ kind: "organisation", organisationId, stationId },
});
const branch = (branchId: string, stationId: string): Resource => ({
  ...{ kind: "branch", branchId, stationId, hostOrganisationId: null },
});
const person = (roles: Role[], branchId = "b1", stationId = "s1"): Resource => ({
  ...{ kind: "member", memberId: "other", roles, branchId, organisationId: "o1", stationId },
});

describe("places", () => {
  it("stations are the whole zone's business", () => {
    expect(may("station.edit", zone)).toEqual([committee, administrator]);
    expect(may("station.edit", station("s1"))).toEqual([]);
  });
  it("are edited by the committee inside its scope and by administrators", () => {
    expect(may("organisation.edit", organisation("o1", "s1"))).toEqual([committee, stationCommittee, administrator]);
    expect(may("branch.edit", branch("b1", "s2"))).toEqual([committee, administrator]);
  });
});

describe("people", () => {
  it("a secretary keeps the list of the own branch right, for those without a role", () => {
    expect(may("member.edit", person([]))).toEqual([secretary, committee, stationCommittee, administrator]);
    expect(may("member.edit", person(["study-officer"]))).toEqual([committee, stationCommittee, administrator]);
    expect(may("member.edit", person(["committee"]))).toEqual([administrator]);
    expect(can(secretary, "member.edit", person([], "b2"))).toBe(false);
  });
  it.each(["member.set-state", "member.leave-zone", "member.merge"] as const)(
    "%s is the committee's inside its scope, and an administrator's",
    (action) => {
      expect(may(action, person([]))).toEqual([committee, stationCommittee, administrator]);
      expect(may(action, person([], "b9", "s9"))).toEqual([committee, administrator]);
      expect(may(action, person(["administrator"]))).toEqual([administrator]);
    },
  );
  it("a relation is ended by those who answer for its place, wherever else the person is", () => {
    const at = (place: object, roles: Role[] = []): Resource => ({
      ...{ kind: "member", memberId: "other", roles, branchId: null, organisationId: null, stationId: "s1" },
      ...place,
    });
    const [inBranch, atWork] = [{ branchId: "b1" }, { organisationId: "o1" }];
    expect(may("member.end-stay", at(inBranch))).toEqual([secretary, committee, stationCommittee, administrator]);
    expect(may("member.end-stay", at(atWork))).toEqual([partyWorker, committee, stationCommittee, administrator]);
    expect(may("member.end-stay", at({ ...atWork, stationId: "s2" }))).toEqual([partyWorker, committee, administrator]);
    expect(may("member.end-stay", at({ organisationId: "o2", stationId: "s2" }))).toEqual([committee, administrator]);
    expect(may("member.end-stay", at(atWork, ["study-officer"]))).toEqual([committee, stationCommittee, administrator]);
    expect(may("member.end-stay", at({ ...inBranch, memberId: "me" }))).toEqual([]);
  });
  it("a history is not for study officers", () => {
    expect(may("member.read-history", person([]))).toEqual([secretary, committee, stationCommittee, administrator]);
  });
  it("nobody edits, merges or stops the own account from a console", () => {
    const self: Resource = { ...person([]), memberId: "me" } as Resource;
    for (const action of ["member.edit", "member.merge", "member.set-state"] as const)
      expect(may(action, self)).toEqual([]);
  });
});

describe("moves", () => {
  it("are asked for by the person, by either side and by the committee", () => {
    expect(may("transfer.request", { kind: "self", memberId: "me" })).toEqual(everyone);
    expect(may("transfer.request", branch("b1", "s1"))).toEqual([secretary, committee, stationCommittee]);
    expect(may("transfer.request", organisation("o1", "s1"))).toEqual([partyWorker, committee, stationCommittee]);
  });
  it("each side assents for itself alone, the committee decides for both", () => {
    expect(can(secretary, "transfer.assent", branch("b2", "s1"))).toBe(false);
    expect(can(partyWorker, "transfer.assent", organisation("o2", "s1"))).toBe(false);
    expect(may("transfer.decide", person([]))).toEqual([committee, stationCommittee]);
  });
});

describe("registers, posters, study, figures", () => {
  it("a station's committee imports and exports its station, not the zone", () => {
    for (const action of ["register.import", "register.export"] as const) {
      expect(may(action, zone)).toEqual([committee, administrator]);
      expect(may(action, station("s1"))).toEqual([committee, stationCommittee, administrator]);
    }
  });
  it("officers make the code of their branch and decide who is taken in", () => {
    for (const action of ["join-code.issue", "application.decide"] as const) {
      expect(may(action, branch("b1", "s1"))).toEqual([studyOfficer, secretary, committee, stationCommittee]);
      expect(may(action, branch("b2", "s2"))).toEqual([committee]);
    }
  });
  it("study is set and recorded by the branch itself, not from above", () => {
    for (const action of ["assignment.set", "assignment.record"] as const) {
      expect(may(action, branch("b1", "s1"))).toEqual([studyOfficer, secretary]);
      expect(may(action, branch("b2", "s1"))).toEqual([]);
    }
    expect(may("assignment.object", { kind: "self", memberId: "other" })).toEqual([]);
  });
  it("an organisation objects to its own figures, the committee answers", () => {
    expect(may("figures.object", organisation("o1", "s1"))).toEqual([partyWorker]);
    expect(may("figures.object", organisation("o2", "s1"))).toEqual([]);
    expect(may("figures.answer", organisation("o1", "s1"))).toEqual([committee, stationCommittee]);
  });
  it("questions belong to the whole zone", () => {
    for (const action of ["question.write", "question.review", "question.retire", "question.void"] as const) {
      expect(may(action, { kind: "question" })).toEqual([committee]);
    }
  });
});
