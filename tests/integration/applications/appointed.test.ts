import { expect, it } from "vitest";
import type { Actor } from "@/domain/access/types";
import { addDays } from "@/domain/calendar/plain-date";
import { getActor } from "@/features/access/queries";
import { openAccount } from "@/features/applications/mutations/open-account";
import { listOpenApplications } from "@/features/applications/queries/list-applications";
import { grantRole, type RoleScope } from "@/features/members/mutations/grant-role";
import { db } from "@/lib/db";
import { accept, apply, listed, scopeOf } from "@/tests/factories/applications";
import { makePerson, makePlace, nextNumber, TODAY, type Place } from "@/tests/factories/people";
import { committeeOf, secretaryOf, workerOf } from "@/tests/factories/transfers";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const NAME = "王有职";

const studyOfficerOf = (place: Place): RoleScope => ({
  ...{ role: "study-officer", scopeKind: "branch", scopeId: place.branchId },
});
const ADMINISTRATOR: RoleScope = { role: "administrator", scopeKind: "zone", scopeId: "" };

const actorWith = async (place: Place, role: RoleScope): Promise<Actor> =>
  getActor((await makePerson(place, { roles: [role] })).memberId, now);

/** Somebody who has not come in yet, and an application in their name. */
async function appliedFor(place: Place, { isPlaced = true, roles = [] as RoleScope[] } = {}) {
  const login = `1390000${String(nextNumber()).padStart(4, "0")}`;
  const places = isPlaced ? {} : { branchId: null, organisationId: null };
  const { memberId } = await listed(place, NAME, { ...places, login, roles });
  return { ...(await apply(place, { name: NAME, login })), memberId };
}

const fitFor = async (place: Place, actor: Actor) =>
  (await listOpenApplications(scopeOf(place), { actor, now }))[0]?.fit;

describeOnBothEngines("an application in the name of somebody with a role", () => {
  it.each([
    ["a committee member without a branch", false, () => committeeOf()],
    ["the first administrator", false, () => ADMINISTRATOR],
    ["an administrator of this branch's list", true, () => ADMINISTRATOR],
    ["the secretary of the branch", true, secretaryOf],
    ["a study officer of the branch", true, studyOfficerOf],
    ["a party worker of the organisation", true, workerOf],
  ] as const)("opens no account for a study officer: %s", async (_title, isPlaced, roleOf) => {
    const place = await makePlace();
    const officer = await actorWith(place, studyOfficerOf(place));
    const { memberId, secret, applicationId } = await appliedFor(place, { isPlaced, roles: [roleOf(place)] });
    const before = await db().membership.count({ where: { memberId } });
    expect(await fitFor(place, officer)).toBe("appointed");
    expect(await accept(place, applicationId, { actor: officer })).toMatchObject({
      ...{ ok: false, reason: "appointed", detail: expect.stringContaining("请由任命他的同志发邀请") as string },
    });
    expect(await openAccount({ secret, now })).toMatchObject({ ok: false });
    expect(await db().membership.count({ where: { memberId } })).toBe(before);
    expect(await db().invitation.count({ where: { memberId } })).toBe(0);
    expect(await db().application.count({ where: { id: applicationId, state: "open" } })).toBe(1);
  });

  it("opens none either where the role is only to come", async () => {
    const place = await makePlace();
    const officer = await actorWith(place, studyOfficerOf(place));
    const { memberId, applicationId } = await appliedFor(place);
    const term = { since: addDays(TODAY, 7), until: null };
    await grantRole({ ...committeeOf(), ...term, memberId, actorId: null, now });
    expect(await fitFor(place, officer)).toBe("appointed");
    expect(await accept(place, applicationId, { actor: officer })).toMatchObject({ reason: "appointed" });
  });

  it("a lapsed or withdrawn role binds nobody", async () => {
    const place = await makePlace();
    const officer = await actorWith(place, studyOfficerOf(place));
    const { memberId, applicationId } = await appliedFor(place, { roles: [studyOfficerOf(place)] });
    await db().roleGrant.updateMany({ where: { memberId }, data: { until: addDays(TODAY, -1) } });
    await grantRole({ ...committeeOf(), since: TODAY, until: null, memberId, actorId: null, now });
    await db().roleGrant.updateMany({ where: { memberId, role: "committee" }, data: { revokedAt: now } });
    expect(await accept(place, applicationId, { actor: officer })).toEqual({ ok: true, memberId });
  });

  it("opens an officer's account for the committee, and no other committee member's", async () => {
    const place = await makePlace();
    const committee = await actorWith(place, committeeOf());
    const secretary = await appliedFor(place, { roles: [secretaryOf(place)] });
    expect(await accept(place, secretary.applicationId, { actor: committee })).toMatchObject({ ok: true });
    expect(await openAccount({ secret: secretary.secret, now })).toMatchObject({ ok: true });
    const colleague = await appliedFor(place, { isPlaced: false, roles: [committeeOf(place.stationId)] });
    expect(await accept(place, colleague.applicationId, { actor: committee })).toMatchObject({ reason: "appointed" });
  });

  it("opens none where the role was given between acceptance and password", async () => {
    const place = await makePlace();
    const officer = await actorWith(place, studyOfficerOf(place));
    const { memberId, secret, applicationId } = await appliedFor(place);
    expect(await accept(place, applicationId, { actor: officer })).toEqual({ ok: true, memberId });
    await grantRole({ ...committeeOf(), since: addDays(TODAY, 7), until: null, memberId, actorId: null, now });
    expect(await openAccount({ secret, now })).toEqual({ ok: false, reason: "appointed" });
    expect(await db().invitation.count({ where: { memberId } })).toBe(0);
  });

  it.each([
    ["on the list of the branch", true],
    ["on the list without a branch", false],
  ])("somebody without one still gets in: %s", async (_title, isPlaced) => {
    const place = await makePlace();
    const officer = await actorWith(place, studyOfficerOf(place));
    const { memberId, secret, applicationId } = await appliedFor(place, { isPlaced });
    expect(await fitFor(place, officer)).toBe(isPlaced ? "here" : "unplaced");
    expect(await accept(place, applicationId, { actor: officer })).toEqual({ ok: true, memberId });
    expect(await openAccount({ secret, now })).toMatchObject({ ok: true });
  });
});
