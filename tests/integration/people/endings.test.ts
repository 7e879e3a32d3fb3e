import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import type { ZoneScope } from "@/features/access/types";
import { addFurtherLogin } from "@/features/members/mutations/further-login";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { findMemberByLoginKey, getMemberResource, loginKeyOf } from "@/features/members/queries";
import { endStay, type StayEnding } from "@/features/people/mutations/end-stay";
import { listPeople } from "@/features/people/queries/list-people";
import { peopleFilterSchema } from "@/features/people/schema";
import { settleMoves } from "@/features/transfers/mutations/settle-moves";
import { db } from "@/lib/db";
import { makePerson, makePlace, nextNumber, SINCE, TODAY, type Place } from "@/tests/factories/people";
import { ask, idOf, secretaryOf, setting, workerOf } from "@/tests/factories/transfers";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const YESTERDAY = addDays(TODAY, -1);

const phone = () => `138${String(nextNumber()).padStart(8, "0")}`;
const ownerOf = async (login: string) => (await findMemberByLoginKey(loginKeyOf(login) ?? ""))?.memberId ?? null;

type Over = Partial<StayEnding>;

async function end(memberId: string, over: Over = {}) {
  const kind = over.kind ?? "employment";
  const where = { memberId, until: null };
  const row =
    kind === "employment" ? await db().employment.findFirst({ where }) : await db().membership.findFirst({ where });
  const ending = { kind, stayId: row?.id ?? "none", on: YESTERDAY, reason: "elsewhere", note: "" };
  return endStay({ memberId, ...ending, actorId: "officer", now, ...over });
}

const untilsOf = async (memberId: string) => [
  (await db().employment.findMany({ where: { memberId } })).map((row) => row.until),
  (await db().membership.findMany({ where: { memberId } })).map((row) => row.until),
];

const found = async (stationId: string | null, filter: object) => {
  const list = await listPeople({ stationId } as ZoneScope, peopleFilterSchema.parse(filter), now);
  return list.rows.map((row) => row.id);
};

async function withBothLogins(place: Place) {
  const person = await makePerson(place, { roles: [workerOf(place), secretaryOf(place)] });
  const mobile = phone();
  expect(await addFurtherLogin({ memberId: person.memberId, login: mobile, actorId: "officer", now })).toEqual({
    ok: true,
  });
  return { ...person, mobile };
}

