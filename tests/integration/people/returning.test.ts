import { describe, expect, it } from "vitest";
import { can } from "@/domain/access/can";
import { addDays } from "@/domain/calendar/plain-date";
import { getActor } from "@/features/access/queries";
import type { ZoneScope } from "@/features/access/types";
import { acceptInvitation, createInvitation } from "@/features/invitations/mutations";
import { createMember } from "@/features/members/mutations/create-member";
import { freeLogin } from "@/features/members/mutations/further-login";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { findMemberByLoginKey, getLastMemberResource, loginKeyOf } from "@/features/members/queries";
import { returnMember, type Return } from "@/features/people/mutations/return-member";
import { listPeople } from "@/features/people/queries/list-people";
import { peopleFilterSchema } from "@/features/people/schema";
import { awardPoints } from "@/features/points/mutations/award-points";
import { openSession } from "@/features/sessions/mutations/open-session";
import { db, inTransaction } from "@/lib/db";
import { givePassword, makePerson, makePlace, nextNumber, SINCE, TODAY, type Place } from "@/tests/factories/people";
import { committeeOf, secretaryOf } from "@/tests/factories/transfers";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const by = { actorId: "boss", now };
const LAST = addDays(TODAY, -10);

const phone = () => `137${String(nextNumber()).padStart(8, "0")}`;

/** Somebody with a mobile number who left ten days ago. */
async function departed(place: Place, on = LAST) {
  const person = await makePerson(place, { login: phone(), roles: [secretaryOf(place)] });
  await givePassword([person.memberId], "示例口令-2026-旧的");
  expect(await leaveZone({ memberId: person.memberId, on, ...by })).toEqual({ ok: true });
  return person;
}

const back = (memberId: string, place: Place | null, over: Partial<Return> = {}) =>
  returnMember({
    ...{ memberId, since: TODAY, login: "", ...by },
    ...{ organisationId: place?.organisationId ?? null, branchId: place?.branchId ?? null },
    ...over,
  });

const stays = async (memberId: string) =>
  (await db().membership.findMany({ where: { memberId }, orderBy: { since: "asc" } })).map((row) => [
    ...[row.branchId, row.since, row.until],
  ]);

