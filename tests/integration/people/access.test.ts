// First of all imports: it gives the framework its request scope.
import { hostRoutes, type RouteHost } from "@/tests/support/route-host";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { can } from "@/domain/access/can";
import { addDays } from "@/domain/calendar/plain-date";
import type { RoleScope } from "@/features/members/mutations/grant-role";
import { grantRole } from "@/features/members/mutations/grant-role";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { revokeRole } from "@/features/members/mutations/revoke-role";
import { getMemberResource } from "@/features/members/queries";
import { listInvitees } from "@/features/invitations/queries/list-invitees";
import { listPeople } from "@/features/people/queries/list-people";
import { peopleFilterSchema } from "@/features/people/schema";
import { getActor } from "@/features/access/queries";
import type { BranchScope } from "@/features/access/types";
import { gateAdmin, gateBranch, gateCommittee, gateMember } from "@/features/access/gates/page";
import { closeAllSessions, closeSession } from "@/features/sessions/mutations/close-sessions";
import { db, inTransaction } from "@/lib/db";
import { cookieOf } from "@/tests/factories/sign-in";
import { makePerson, makePlace, SINCE, TODAY, type Place } from "@/tests/factories/people";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const by = { actorId: null, now };
const ADMINISTRATOR: RoleScope = { role: "administrator", scopeKind: "zone", scopeId: "" };

/** A route behind each gate of pages: 200 with who came in, or what the gate answers. */
const behind = (gate: (path: string) => Promise<unknown>) => ({
  GET: async () => {
    await gate("/here");
    return new Response("inside");
  },
});