describeOnBothEngines("a relation that ends without another one", () => {
  it("employment: offices there and the number end, the branch goes on, and the person is found by having no employer", async () => {
    const place = await makePlace();
    const { memberId, login, mobile } = await withBothLogins(place);
    expect(await end(memberId, { reason: "quit", note: "电话打不通" })).toEqual({ ok: true });
    expect(await untilsOf(memberId)).toEqual([[YESTERDAY], [null]]);
    expect(await getMemberResource(memberId, now)).toMatchObject({
      ...{ organisationId: null, branchId: place.branchId, stationId: place.stationId },
    });
    const roles = await db().roleGrant.findMany({ where: { memberId }, orderBy: { role: "asc" } });
    expect(roles.map((row) => [row.role, row.until])).toEqual([
      ["branch-secretary", null],
      ["party-worker", YESTERDAY],
    ]);
    expect([await ownerOf(login), await ownerOf(mobile)]).toEqual([null, memberId]);
    expect(await found(place.stationId, { organisationId: "none" })).toEqual([memberId]);
    expect(await found(place.stationId, { branchId: "none" })).toEqual([]);

    const [act] = await db().auditEntry.findMany({
      where: { subjectId: memberId, action: "member.end-employment" },
    });
    expect(JSON.parse(act?.detail ?? "{}")).toEqual({
      before: { organisationId: place.organisationId, until: null },
      after: { organisationId: null, until: YESTERDAY },
      reason: "离职，去向不清楚；电话打不通",
    });
    const told = await db().notice.findMany({ where: { memberId } });
    expect(told.map((row) => row.text).join("")).toContain("原因：离职，去向不清楚；电话打不通");
  });

  it("the only login stays, whatever it is; a number of an employer who was left is not given again", async () => {
    const place = await makePlace();
    const { memberId, login } = await makePerson(place);
    expect(await end(memberId)).toEqual({ ok: true });
    expect(await ownerOf(login)).toBe(memberId);
    const again = `${place.shortCode}-X${nextNumber()}`;
    const refused = await addFurtherLogin({ memberId, login: again, actorId: "officer", now });
    expect(refused.ok ? "" : refused.detail).toContain("已经不在这个单位了");
    const mobile = phone();
    await addFurtherLogin({ memberId, login: mobile, actorId: "officer", now });
    expect([await ownerOf(login), await ownerOf(mobile)]).toEqual([null, memberId]);
  });

  it("today is still a day there: the number goes on the next one", async () => {
    const { memberId, login } = await withBothLogins(await makePlace());
    expect(await end(memberId, { on: TODAY })).toEqual({ ok: true });
    await settleMoves(now);
    expect(await ownerOf(login)).toBe(memberId);
    await settleMoves(later(1));
    expect(await ownerOf(login)).toBeNull();
  });

  it("membership: the person stays with the employer, and is found by having no branch", async () => {
    const one = await setting();
    const { memberId } = await makePerson(one.from, { roles: [secretaryOf(one.from)] });
    const asked = idOf(await ask({ ...one, person: { memberId, login: "" } }));
    expect(await end(memberId, { kind: "membership" })).toEqual({ ok: true });
    expect(await untilsOf(memberId)).toEqual([[null], [YESTERDAY]]);
    expect(await found(one.from.stationId, { branchId: "none" })).toEqual([memberId]);
    expect((await db().roleGrant.findFirstOrThrow({ where: { memberId } })).until).toBe(YESTERDAY);
    expect(await db().transfer.findUniqueOrThrow({ where: { id: asked } })).toMatchObject({
      ...{ state: "withdrawn", note: "原来的组织关系已结束" },
    });
    // Whoever asked and the side that had still to assent learn of it, as of one that somebody took back.
    for (const reader of [one.secretary.memberId, one.receiver.memberId]) {
      const words = (await db().notice.findMany({ where: { memberId: reader } })).map((row) => row.text).join("");
      expect(words).toMatch(/申请已撤回：王示例\d+的组织关系.*理由：原来的组织关系已结束/u);
    }
    const [act] = await db().auditEntry.findMany({ where: { subjectId: memberId, action: "transfer.withdraw" } });
    expect(JSON.parse(act?.detail ?? "{}")).toMatchObject({ transfer: asked, reason: "原来的组织关系已结束" });
    // Into another branch from there on, as for somebody who has none.
    const next = { memberId, login: "" };
    expect(await ask({ ...one, person: next }, { assents: ["from", "to"] })).toMatchObject({ ok: true, state: "done" });
  });

  describe("is refused, and nothing changes,", () => {
    it.each([
      ["on a day to come", { on: addDays(TODAY, 1) }, "on"],
      ["before the first day", { on: addDays(SINCE, -1) }, "on"],
      ["for another reason without words", { reason: "other" }, "note"],
      ["for a reason of the other kind", { reason: "pending" }, "reason"],
      ["of a row that is not there", { stayId: "none" }, "stayId"],
    ])("%s", async (_what, over: Over, field) => {
      const { memberId } = await makePerson(await makePlace());
      expect(await end(memberId, over)).toMatchObject({ ok: false, field });
      expect(await untilsOf(memberId)).toEqual([[null], [null]]);
    });
    it("when nothing would be left, also when both end at the same moment", async () => {
      const place = await makePlace();
      const nowhere = await makePerson(place, { branchId: null });
      const last = await end(nowhere.memberId);
      expect(last.ok ? "" : last.detail).toContain("请工委办转出");
      const { memberId } = await makePerson(place);
      const both = await Promise.all([end(memberId, { on: TODAY }), end(memberId, { kind: "membership", on: TODAY })]);
      expect(both.filter((result) => result.ok)).toHaveLength(1);
    });
    it("when a move is agreed on already, and of somebody who left", async () => {
      const one = await setting();
      const { memberId } = one.person;
      const { id: stayId } = await db().membership.findFirstOrThrow({ where: { memberId } });
      await ask(one, { since: addDays(TODAY, 5), assents: ["from", "to"] });
      const result = await end(memberId, { kind: "membership", stayId });
      expect(result.ok ? "" : result.detail).toContain("先取消那次转接");
      await leaveZone({ memberId, on: TODAY, actorId: null, now });
      expect(await end(memberId, { kind: "membership", stayId })).toMatchObject({ ok: false, field: "stayId" });
    });
  });

  it("said twice is said once; with another day it is told that it is over", async () => {
    const { memberId } = await makePerson(await makePlace());
    const { id: stayId } = await db().employment.findFirstOrThrow({ where: { memberId } });
    const twice = await Promise.all([end(memberId, { stayId }), end(memberId, { stayId })]);
    expect(twice).toEqual([{ ok: true }, { ok: true }]);
    expect(await db().auditEntry.count({ where: { subjectId: memberId, action: "member.end-employment" } })).toBe(1);
    expect(await end(memberId, { stayId, on: TODAY })).toMatchObject({ ok: false, field: "stayId" });
  });
});
