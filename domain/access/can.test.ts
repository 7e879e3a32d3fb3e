import { describe, expect, it } from "vitest";
import { accountRank, can, grantsFor, isOpenToAnyone } from "./can";
import { ACTIONS, PERMISSIONS } from "./permissions";
import { ROLES, type Actor, type Grant, type MemberState, type Resource, type Role, type ScopeKind } from "./types";

function grant(role: Role, scopeKind: ScopeKind, scopeId = "", revoked = false): Grant {
  return { id: `${role}-${scopeId}`, role, scopeKind, scopeId, since: "2026-01-01", until: null, revoked };
}

function actor(grants: Grant[], memberState: MemberState = "active"): Actor {
  return { memberId: "me", memberState, grants, branchId: "b1", organisationId: "o1" };
}

function person(roles: Role[] = [], place: { branchId?: string | null; stationId?: string } = {}): Resource {
  return { kind: "member", memberId: "other", roles, branchId: "b1", organisationId: "o1", stationId: "s1", ...place };
}

const branch = (branchId: string, stationId = "s1", hostOrganisationId: string | null = null): Resource => ({
  kind: "branch",
  branchId,
  stationId,
  hostOrganisationId,
});
const me: Resource = { kind: "self", memberId: "me" };
const myself: Resource = {
  kind: "member",
  memberId: "me",
  roles: [],
  branchId: "b1",
  organisationId: "o1",
  stationId: "s1",
};
const zone: Resource = { kind: "zone" };

const plainMember = actor([]);
const studyOfficer = actor([grant("study-officer", "branch", "b1")]);
const secretary = actor([grant("branch-secretary", "branch", "b1")]);
const partyWorker = actor([grant("party-worker", "organisation", "o1")]);
const instructor = actor([grant("instructor", "station", "s1")]);
const committee = actor([grant("committee", "zone")]);
const stationCommittee = actor([grant("committee", "station", "s1")]);
const administrator = actor([grant("administrator", "zone")]);
const everyRole = [studyOfficer, secretary, partyWorker, instructor, committee, stationCommittee, administrator];

describe("one-time codes", () => {
  const may = (who: Actor, whom: Resource): boolean => can(who, "member.code.issue", whom);

  it.each([
    ["a study officer can issue a code for a member of the own branch", studyOfficer, person()],
    ["a secretary can issue a code for a member of the own branch", secretary, person()],
    ["the committee can issue a code for any member", committee, person([], { branchId: "b9", stationId: "s9" })],
    ["the committee can issue a code for a secretary", committee, person(["branch-secretary"])],
    [
      "the committee can issue a code for an instructor without a branch",
      committee,
      person(["instructor"], { branchId: null }),
    ],
    ["a station's committee can issue a code inside the station", stationCommittee, person(["study-officer"])],
    ["an administrator can issue a code for the committee", administrator, person(["committee"])],
    ["an administrator can issue a code for another administrator", administrator, person(["administrator"])],
  ])("%s", (_sentence, who, whom) => {
    expect(may(who, whom)).toBe(true);
  });

  it.each([
    ["a plain member cannot issue a code", plainMember, person()],
    [
      "a study officer cannot issue a code for a member of the neighbouring branch",
      studyOfficer,
      person([], { branchId: "b2" }),
    ],
    ["a study officer cannot issue a code for somebody without a branch", studyOfficer, person([], { branchId: null })],
    [
      "a study officer cannot issue a code for the secretary of the own branch",
      studyOfficer,
      person(["branch-secretary"]),
    ],
    ["a secretary cannot issue a code for a committee member in the own branch", secretary, person(["committee"])],
    ["a secretary cannot issue a code for an administrator in the own branch", secretary, person(["administrator"])],
    ["a party worker cannot issue a code", partyWorker, person()],
    ["an instructor cannot issue a code", instructor, person()],
    [
      "a station's committee cannot issue a code in the neighbouring station",
      stationCommittee,
      person([], { stationId: "s2" }),
    ],
    ["the committee cannot issue a code for a committee member", committee, person(["study-officer", "committee"])],
    ["the committee cannot issue a code for an administrator", committee, person(["administrator"])],
    [
      "a committee member who is administrator too counts as administrator",
      committee,
      person(["committee", "administrator"]),
    ],
    ["an administrator cannot issue a code for a plain member", administrator, person()],
  ])("%s", (_sentence, who, whom) => {
    expect(may(who, whom)).toBe(false);
  });

  it("nobody can issue a code for themselves, whatever roles they hold", () => {
    const all = actor(everyRole.flatMap((one) => one.grants));
    for (const roles of [[], ["study-officer"], ["committee"], ["administrator"]] satisfies Role[][]) {
      expect(may(all, { ...myself, roles } as Resource)).toBe(false);
    }
    expect(may(all, me)).toBe(false);
  });
});