describeOnBothEngines("roles and sessions at the next request", () => {
  let host: RouteHost;
  beforeAll(async () => {
    host = await hostRoutes(0, [
      { path: "/me", handlers: behind(gateMember) },
      { path: "/branch", handlers: behind(gateBranch) },
      { path: "/committee", handlers: behind(gateCommittee) },
      { path: "/admin", handlers: behind(gateAdmin) },
    ]);
  });
  afterAll(() => host.close());

  async function visit(path: string, cookie?: string): Promise<number> {
    const headers: Record<string, string> = cookie ? { cookie } : {};
    return (await fetch(`${host.address}${path}`, { headers, redirect: "manual" })).status;
  }

  const officerOf = (place: Place): RoleScope => ({
    role: "study-officer",
    scopeKind: "branch",
    scopeId: place.branchId,
  });

  it("anonymous people are sent to sign in, the wrong role finds nothing", async () => {
    const cookie = await cookieOf((await makePerson(await makePlace())).memberId);
    expect(await visit("/me")).toBe(307);
    expect(await visit("/admin")).toBe(307);
    expect(await visit("/me", cookie)).toBe(200);
    for (const console of ["/branch", "/committee", "/admin"]) expect(await visit(console, cookie)).toBe(404);
  });

  it("a role opens its console at the next request and closes it when revoked", async () => {
    const place = await makePlace();
    const { memberId } = await makePerson(place);
    const cookie = await cookieOf(memberId);
    expect(await visit("/branch", cookie)).toBe(404);
    const granted = await grantRole({ memberId, ...officerOf(place), since: TODAY, until: null, ...by });
    if (!granted.ok) throw new Error(granted.detail);
    expect(await visit("/branch", cookie)).toBe(200);
    expect(await revokeRole({ grantId: granted.grantId, ...by })).toEqual({ ok: true });
    expect(await visit("/branch", cookie)).toBe(404);
    expect(await visit("/me", cookie)).toBe(200);
    expect(await revokeRole({ grantId: granted.grantId, ...by })).toMatchObject({ reason: "not-held" });
  });

  it.each([
    ["from its first day on", TODAY, null, 200],
    ["not before it", addDays(TODAY, 1), null, 404],
    ["on its last day", SINCE, TODAY, 200],
    ["not after it", SINCE, addDays(TODAY, -1), 404],
  ])("a term is in force %s", async (_sentence, since, until, status) => {
    const place = await makePlace();
    const { memberId } = await makePerson(place);
    await grantRole({ memberId, ...officerOf(place), since, until, ...by });
    expect(await visit("/branch", await cookieOf(memberId))).toBe(status);
  });

  it("somebody appointed from a later day is above a study officer from now on", async () => {
    const place = await makePlace();
    const helper = await makePerson(place, { roles: [officerOf(place)] });
    const actor = await getActor(helper.memberId, now);
    const mayHelp = async (since: string, until: string | null) => {
      const { memberId } = await makePerson(place);
      await db().member.update({ where: { id: memberId }, data: { state: "invited" } });
      await grantRole({ memberId, ...ADMINISTRATOR, since, until, ...by });
      const scope = { branchId: place.branchId } as BranchScope;
      const listed = (await listPeople(scope, peopleFilterSchema.parse({}), now)).rows.find(
        (row) => row.id === memberId,
      );
      const invitee = (
        await listInvitees(
          scope,
          { stationId: "", branchId: "", organisationId: "", link: "all", page: 1 },
          { now, take: 500 },
        )
      ).find((row) => row.id === memberId);
      const known = [await getMemberResource(memberId, now), listed?.resource, invitee?.resource];
      return known.map((resource) => resource && can(actor, "invitation.issue", resource));
    };
    expect(await mayHelp(addDays(TODAY, 3), null)).toEqual([false, false, false]);
    expect(await mayHelp(addDays(TODAY, -3), addDays(TODAY, -1))).toEqual([true, true, true]);
  });

  it("a session that is closed, or everybody's of a person, is refused at the next request", async () => {
    const { memberId } = await makePerson(await makePlace());
    const [first, second] = [await cookieOf(memberId), await cookieOf(memberId)];
    const sessions = await db().session.findMany({ where: { memberId }, orderBy: { id: "asc" } });
    await closeSession(sessions[0]?.id ?? "", now);
    const statuses = [await visit("/me", first), await visit("/me", second)];
    expect(statuses.sort()).toEqual([200, 307]);
    await closeAllSessions(memberId, now);
    expect([await visit("/me", first), await visit("/me", second)]).toEqual([307, 307]);
  });

  it("a console that was idle too long asks for the password again, the rest stays open", async () => {
    const place = await makePlace();
    const { memberId } = await makePerson(place, { roles: [officerOf(place)] });
    const cookie = await cookieOf(memberId);
    expect(await visit("/branch", cookie)).toBe(200);
    await db().session.updateMany({ where: { memberId }, data: { consoleUntil: new Date(Date.now() - 1) } });
    expect(await visit("/branch", cookie)).toBe(307);
    expect(await visit("/me", cookie)).toBe(200);
  });

  it("somebody who left the zone is signed out at once", async () => {
    const place = await makePlace();
    const { memberId } = await makePerson(place, { roles: [officerOf(place)] });
    const cookie = await cookieOf(memberId);
    expect(await visit("/branch", cookie)).toBe(200);
    await leaveZone({ memberId, on: TODAY, ...by });
    expect([await visit("/branch", cookie), await visit("/me", cookie)]).toEqual([307, 307]);
  });

  describe("granting", () => {
    it.each<[RoleScope, boolean]>([
      [{ role: "committee", scopeKind: "zone", scopeId: "" }, true],
      [{ role: "committee", scopeKind: "zone", scopeId: "s1" }, false],
      [{ role: "committee", scopeKind: "branch", scopeId: "" }, false],
      [{ role: "study-officer", scopeKind: "zone", scopeId: "" }, false],
      [{ role: "study-officer", scopeKind: "branch", scopeId: "nowhere" }, false],
      [{ role: "instructor", scopeKind: "station", scopeId: "nowhere" }, false],
    ])("%j: %s", async (scope, allowed) => {
      const { memberId } = await makePerson(null);
      const result = await grantRole({ memberId, ...scope, since: TODAY, until: null, ...by });
      expect(result.ok).toBe(allowed);
      expect(await db().roleGrant.count({ where: { memberId } })).toBe(allowed ? 1 : 0);
    });
    it("a term that ends before it begins is refused", async () => {
      const { memberId } = await makePerson(null);
      const term = { since: TODAY, until: addDays(TODAY, -1) };
      const committee = { role: "committee", scopeKind: "zone", scopeId: "" } as const;
      expect(await grantRole({ memberId, ...committee, ...term, ...by })).toMatchObject({ reason: "term" });
    });
    it("the same role five times at once is one grant", async () => {
      const place = await makePlace();
      const { memberId } = await makePerson(place);
      const tries = Array.from({ length: 5 }, () =>
        grantRole({ memberId, ...officerOf(place), since: TODAY, until: null, ...by }),
      );
      const ids = (await Promise.all(tries)).map((result) => (result.ok ? result.grantId : result.reason));
      expect(new Set(ids).size).toBe(1);
      expect(await db().roleGrant.count({ where: { memberId } })).toBe(1);
    });
  });

  describe("the last administrator", () => {
    it("keeps the role, and two who remove one another at once leave one", async () => {
      const people = [
        await makePerson(null, { roles: [ADMINISTRATOR] }),
        await makePerson(null, { roles: [ADMINISTRATOR] }),
      ];
      const ids = people.map((person) => person.memberId);
      const grants = await db().roleGrant.findMany({ where: { memberId: { in: ids }, role: "administrator" } });
      // Several connections must stand already, or the first revocation is over before the second has begun.
      await Promise.all(Array.from({ length: 8 }, () => inTransaction((tx) => tx.member.count())));
      const results = await Promise.all(grants.map((grant) => revokeRole({ grantId: grant.id, ...by })));
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(results.find((result) => !result.ok)).toMatchObject({ reason: "last-administrator" });
      const [left] = await db().roleGrant.findMany({
        where: { memberId: { in: ids }, role: "administrator", revokedAt: null },
      });
      // Nobody else of this file holds the role at the moment.
      await db().roleGrant.deleteMany({ where: { memberId: { notIn: ids }, role: "administrator" } });
      expect(await leaveZone({ memberId: left?.memberId ?? "", on: TODAY, ...by })).toMatchObject({
        reason: "last-administrator",
      });
    });
  });
});
