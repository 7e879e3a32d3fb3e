import { describe, expect, it } from "vitest";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { findSignedIn } from "@/features/access/queries";
import { editMember } from "@/features/members/mutations/edit-member";
import { addFurtherLogin, removeLogin } from "@/features/members/mutations/further-login";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { deactivateMember, restoreMember } from "@/features/members/mutations/set-state";
import { findPerson } from "@/features/people/queries/get-person";
import { listPeople } from "@/features/people/queries/list-people";
import { peopleFilterSchema } from "@/features/people/schema";
import { openSession } from "@/features/sessions/mutations/open-session";
import { db } from "@/lib/db";
import { givePassword, makePerson, makePlace, type Place } from "@/tests/factories/people";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const ZONE = { stationId: null } as ZoneScope;
const inBranch = (place: Place) => ({ branchId: place.branchId }) as BranchScope;
const inStation = (place: Place) => ({ stationId: place.stationId }) as ZoneScope;
const filter = (over: Record<string, string> = {}) => peopleFilterSchema.parse(over);
const idsOf = async (scope: BranchScope | ZoneScope, over: Record<string, string> = {}) =>
  (await listPeople(scope, filter(over), now)).rows.map((row) => row.id);
const by = (memberId: string) => ({ memberId, reason: "示例理由", actorId: memberId, now });
const auditsOf = (subjectId: string, action: string) => db().auditEntry.findMany({ where: { subjectId, action } });