describe("invitations", () => {
  it.each(["invitation.issue", "invitation.revoke"] as const)(
    "%s follows codes, and an administrator reaches everybody",
    (action) => {
      expect(can(secretary, action, person())).toBe(true);
      expect(can(secretary, action, person([], { branchId: "b2" }))).toBe(false);
      expect(can(committee, action, person(["party-worker"]))).toBe(true);
      expect(can(committee, action, person(["committee"]))).toBe(false);
      for (const role of ROLES) expect(can(administrator, action, person([role]))).toBe(true);
      expect(can(administrator, action, person())).toBe(true);
      expect(can(administrator, action, myself)).toBe(false);
    },
  );
});

describe("signing out everywhere", () => {
  it("everybody can do it for themselves", () => {
    expect(can(plainMember, "session.revoke-all", me)).toBe(true);
    expect(can(plainMember, "session.revoke-all", myself)).toBe(true);
  });
  it("a member cannot do it for another", () => {
    expect(can(plainMember, "session.revoke-all", { kind: "self", memberId: "other" })).toBe(false);
    expect(can(plainMember, "session.revoke-all", person())).toBe(false);
  });
  it("whoever may issue a code can do it for that person", () => {
    expect(can(studyOfficer, "session.revoke-all", person())).toBe(true);
    expect(can(studyOfficer, "session.revoke-all", person([], { branchId: "b2" }))).toBe(false);
    expect(can(administrator, "session.revoke-all", { kind: "self", memberId: "other" })).toBe(false);
  });
});

describe("the own account", () => {
  it.each(["password.change", "role.choose", "identity.link"] as const)("%s is for oneself alone", (action) => {
    expect(can(plainMember, action, me)).toBe(true);
    expect(can(administrator, action, { kind: "self", memberId: "other" })).toBe(false);
    expect(can(administrator, action, person())).toBe(false);
  });
  it("only an invitation or a code is used, an error reported and admission asked for without an account", () => {
    expect(ACTIONS.filter(isOpenToAnyone)).toEqual([
      "invitation.accept",
      "code.redeem",
      "feedback.create",
      "application.create",
      "project.propose-by-link",
    ]);
  });
});

describe("consoles", () => {
  it.each([
    ["a study officer opens the console of the own branch", studyOfficer, "console.branch.open", branch("b1"), true],
    [
      "a study officer cannot open that of the neighbouring branch",
      studyOfficer,
      "console.branch.open",
      branch("b2"),
      false,
    ],
    [
      "a party worker opens that of a branch the organisation hosts",
      partyWorker,
      "console.branch.open",
      branch("b7", "s1", "o1"),
      true,
    ],
    ["a party worker cannot open that of a joint branch", partyWorker, "console.branch.open", branch("b7"), false],
    ["the committee does not open branch consoles", committee, "console.branch.open", branch("b1"), false],
    ["the committee opens its console for the zone", committee, "console.committee.open", zone, true],
    [
      "a station's committee opens it for the station",
      stationCommittee,
      "console.committee.open",
      { kind: "station", stationId: "s1" },
      true,
    ],
    [
      "a station's committee cannot open it for another station",
      stationCommittee,
      "console.committee.open",
      { kind: "station", stationId: "s2" },
      false,
    ],
    ["a station's committee cannot open it for the zone", stationCommittee, "console.committee.open", zone, false],
    [
      "an instructor opens it for the own station",
      instructor,
      "console.committee.open",
      { kind: "station", stationId: "s1" },
      true,
    ],
    ["a secretary cannot open it", secretary, "console.committee.open", branch("b1"), false],
    ["an administrator opens the administration", administrator, "console.admin.open", zone, true],
    ["the committee cannot open the administration", committee, "console.admin.open", zone, false],
  ] as const)("%s", (_sentence, who, action, what, expected) => {
    expect(can(who, action, what)).toBe(expected);
  });

  it("grantsFor tells the scopes a console may show", () => {
    expect(grantsFor(studyOfficer, "console.branch.open").map((held) => held.scopeId)).toEqual(["b1"]);
    expect(grantsFor(studyOfficer, "console.committee.open")).toEqual([]);
    expect(grantsFor({ ...studyOfficer, memberState: "left" }, "console.branch.open")).toEqual([]);
  });
});

