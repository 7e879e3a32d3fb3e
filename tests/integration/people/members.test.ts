import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { findSignedIn } from "@/features/access/queries";
import { createBranch } from "@/features/branches/mutations/create-branch";
import { createMember, type NewMember } from "@/features/members/mutations/create-member";
import { employ } from "@/features/members/mutations/employ";
import { joinBranch } from "@/features/members/mutations/join-branch";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { nameMember } from "@/features/members/mutations/name-member";
import { createOrganisation } from "@/features/organisations/mutations/create-organisation";
import { awardPoints } from "@/features/points/mutations/award-points";
import { joinSeason } from "@/features/seasons/mutations/join-season";
import { openSession } from "@/features/sessions/mutations/open-session";
import { createStation } from "@/features/stations/mutations";
import { quarterOf } from "@/domain/calendar/shanghai";
import { openText } from "@/lib/crypto";
import { db, inTransaction } from "@/lib/db";
import { makePerson, makePlace, nextNumber, SINCE, TODAY } from "@/tests/factories/people";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const by = { actorId: null, now };

function newMember(over: Partial<NewMember>): NewMember {
  return {
    ...{ name: "王示例", standing: "full", login: `GW-${nextNumber()}`, organisationId: null, branchId: null },
    ...{ roles: [], since: SINCE, actorId: null, now },
    ...over,
  };
}