describeOnBothEngines("somebody who left comes back", () => {
  it("with points and history, in new dated rows, and signs in by a new invitation alone", async () => {
    const [from, to] = [await makePlace(), await makePlace()];
    const { memberId, login } = await makePerson(from, { login: phone(), roles: [secretaryOf(from)] });
    await givePassword([memberId], "示例口令-2026-旧的");
    await inTransaction((tx) => awardPoints(tx, { memberId, reason: "lesson", source: "lessons/a/01", now }));
    await openSession(memberId, now);
    await leaveZone({ memberId, on: LAST, ...by });

    expect(await back(memberId, to)).toEqual({ ok: true });

    expect(await db().member.findUnique({ where: { id: memberId } })).toMatchObject({
      ...{ state: "invited", leftOn: null, passwordHash: null },
    });
    expect(await stays(memberId)).toEqual([
      [from.branchId, SINCE, LAST],
      [to.branchId, TODAY, null],
    ]);
    const jobs = await db().employment.findMany({ where: { memberId }, orderBy: { since: "asc" } });
    expect(jobs.map((row) => [row.organisationId, row.until])).toEqual([
      [from.organisationId, LAST],
      [to.organisationId, null],
    ]);
    expect(await db().pointsEntry.count({ where: { memberId } })).toBe(1);
    expect(await db().session.count({ where: { memberId, revokedAt: null } })).toBe(0);
    expect(await findMemberByLoginKey(loginKeyOf(login) ?? "")).toMatchObject({ memberId, passwordHash: null });
    const [act] = await db().auditEntry.findMany({ where: { subjectId: memberId, action: "member.return" } });
    expect(JSON.parse(act?.detail ?? "{}")).toEqual({
      ...{ organisationId: to.organisationId, branchId: to.branchId, since: TODAY },
    });

    const { token } = await createInvitation({ memberId, ...by });
    expect(await acceptInvitation({ token, password: "示例口令-2026-新的", now })).toEqual({ ok: true, memberId });
    const actor = await getActor(memberId, now);
    expect(actor).toMatchObject({ memberState: "active", branchId: to.branchId, grants: [] });
  });
  it("of ten acts at once one brings the person back", async () => {
    const place = await makePlace();
    const { memberId } = await departed(place);
    const results = await Promise.all(Array.from({ length: 10 }, () => back(memberId, place)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect((await stays(memberId)).filter(([, , until]) => until === null)).toHaveLength(1);
  });
  it("not before the last day in the zone; on that day the old row ends the day before", async () => {
    const [from, to] = [await makePlace(), await makePlace()];
    const { memberId } = await departed(from, TODAY);
    expect(await back(memberId, to, { since: addDays(TODAY, -1) })).toMatchObject({ field: "since" });
    expect(await back(memberId, { ...to, organisationId: "" }, { organisationId: null })).toEqual({ ok: true });
    expect(await stays(memberId)).toEqual([
      [from.branchId, SINCE, addDays(TODAY, -1)],
      [to.branchId, TODAY, null],
    ]);
    // Where they work was not said: that row stays as it ended.
    expect(await db().employment.findMany({ where: { memberId } })).toMatchObject([{ until: TODAY }]);
  });
  it("nobody who is here, who is unknown or whose account went into another one", async () => {
    const place = await makePlace();
    const [here, gone, kept] = [await makePerson(place), await departed(place), await makePerson(place)];
    await db().member.update({ where: { id: gone.memberId }, data: { mergedIntoId: kept.memberId } });
    for (const memberId of [here.memberId, gone.memberId, "nobody"]) {
      expect(await back(memberId, place)).toMatchObject({ ok: false, field: "memberId" });
    }
    expect(await db().member.count({ where: { id: gone.memberId, state: "left" } })).toBe(1);
  });
  it("into no place that is closed, and then nothing changes", async () => {
    const [place, closed] = [await makePlace(), await makePlace()];
    const { memberId } = await departed(place);
    await db().branch.update({ where: { id: closed.branchId }, data: { state: "closed" } });
    expect(await back(memberId, closed)).toMatchObject({ ok: false, field: "branchId" });
    expect(await db().member.count({ where: { id: memberId, state: "left" } })).toBe(1);
    expect(await stays(memberId)).toEqual([[place.branchId, SINCE, LAST]]);
  });
  it("with a new number; one that somebody else has brings nobody back", async () => {
    const place = await makePlace();
    const [{ memberId }, other] = [await departed(place), await makePerson(place, { login: phone() })];
    expect(await back(memberId, place, { login: other.login })).toMatchObject({ ok: false, field: "login" });
    expect(await back(memberId, place, { login: "12" })).toMatchObject({ ok: false, field: "login" });
    expect(await db().member.count({ where: { id: memberId, state: "left" } })).toBe(1);
    const login = phone();
    expect(await back(memberId, place, { login })).toEqual({ ok: true });
    expect(await findMemberByLoginKey(loginKeyOf(login) ?? "")).toMatchObject({ memberId });
    expect(await db().login.count({ where: { memberId } })).toBe(2);
  });

  describe("whose number somebody else has now", () => {
    it("gives it up, and then the other person is registered", async () => {
      const place = await makePlace();
      const { memberId, login } = await departed(place);
      const made = () =>
        createMember({
          ...{ name: "李新人", standing: "full", login, roles: [], since: TODAY, ...by },
          ...{ organisationId: null, branchId: place.branchId },
        });
      expect(await made()).toMatchObject({ ok: false, field: "login", detail: expect.stringContaining("办转入") });
      const { id: loginId } = await db().login.findFirstOrThrow({ where: { memberId } });
      expect(await freeLogin({ memberId, loginId, ...by })).toEqual({ ok: true });
      expect(await freeLogin({ memberId, loginId, ...by })).toMatchObject({ ok: false });
      expect(await made()).toMatchObject({ ok: true });
      // Without a login nobody could come in.
      expect(await back(memberId, place)).toMatchObject({ ok: false, field: "login" });
      expect(await back(memberId, place, { login: phone() })).toEqual({ ok: true });
    });
    it("nobody who is here loses a login that way", async () => {
      const { memberId } = await makePerson(await makePlace());
      const { id: loginId } = await db().login.findFirstOrThrow({ where: { memberId } });
      expect(await freeLogin({ memberId, loginId, ...by })).toMatchObject({ ok: false });
      expect(await db().login.count({ where: { memberId } })).toBe(1);
    });
  });

  it("is found and taken back by the zone's committee and by the station they left from", async () => {
    const [place, other] = [await makePlace(), await makePlace()];
    const { memberId, login } = await departed(place);
    const found = async (stationId: string | null, over: Record<string, string>) =>
      (await listPeople({ stationId } as ZoneScope, peopleFilterSchema.parse(over), now)).rows.map((row) => row.id);
    for (const scope of [null, place.stationId]) {
      expect(await found(scope, { q: login })).toEqual([memberId]);
      expect(await found(scope, { state: "left" })).toContain(memberId);
      expect(await found(scope, {})).not.toContain(memberId);
    }
    expect(await found(other.stationId, { q: login })).toEqual([]);

    const resource = await getLastMemberResource(memberId, now);
    expect(resource).toMatchObject({ branchId: place.branchId, stationId: place.stationId });
    const may = async (role: ReturnType<typeof committeeOf>) => {
      const actor = await getActor((await makePerson(other, { roles: [role] })).memberId, now);
      return can(actor, "member.return", resource);
    };
    expect(await may(committeeOf())).toBe(true);
    expect(await may(committeeOf(place.stationId))).toBe(true);
    expect(await may(committeeOf(other.stationId))).toBe(false);
    expect(await may(secretaryOf(place))).toBe(false);
  });
});