describe("what belongs to the whole zone", () => {
  it.each([
    ["content.take-down", { kind: "content" }],
    ["content.restore", { kind: "question" }],
    ["content.accept-library", { kind: "content" }],
    ["question.void", { kind: "question" }],
    ["feedback.answer", { kind: "content" }],
    ["erratum.publish", { kind: "content" }],
    ["erratum.publish", { kind: "question" }],
    ["erratum.revoke", { kind: "content" }],
  ] as const)("%s is for the committee of the zone alone", (action, what) => {
    expect(everyRole.filter((who) => can(who, action, what))).toEqual([committee]);
  });
  it.each([
    ["security-log.read", { kind: "security-log" }],
    ["audit-log.read", { kind: "audit-log" }],
    ["setup.checklist", zone],
  ] as const)("%s is for administrators alone", (action, what) => {
    expect(everyRole.filter((who) => can(who, action, what))).toEqual([administrator]);
  });
});

describe("the base rule", () => {
  it.each(["quiz.take", "recall.answer", "season.join", "season.object", "points.read-own"] as const)(
    "every active member can %s in the own name and in nobody else's",
    (action) => {
      expect(can(plainMember, action, me)).toBe(true);
      expect(can(administrator, action, { kind: "self", memberId: "other" })).toBe(false);
    },
  );
  it("every active member can read the season", () => {
    expect(can(plainMember, "season.read", { kind: "season" })).toBe(true);
    expect(can(plainMember, "season.read", me)).toBe(true);
  });
  it.each(["invited", "inactive", "left"] as const)("somebody %s can do nothing", (state) => {
    const all = actor(
      everyRole.flatMap((one) => one.grants),
      state,
    );
    const things: Resource[] = [
      me,
      person(),
      zone,
      branch("b1"),
      { kind: "content" },
      { kind: "season" },
      { kind: "security-log" },
    ];
    for (const action of ACTIONS) for (const thing of things) expect(can(all, action, thing)).toBe(false);
  });
});

describe("default deny", () => {
  it("a revoked grant opens nothing", () => {
    expect(can(actor([grant("administrator", "zone", "", true)]), "console.admin.open", zone)).toBe(false);
  });
  it("a role held over a scope it cannot have opens nothing", () => {
    expect(can(actor([grant("study-officer", "zone")]), "member.code.issue", person())).toBe(false);
    expect(can(actor([grant("administrator", "station", "s1")]), "console.admin.open", zone)).toBe(false);
  });
  it("a grant with an empty scope id reaches nobody", () => {
    expect(can(actor([grant("committee", "station", "")]), "member.code.issue", person([], { stationId: "" }))).toBe(
      false,
    );
  });
  it("a thing of the wrong kind is refused", () => {
    expect(can(administrator, "console.admin.open", { kind: "content" })).toBe(false);
    expect(can(administrator, "security-log.read", zone)).toBe(false);
  });
  it("every action of the list stands in the table", () => {
    expect(Object.keys(PERMISSIONS).sort()).toEqual([...ACTIONS].sort());
  });
});

it("an account ranks by its highest role", () => {
  expect(accountRank([])).toBe("no-role");
  expect(accountRank(["study-officer", "party-worker"])).toBe("officer");
  expect(accountRank(["instructor", "committee"])).toBe("committee");
  expect(accountRank(["committee", "administrator"])).toBe("administrator");
});