describeOnBothEngines("people and places", () => {
  describe("places", () => {
    it("a name is taken once, also by ten at the same moment", async () => {
      const { stationId } = await makePlace();
      const station = await Promise.all(
        Array.from({ length: 10 }, () => createStation({ ...by, name: "同名 工作站", sort: 0 })),
      );
      expect(station.filter((result) => result.ok)).toHaveLength(1);
      expect(station.find((result) => !result.ok)).toEqual({
        ok: false,
        field: "name",
        detail: "已经有“同名工作站”了，没有重复建立。",
      });
      const organisation = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          createOrganisation({ ...by, kind: "social", name: "同名（集团）公司", shortCode: `TM${index}`, stationId }),
        ),
      );
      expect(organisation.filter((result) => result.ok)).toHaveLength(1);
      const branch = await Promise.all(
        Array.from({ length: 10 }, () =>
          createBranch({ ...by, name: "同名支部", hostOrganisationId: null, stationId }),
        ),
      );
      expect(branch.filter((result) => result.ok)).toHaveLength(1);
    });
    it("a short code belongs to one organisation, however it is typed", async () => {
      const { stationId } = await makePlace();
      const social = { ...by, kind: "social", stationId } as const;
      expect(await createOrganisation({ ...social, name: "短码甲", shortCode: "dm01" })).toMatchObject({ ok: true });
      expect(await createOrganisation({ ...social, name: "短码乙", shortCode: " ＤＭ01" })).toEqual({
        ok: false,
        field: "shortCode",
        detail: "短码DM01已经给了“短码甲”，请换一个。",
      });
      expect(await createOrganisation({ ...social, name: "短码丙", shortCode: "短" })).toMatchObject({
        field: "shortCode",
      });
      expect(
        await createOrganisation({ ...social, name: "短码丁", shortCode: "DM04", stationId: "none" }),
      ).toMatchObject({
        field: "stationId",
      });
    });
    it("a hosted branch stands in its host's station, a joint one where it is put", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      const hosted = await createBranch({
        ...by,
        name: "随企业的支部",
        hostOrganisationId: place.organisationId,
        stationId: other.stationId,
      });
      if (!hosted.ok) throw new Error(hosted.detail);
      const row = await db().branch.findUniqueOrThrow({ where: { id: hosted.id } });
      expect([row.kind, row.stationId]).toEqual(["hosted", place.stationId]);
    });
  });

  describe("a new member", () => {
    it("has the login encrypted beside its hash, never in the clear", async () => {
      const login = `138${String(nextNumber()).padStart(8, "0")}`;
      const made = await createMember(newMember({ login: ` +86 ${login}` }));
      if (!made.ok) throw new Error(made.detail);
      const row = await db().login.findFirstOrThrow({ where: { memberId: made.memberId } });
      expect(row.kind).toBe("phone");
      expect(openText(row.cipher)).toBe(login);
      expect(JSON.stringify(row)).not.toContain(login);
      const audited = await db().auditEntry.findMany({ where: { subjectId: made.memberId } });
      expect(audited.map((entry) => entry.action)).toEqual(["member.create"]);
      expect(JSON.stringify(audited)).not.toContain(login);
    });
    it("cannot have a login that somebody has, in whatever spelling, and then nothing is made", async () => {
      const place = await makePlace();
      await createMember(newMember({ login: `${place.shortCode}-0007`, organisationId: place.organisationId }));
      const before = await db().member.count();
      const again = await createMember(newMember({ login: `${place.shortCode.toLowerCase()}－0007` }));
      expect(again).toMatchObject({ ok: false, field: "login" });
      if (!again.ok) expect(again.detail).toBe("这个手机号或工号已经登记给别人了，没有建立账号。请核对，或换一个。");
      const rush = Array.from({ length: 10 }, () => createMember(newMember({ login: "13800000001" })));
      expect((await Promise.all(rush)).filter((result) => result.ok)).toHaveLength(1);
      expect(await db().member.count()).toBe(before + 1);
    });
    it("of an organisation carries that organisation's short code", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      const { organisationId } = place;
      expect(await createMember(newMember({ login: `${other.shortCode}-1`, organisationId }))).toEqual({
        ok: false,
        field: "login",
        detail: `所在组织的短码是${place.shortCode}，工号登录名应写作${place.shortCode}-工号。`,
      });
      const made = await createMember(newMember({ login: `${place.shortCode}-1`, organisationId }));
      if (!made.ok) throw new Error(made.detail);
      const [employment] = await db().employment.findMany({ where: { memberId: made.memberId } });
      expect(employment).toMatchObject({ organisationId, workNumber: "1", since: SINCE, until: null });
    });
    it("with a role that cannot be had is not made at all", async () => {
      const before = await db().member.count();
      const roles = [{ role: "study-officer", scopeKind: "zone", scopeId: "" } as const];
      expect(await createMember(newMember({ roles }))).toMatchObject({ ok: false, field: "role" });
      expect(await db().member.count()).toBe(before);
      expect(await createMember(newMember({ branchId: "none" }))).toMatchObject({ field: "branchId" });
      expect(await createMember(newMember({ organisationId: "none" }))).toMatchObject({ field: "organisationId" });
      expect(await createMember(newMember({ login: "not a login" }))).toMatchObject({ field: "login" });
    });
    it("made without a name is named later, with a login of their own", async () => {
      const { memberId } = await makePerson(null);
      const other = await makePerson(null);
      const taken = await nameMember({ memberId, name: "李 示例", login: other.login, actorId: memberId, now });
      expect(taken).toMatchObject({ ok: false, field: "login" });
      expect((await db().member.findUniqueOrThrow({ where: { id: memberId } })).name).not.toBe("李示例");
      expect(await nameMember({ memberId, name: "李 示例", login: "13900000001", actorId: memberId, now })).toEqual({
        ok: true,
      });
      expect((await db().member.findUniqueOrThrow({ where: { id: memberId } })).name).toBe("李示例");
      expect(await db().login.count({ where: { memberId } })).toBe(2);
    });
  });

  describe("moving", () => {
    it.each(["employment", "membership"] as const)(
      "%s rows follow one another without a gap or an overlap",
      async (kind) => {
        const [from, to] = [await makePlace(), await makePlace()];
        const { memberId } = await makePerson(from);
        const move = (since: string) =>
          kind === "employment"
            ? employ({ memberId, organisationId: to.organisationId, since, ...by })
            : joinBranch({ memberId, branchId: to.branchId, since, ...by });
        const rows = async () =>
          kind === "employment"
            ? db().employment.findMany({ where: { memberId }, orderBy: { since: "asc" } })
            : db().membership.findMany({ where: { memberId }, orderBy: { since: "asc" } });

        expect(await move(SINCE)).toMatchObject({ ok: false, reason: "too-early" });
        const moved = await move(TODAY);
        expect(moved).toMatchObject({ ok: true });
        expect(await move(TODAY)).toEqual(moved);
        expect((await rows()).map((row) => [row.since, row.until])).toEqual([
          [SINCE, addDays(TODAY, -1)],
          [TODAY, null],
        ]);
      },
    );
    it("five moves at once leave one open row", async () => {
      const places = await Promise.all(Array.from({ length: 5 }, makePlace));
      const { memberId } = await makePerson(await makePlace());
      await Promise.all(places.map((place) => joinBranch({ memberId, branchId: place.branchId, since: TODAY, ...by })));
      const rows = await db().membership.findMany({ where: { memberId } });
      expect(rows.filter((row) => row.until === null)).toHaveLength(1);
      expect(rows.filter((row) => row.since <= TODAY && (row.until ?? TODAY) >= TODAY)).toHaveLength(1);
    });
    it("a place that does not exist is refused", async () => {
      const { memberId } = await makePerson(null);
      expect(await employ({ memberId, organisationId: "none", since: TODAY, ...by })).toMatchObject({
        reason: "unknown-place",
      });
      expect(await joinBranch({ memberId: "none", branchId: "none", since: TODAY, ...by })).toMatchObject({
        reason: "left",
      });
    });
  });

  describe("leaving the zone", () => {
    it("ends sessions and relations, takes the season entry out and keeps the sums", async () => {
      const { memberId } = await makePerson(await makePlace());
      const quarter = quarterOf(TODAY);
      const own = { memberId };
      await inTransaction((tx) => awardPoints(tx, { memberId, reason: "lesson", source: "lessons/a/01", now }));
      await joinSeason({ own, quarter, showName: true, now });
      const sessionId = await openSession(memberId, now);
      const claims = { sessionId, memberId };
      expect(await findSignedIn(claims, now)).not.toBeNull();
      const sums = await db().pointsTotal.findMany({ where: { memberId } });

      expect(await leaveZone({ memberId, on: TODAY, ...by })).toEqual({ ok: true });

      expect(await findSignedIn(claims, now)).toBeNull();
      expect(await db().session.count({ where: { memberId, revokedAt: null } })).toBe(0);
      expect(await db().seasonEntry.count({ where: { memberId } })).toBe(0);
      expect(sums).toHaveLength(1);
      expect(await db().pointsTotal.findMany({ where: { memberId } })).toEqual(sums);
      expect(await db().pointsEntry.count({ where: { memberId } })).toBe(1);
      const relations = [
        ...(await db().employment.findMany({ where: { memberId } })),
        ...(await db().membership.findMany({ where: { memberId } })),
      ];
      expect(relations.map((row) => row.until)).toEqual([TODAY, TODAY]);
      expect(await leaveZone({ memberId, on: TODAY, ...by })).toMatchObject({ reason: "left" });
      expect(await employ({ memberId, organisationId: "any", since: TODAY, ...by })).toMatchObject({ reason: "left" });
    });
    it("takes relations that were only to begin later away", async () => {
      const [from, to] = [await makePlace(), await makePlace()];
      const { memberId } = await makePerson(from);
      await joinBranch({ memberId, branchId: to.branchId, since: addDays(TODAY, 5), ...by });
      await leaveZone({ memberId, on: TODAY, ...by });
      const rows = await db().membership.findMany({ where: { memberId } });
      expect(rows.map((row) => [row.branchId, row.until])).toEqual([[from.branchId, TODAY]]);
    });
    it("makes the place in a closed season nobody's", async () => {
      const { memberId } = await makePerson(null);
      await db().season.create({ data: { quarter: "2020Q1", closedAt: now, digest: "d", archive: "a" } });
      const place = { quarter: "2020Q1", pseudonym: "p1", memberId, place: 1, points: 9, showName: true };
      await db().seasonPlace.create({ data: place });
      await leaveZone({ memberId, on: TODAY, ...by });
      const [row] = await db().seasonPlace.findMany({ where: { quarter: "2020Q1" } });
      expect(row).toMatchObject({ memberId: null, points: 9, place: 1 });
    });
  });
});
