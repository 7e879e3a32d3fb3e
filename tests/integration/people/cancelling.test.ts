import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { getActor } from "@/features/access/queries";
import type { BranchScope } from "@/features/access/types";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { findMemberByLoginKey, getMemberResource, loginKeyOf } from "@/features/members/queries";
import { cancelTransfer } from "@/features/transfers/mutations/cancel-transfer";
import { settleMoves } from "@/features/transfers/mutations/settle-moves";
import { listAgreedTransfers, listEndedTransfers } from "@/features/transfers/queries/list-transfers";
import { findMovesOf } from "@/features/transfers/queries/moves-of-person";
import { shownTransfer } from "@/features/transfers/view";
import { db } from "@/lib/db";
import { makePerson, makePlace, SINCE, TODAY } from "@/tests/factories/people";
import { ask, committeeOf, idOf, secretaryOf, setting, type Setting } from "@/tests/factories/transfers";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const FIRST = addDays(TODAY, 10);

const agreed = async (one: Setting, over: Parameters<typeof ask>[1] = {}) =>
  idOf(await ask(one, { since: FIRST, assents: ["from", "to"], ...over }));

const cancel = (transferId: string, { receiver }: Setting, over: { actorId?: string; now?: Date } = {}) =>
  cancelTransfer({ transferId, reason: "名额不够了", actorId: receiver.memberId, now, ...over });

const branchesOf = async (memberId: string) =>
  (await db().membership.findMany({ where: { memberId }, orderBy: { since: "asc" } })).map((row) => [
    ...[row.branchId, row.since, row.until],
  ]);

const toldOf = async (memberId: string) =>
  (await db().notice.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } })).map((row) => row.text);

const actsOf = async (memberId: string, action: string) =>
  (await db().auditEntry.findMany({ where: { subjectId: memberId, action } })).map(
    (row) => JSON.parse(row.detail) as Record<string, unknown>,
  );