describeOnBothEngines("the register of people", () => {
  describe("finding somebody", () => {
    it("by the beginning of the name, by initials, by the whole login, in any spelling", async () => {
      const place = await makePlace();
      const { memberId: shan } = await makePerson(place, { name: "单示例", login: "13700000001" });
      const { memberId: zhang } = await makePerson(place, { name: "张三例" });
      const scope = inBranch(place);
      expect(await idsOf(scope, { q: "单" })).toEqual([shan]);
      expect(await idsOf(scope, { q: "张　三" })).toEqual([zhang]);
      expect(await idsOf(scope, { q: "示例" })).toEqual([]);
      expect(await idsOf(scope, { q: "SSL" })).toEqual([shan]);
      expect(await idsOf(scope, { q: "s" })).toEqual([shan, zhang]);
      expect(await idsOf(scope, { q: "+86 137-0000-0001" })).toEqual([shan]);
      expect(await idsOf(scope, { q: "1370000000" })).toEqual([]);
    });
    it("filters by place, standing, account and role", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      const officer = { role: "study-officer", scopeKind: "branch", scopeId: place.branchId } as const;
      const { memberId: a } = await makePerson(place, { roles: [officer] });
      const { memberId: b } = await makePerson(place, { standing: "applicant" });
      const { memberId: c } = await makePerson(other);
      await db().member.update({ where: { id: b }, data: { state: "invited" } });
      expect(await idsOf(ZONE, { stationId: place.stationId, role: "study-officer" })).toEqual([a]);
      expect(await idsOf(ZONE, { stationId: place.stationId, role: "none" })).toEqual([b]);
      expect(await idsOf(ZONE, { branchId: place.branchId, standing: "applicant" })).toEqual([b]);
      expect(await idsOf(ZONE, { branchId: place.branchId, state: "active" })).toEqual([a]);
      expect(await idsOf(ZONE, { organisationId: other.organisationId })).toEqual([c]);
      // Words that are no choice mean all.
      expect((await idsOf(ZONE, { branchId: place.branchId, standing: "x", page: "-3" })).sort()).toEqual(
        [a, b].sort(),
      );
    });
    it("a branch or station sees its own and nobody else, whatever is asked for", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      const { memberId: own } = await makePerson(place);
      const { memberId: foreign, login } = await makePerson(other);
      for (const scope of [inBranch(place), inStation(place)]) {
        expect(await idsOf(scope)).toEqual([own]);
        expect(await idsOf(scope, { q: login })).toEqual([]);
        expect(await idsOf(scope, { branchId: other.branchId })).toEqual([]);
        expect(await idsOf(scope, { stationId: other.stationId })).toEqual([]);
      }
      expect(await idsOf(ZONE, { q: login })).toEqual([foreign]);
    });
    it("somebody who works here and belongs to a branch elsewhere is on that station's list alone", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      const { memberId } = await makePerson(other, {
        ...{ organisationId: place.organisationId, login: "13700000009" },
      });
      expect(await idsOf(inStation(place))).toEqual([]);
      expect(await idsOf(inStation(other))).toEqual([memberId]);
    });
    it("those who left are shown only when asked for", async () => {
      const place = await makePlace();
      const { memberId } = await makePerson(place);
      await leaveZone({ memberId, on: "2026-01-01", actorId: null, now });
      expect(await idsOf(ZONE, { q: "wsl", state: "left" })).toContain(memberId);
      expect(await idsOf(ZONE)).not.toContain(memberId);
      expect(await idsOf(inBranch(place), { state: "left" })).toEqual([]);
    });
    it("fifty a page; a page past the end is the last one", async () => {
      const place = await makePlace();
      for (let i = 0; i < 52; i += 1) await makePerson(place);
      const last = await listPeople(inBranch(place), filter({ page: "9" }), now);
      expect(last).toMatchObject({ total: 52, page: 2, pages: 2 });
      expect(last.rows).toHaveLength(2);
    });
  });

  describe("editing", () => {
    it("the second of two editors overwrites nothing and learns what stands", async () => {
      const { memberId } = await makePerson(await makePlace());
      const edit = { memberId, version: 0, standing: "full", actorId: memberId, now } as const;
      expect(await editMember({ ...edit, name: "甲　示例", timeFactor: 150 })).toEqual({ ok: true });
      expect(await editMember({ ...edit, name: "乙示例", timeFactor: 100 })).toEqual({
        ok: false,
        reason: "changed",
        now: { name: "甲示例", standing: "full", timeFactor: 150 },
      });
      // The same once more, from a page that was read before: nothing to do.
      expect(await editMember({ ...edit, name: "甲示例", timeFactor: 150 })).toEqual({ ok: true });
      const audits = await auditsOf(memberId, "member.edit");
      expect(audits).toHaveLength(1);
      expect(JSON.parse(audits[0]?.detail ?? "")).toMatchObject({ after: { name: "甲示例", timeFactor: 150 } });
    });
    it("of two editors at the same moment one wins", async () => {
      const { memberId } = await makePerson(await makePlace());
      const names = ["甲示例", "乙示例", "丙示例", "丁示例"];
      const results = await Promise.all(
        names.map((name) =>
          editMember({ memberId, version: 0, name, standing: "full", timeFactor: 100, actorId: memberId, now }),
        ),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    });
  });

  describe("logins", () => {
    it("a further one opens as well; one of somebody else is refused, and so is another employer's number", async () => {
      const place = await makePlace();
      const [{ memberId }, other] = [await makePerson(place), await makePerson(place)];
      const add = (login: string) => addFurtherLogin({ memberId, login, actorId: memberId, now });
      expect(await add(" 137 0000 0002 ")).toEqual({ ok: true });
      expect(await add("13700000002")).toMatchObject({ ok: false, field: "login" });
      expect(await add(other.login)).toMatchObject({ ok: false });
      expect(await add("ZZZZ-1")).toMatchObject({ ok: false });
      expect(await db().login.count({ where: { memberId } })).toBe(2);
      const shown = (await findPerson(memberId))?.logins.map((login) => login.shown);
      expect(shown).toContain("137****0002");
    });
    it("the last one stays, also when two are taken away at once", async () => {
      const { memberId } = await makePerson(await makePlace());
      await addFurtherLogin({ memberId, login: "13700000003", actorId: memberId, now });
      const logins = await db().login.findMany({ where: { memberId } });
      const results = await Promise.all(
        logins.map((login) => removeLogin({ memberId, loginId: login.id, actorId: memberId, now })),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(await db().login.count({ where: { memberId } })).toBe(1);
      const entries = await db().auditEntry.findMany({ where: { subjectId: memberId } });
      expect(entries.map((entry) => entry.detail).join()).not.toMatch(/1370000|\*\*/);
    });
    it("a login of somebody else is not taken away by the way", async () => {
      const place = await makePlace();
      const [one, other] = [await makePerson(place), await makePerson(place)];
      await addFurtherLogin({ memberId: other.memberId, login: "13700000004", actorId: one.memberId, now });
      const [login] = await db().login.findMany({ where: { memberId: other.memberId } });
      const input = { memberId: one.memberId, loginId: login?.id ?? "", actorId: one.memberId, now };
      expect(await removeLogin(input)).toMatchObject({ ok: false });
      expect(await db().login.count({ where: { memberId: other.memberId } })).toBe(2);
    });
  });

  describe("停用 and 恢复", () => {
    it("ends every session at once and gives the account back with its password", async () => {
      const { memberId } = await makePerson(await makePlace());
      await givePassword([memberId], "学党史走长路2026");
      const sessionId = await openSession(memberId, now);
      expect(await deactivateMember(by(memberId))).toEqual({ ok: true });
      expect(await findSignedIn({ sessionId, memberId }, now)).toBeNull();
      expect((await db().session.findUniqueOrThrow({ where: { id: sessionId } })).revokedAt).not.toBeNull();
      expect(await deactivateMember(by(memberId))).toEqual({ ok: true });
      expect(await restoreMember(by(memberId))).toEqual({ ok: true });
      expect((await db().member.findUniqueOrThrow({ where: { id: memberId } })).state).toBe("active");
      expect(await auditsOf(memberId, "member.deactivate")).toHaveLength(1);
    });
    it("somebody who never signed in is invited again, and old links are dead", async () => {
      const { memberId } = await makePerson(await makePlace());
      await db().member.update({ where: { id: memberId }, data: { state: "invited" } });
      const expiresAt = new Date(now.getTime() + 86_400_000);
      await db().invitation.create({ data: { memberId, tokenHash: `t-${memberId}`, expiresAt } });
      await deactivateMember(by(memberId));
      expect(await db().invitation.count({ where: { memberId, revokedAt: null } })).toBe(0);
      await restoreMember(by(memberId));
      expect((await db().member.findUniqueOrThrow({ where: { id: memberId } })).state).toBe("invited");
    });
    it("the last administrator stays", async () => {
      await db().roleGrant.deleteMany({ where: { role: "administrator" } });
      const administrator = { role: "administrator", scopeKind: "zone", scopeId: "" } as const;
      const { memberId } = await makePerson(null, { roles: [administrator] });
      expect(await deactivateMember(by(memberId))).toMatchObject({ ok: false, reason: "last-administrator" });
    });
    it("whoever left stays as they are", async () => {
      const { memberId } = await makePerson(await makePlace());
      await leaveZone({ memberId, on: "2026-01-01", actorId: null, now });
      expect(await deactivateMember(by(memberId))).toMatchObject({ ok: false, reason: "left" });
      expect(await restoreMember(by(memberId))).toMatchObject({ ok: false, reason: "left" });
    });
  });
});
