import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import type { RoleScope } from "@/features/members/mutations/grant-role";
import { grantRole } from "@/features/members/mutations/grant-role";
import { revokeRole } from "@/features/members/mutations/revoke-role";
import { renewRole } from "@/features/roles/mutations/renew-role";
import { warnOfTerms } from "@/features/roles/mutations/warn-terms";
import { listLapsingTerms } from "@/features/roles/queries";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { db } from "@/lib/db";
import { makePerson, makePlace, SINCE, TODAY, type Place } from "@/tests/factories/people";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const secretaryOf = (place: Place): RoleScope => ({
  ...{ role: "branch-secretary", scopeKind: "branch", scopeId: place.branchId },
});

async function officer(place: Place, until: string | null): Promise<{ memberId: string; grantId: string }> {
  const { memberId } = await makePerson(place);
  const result = await grantRole({ memberId, ...secretaryOf(place), since: SINCE, until, actorId: null, now });
  if (!result.ok) throw new Error(result.detail);
  return { memberId, grantId: result.grantId };
}

const noticesOf = async (memberId: string) =>
  (await db().notice.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } })).map((notice) => notice.text);

describeOnBothEngines("terms", () => {
  beforeEach(() => db().roleGrant.deleteMany());

  describe("warnings", () => {
    it.each([
      ["today", 0, true],
      ["in fourteen days", 14, true],
      ["in fifteen days", 15, false],
      ["yesterday", -1, false],
    ])("a term that ends %s", async (_when, days, isWarned) => {
      const { memberId } = await officer(await makePlace(), addDays(TODAY, days));
      expect(await warnOfTerms(now)).toBe(isWarned ? 1 : 0);
      expect(await noticesOf(memberId)).toHaveLength(isWarned ? 1 : 0);
    });
    it("are given once for each last day, to the holder and to those who may renew, and to nobody else", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      const [zone, own, foreign] = [
        await makePerson(null, { roles: [{ role: "committee", scopeKind: "zone", scopeId: "" }] }),
        await makePerson(null, { roles: [{ role: "committee", scopeKind: "station", scopeId: place.stationId }] }),
        await makePerson(null, { roles: [{ role: "committee", scopeKind: "station", scopeId: other.stationId }] }),
      ];
      const { memberId, grantId } = await officer(place, addDays(TODAY, 10));
      expect([await warnOfTerms(now), await warnOfTerms(now)]).toEqual([1, 0]);
      for (const told of [memberId, zone.memberId, own.memberId]) expect(await noticesOf(told)).toHaveLength(1);
      expect(await noticesOf(foreign.memberId)).toHaveLength(0);

      const until = addDays(TODAY, 12);
      expect(await renewRole({ grantId, until, actorId: zone.memberId, now })).toMatchObject({ ok: true });
      expect([await warnOfTerms(now), await warnOfTerms(now)]).toEqual([1, 0]);
      expect(await noticesOf(memberId)).toHaveLength(2);
    });
    it("many at once are one word to the committee", async () => {
      const { memberId } = await makePerson(null, { roles: [{ role: "committee", scopeKind: "zone", scopeId: "" }] });
      const place = await makePlace();
      for (let i = 0; i < 5; i += 1) await officer(place, addDays(TODAY, 3));
      expect(await warnOfTerms(now)).toBe(5);
      const told = await noticesOf(memberId);
      expect(told).toHaveLength(1);
      expect(told[0]).toContain("等5项");
    });
    it("the committee's own terms are told to administrators", async () => {
      const admin = await makePerson(null, { roles: [{ role: "administrator", scopeKind: "zone", scopeId: "" }] });
      const desk = await makePerson(null);
      const zone = { role: "committee", scopeKind: "zone", scopeId: "" } as const;
      await grantRole({ ...desk, ...zone, since: SINCE, until: addDays(TODAY, 2), actorId: null, now });
      await warnOfTerms(now);
      expect(await noticesOf(desk.memberId)).toHaveLength(1);
      expect(await noticesOf(admin.memberId)).toHaveLength(1);
    });
    it("a role taken back and a person who left are not warned of", async () => {
      const { grantId } = await officer(await makePlace(), addDays(TODAY, 5));
      await revokeRole({ grantId, actorId: null, now });
      const left = await officer(await makePlace(), addDays(TODAY, 5));
      await db().member.update({ where: { id: left.memberId }, data: { state: "left" } });
      expect(await warnOfTerms(now)).toBe(0);
    });
    it("a console lists the terms of its own scope", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      const { memberId } = await officer(place, addDays(TODAY, 5));
      await officer(other, addDays(TODAY, 4));
      const listed = async (scope: BranchScope | ZoneScope) =>
        (await listLapsingTerms(scope, TODAY)).map((term) => term.memberId);
      expect(await listed({ branchId: place.branchId } as BranchScope)).toEqual([memberId]);
      expect(await listed({ stationId: place.stationId } as ZoneScope)).toEqual([memberId]);
      expect(await listed({ stationId: null } as ZoneScope)).toHaveLength(2);
    });
  });

  describe("renewal", () => {
    it("prolongs a term that lasts, and begins a lapsed one anew today", async () => {
      const place = await makePlace();
      const lasting = await officer(place, addDays(TODAY, 3));
      const until = addDays(TODAY, 365);
      const renew = (grantId: string, last: string | null) =>
        renewRole({ grantId, until: last, actorId: lasting.memberId, now });
      expect(await renew(lasting.grantId, until)).toEqual({ ok: true, grantId: lasting.grantId });
      expect(await renew(lasting.grantId, until)).toEqual({ ok: true, grantId: lasting.grantId });
      expect(await db().auditEntry.count({ where: { action: "role.renew", subjectId: lasting.memberId } })).toBe(1);

      const lapsed = await officer(place, addDays(TODAY, -5));
      const anew = await renew(lapsed.grantId, until);
      const rows = await db().roleGrant.findMany({ where: { memberId: lapsed.memberId }, orderBy: { since: "asc" } });
      expect(rows.map((row) => [row.since, row.until])).toEqual([
        [SINCE, addDays(TODAY, -5)],
        [TODAY, until],
      ]);
      expect(anew).toEqual({ ok: true, grantId: rows[1]?.id });
    });
    it("never shortens a term, never ends before today, never revives what was taken back", async () => {
      const { memberId, grantId } = await officer(await makePlace(), addDays(TODAY, 3));
      const renew = (until: string | null) => renewRole({ grantId, until, actorId: memberId, now });
      expect(await renew(addDays(TODAY, 2))).toMatchObject({ ok: false, reason: "term" });
      expect(await renew(addDays(TODAY, -1))).toMatchObject({ ok: false, reason: "term" });
      await revokeRole({ grantId, actorId: null, now });
      expect(await renew(addDays(TODAY, 30))).toMatchObject({ ok: false, reason: "gone" });
    });
  });
});