describeOnBothEngines("an agreed move for a day to come, taken back", () => {
  it("leaves the person where they were, as if it had not been agreed on", async () => {
    const one = await setting();
    const { from, to, person, secretary } = one;
    const id = await agreed(one);
    expect(await cancel(id, one)).toEqual({ ok: true });
    expect(await branchesOf(person.memberId)).toEqual([[from.branchId, SINCE, null]]);
    expect((await getMemberResource(person.memberId, later(10))).branchId).toBe(from.branchId);
    expect(await actsOf(person.memberId, "transfer.cancel")).toEqual([
      {
        ...{ transfer: id, kind: "membership", reason: "名额不够了" },
        before: { branchId: to.branchId, since: FIRST },
        after: { branchId: from.branchId, since: null },
      },
    ]);
    expect((await toldOf(person.memberId)).at(-1)).toMatch(/^已取消：你的组织关系.*没有变动。理由：名额不够了$/u);
    expect((await toldOf(secretary.memberId)).at(-1)).toContain("已取消");
    // It can be asked for and agreed on anew.
    await agreed(one);
    expect(await branchesOf(person.memberId)).toHaveLength(2);
  });

  it("twice by one person is once; by another it is told that it is done", async () => {
    const one = await setting();
    const id = await agreed(one);
    const both = await Promise.all([cancel(id, one), cancel(id, one)]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(await actsOf(one.person.memberId, "transfer.cancel")).toHaveLength(1);
    const other = await cancel(id, one, { actorId: one.secretary.memberId });
    expect(other.ok ? "" : other.detail).toContain("已经取消了");
  });

  it("is too late on its first day, and says since when it holds", async () => {
    const one = await setting();
    const id = await agreed(one);
    const late = await cancel(id, one, { now: later(10) });
    expect(late.ok ? "" : late.detail).toContain("起已经生效，不能再取消");
    expect(await branchesOf(one.person.memberId)).toHaveLength(2);
    expect(await cancel(id, one, { now: later(9) })).toEqual({ ok: true });
  });

  it("gives offices back as long as they lasted; one that was renewed meanwhile stays as it is", async () => {
    const one = await setting();
    const officer = await makePerson(one.from, {
      roles: [secretaryOf(one.from), { ...secretaryOf(one.from), role: "study-officer" }, committeeOf()],
    });
    const { memberId } = officer;
    const term = addDays(TODAY, 300);
    await db().roleGrant.updateMany({ where: { memberId, role: "branch-secretary" }, data: { until: term } });
    const coming = await db().roleGrant.create({
      data: { ...secretaryOf(one.from), memberId, since: addDays(TODAY, 60), until: null },
    });
    const id = await agreed({ ...one, person: officer });
    expect((await db().roleGrant.findUniqueOrThrow({ where: { id: coming.id } })).revokedAt).not.toBeNull();
    const renewed = addDays(TODAY, 20);
    await db().roleGrant.updateMany({ where: { memberId, role: "study-officer" }, data: { until: renewed } });
    expect(await cancel(id, one)).toEqual({ ok: true });
    const rows = await db().roleGrant.findMany({ where: { memberId }, orderBy: [{ role: "asc" }, { since: "asc" }] });
    expect(rows.map((row) => [row.role, row.until, row.revokedAt])).toEqual([
      ["branch-secretary", term, null],
      ["branch-secretary", null, null],
      ["committee", null, null],
      ["study-officer", renewed, null],
    ]);
    expect(await actsOf(memberId, "role.resume")).toHaveLength(2);
  });

  it("of employment brings no new work number on the day, and keeps the old one", async () => {
    const one = await setting();
    const { from, to, person } = one;
    const id = await agreed(one, { kind: "employment", toId: to.organisationId, workNumber: "0012" });
    expect(await cancel(id, one)).toEqual({ ok: true });
    await settleMoves(later(10));
    const opens = async (login: string) => (await findMemberByLoginKey(loginKeyOf(login) ?? ""))?.memberId ?? null;
    expect([await opens(`${to.shortCode}-0012`), await opens(person.login)]).toEqual([null, person.memberId]);
    const rows = await db().employment.findMany({ where: { memberId: person.memberId } });
    expect(rows.map((row) => [row.organisationId, row.until])).toEqual([[from.organisationId, null]]);
  });

  it("of somebody who was nowhere leaves them nowhere", async () => {
    const one = await setting();
    const person = await makePerson(null);
    const id = await agreed({ ...one, person });
    expect(await cancel(id, one)).toEqual({ ok: true });
    expect(await branchesOf(person.memberId)).toEqual([]);
  });

  describe("is refused, and nothing changes,", () => {
    const refusalOf = async (one: Setting, id: string) => {
      const before = await branchesOf(one.person.memberId);
      const result = await cancel(id, one);
      expect(await branchesOf(one.person.memberId)).toEqual(before);
      return result.ok ? "" : result.detail;
    };

    it("when another move follows; the later one can be taken back first", async () => {
      const one = await setting();
      const id = await agreed(one);
      const third = await makePlace();
      const next = await agreed(one, { toId: third.branchId, since: addDays(FIRST, 10) });
      expect(await refusalOf(one, id)).toContain("请先取消后面的那一次");
      expect(await cancel(next, one)).toEqual({ ok: true });
      expect(await cancel(id, one)).toEqual({ ok: true });
      expect(await branchesOf(one.person.memberId)).toEqual([[one.from.branchId, SINCE, null]]);
    });
    it("when it is not agreed on yet, when the former branch is closed, when the person has left", async () => {
      const one = await setting();
      const open = idOf(await ask(one, { since: FIRST }));
      expect(await refusalOf(one, open)).toContain("没有办好");
      const two = await setting();
      const id = await agreed(two);
      await db().branch.update({ where: { id: two.from.branchId }, data: { state: "closed" } });
      expect(await refusalOf(two, id)).toContain("已经关闭");
      await leaveZone({ memberId: two.person.memberId, on: TODAY, actorId: null, now });
      expect(await refusalOf(two, id)).toContain("已转出");
      // Nobody waits for a move of somebody who is gone.
      expect((await db().transfer.findUniqueOrThrow({ where: { id } })).state).toBe("cancelled");
      expect((await toldOf(two.secretary.memberId)).at(-1)).toMatch(/^已取消.*起。理由：本人已转出$/u);
      expect(await actsOf(two.person.memberId, "transfer.cancel")).toHaveLength(1);
    });
  });

  it("is offered to both sides and the committee while its day is to come, not to the person", async () => {
    const one = await setting();
    const id = await agreed(one);
    const scope = { branchId: one.to.branchId } as BranchScope;
    const [row] = await listAgreedTransfers(scope, now);
    if (row?.id !== id) throw new Error("not listed");
    expect(await listEndedTransfers(scope, now)).toEqual([]);
    const mayOf = async (memberId: string, today = TODAY) =>
      shownTransfer(row, { actor: await getActor(memberId, now), href: null, today }).may.cancel;
    const committee = await makePerson(null, { roles: [committeeOf(one.from.stationId)] });
    const stranger = await makePerson(null, { roles: [committeeOf((await makePlace()).stationId)] });
    const people = [one.secretary, one.receiver, committee, stranger, one.person];
    expect(await Promise.all(people.map(({ memberId }) => mayOf(memberId)))).toEqual([true, true, true, false, false]);
    expect(await mayOf(one.receiver.memberId, FIRST)).toBe(false);

    const actor = await getActor(one.secretary.memberId, now);
    const person = await getMemberResource(one.person.memberId, now);
    const moves = await findMovesOf(actor, { branchId: one.from.branchId } as BranchScope, person, now);
    expect(moves.agreed.map((move) => [move.id, move.may.cancel])).toEqual([[id, true]]);
    expect(moves.open).toEqual([]);
    // From its first day on it is one of those that ended.
    expect(await listAgreedTransfers(scope, later(10))).toEqual([]);
    expect(await listEndedTransfers(scope, later(10))).toHaveLength(1);
  });
});
