import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { getMemberResource } from "@/features/members/queries";
import { endTransfer } from "@/features/transfers/mutations/end-transfer";
import { requestTransfer } from "@/features/transfers/mutations/request-transfer";
import { db } from "@/lib/db";
import { makePerson, makePlace, SINCE, TODAY } from "@/tests/factories/people";
import { ask, assent, committeeOf, idOf, secretaryOf, setting, workerOf } from "@/tests/factories/transfers";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

const branchesOf = async (memberId: string) =>
  (await db().membership.findMany({ where: { memberId }, orderBy: { since: "asc" } })).map((row) => [
    ...[row.branchId, row.since, row.until],
  ]);

const toldOf = async (memberId: string) =>
  (await db().notice.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } })).map((row) => row.text);

const ledTo = async (memberId: string) =>
  (await db().notice.findMany({ where: { memberId, text: { contains: "同意。在" } } })).map((row) => row.href);

describeOnBothEngines("moves", () => {
  describe("of membership", () => {
    it("happen when both sides have assented, and not before", async () => {
      const one = await setting();
      const { from, to, person, receiver } = one;
      const asked = await ask(one);
      expect(asked).toMatchObject({ ok: true, state: "open" });
      expect(await branchesOf(person.memberId)).toEqual([[from.branchId, SINCE, null]]);
      expect(await assent(idOf(asked), "to", receiver.memberId)).toMatchObject({ ok: true, state: "done" });
      expect(await branchesOf(person.memberId)).toEqual([
        [from.branchId, SINCE, addDays(TODAY, -1)],
        [to.branchId, TODAY, null],
      ]);
      // A second tap finds it done and changes nothing.
      expect(await assent(idOf(asked), "to", receiver.memberId)).toMatchObject({ ok: false });
      expect(await branchesOf(person.memberId)).toHaveLength(2);
    });
    it("assents of both sides at the same moment move the person once", async () => {
      const one = await setting();
      const id = idOf(await ask(one, { assents: [] }));
      const results = await Promise.all([
        assent(id, "from", one.secretary.memberId),
        assent(id, "to", one.receiver.memberId),
      ]);
      expect(results.map((result) => result.ok && result.state).sort()).toEqual(["done", "open"]);
      expect(await branchesOf(one.person.memberId)).toHaveLength(2);
    });
    it("for a day to come leave today as it is", async () => {
      const one = await setting();
      const since = addDays(TODAY, 10);
      const id = idOf(await ask(one, { since }));
      expect(await assent(id, "to", one.receiver.memberId)).toMatchObject({ ok: true, since });
      expect(await branchesOf(one.person.memberId)).toEqual([
        [one.from.branchId, SINCE, addDays(since, -1)],
        [one.to.branchId, since, null],
      ]);
      expect((await getMemberResource(one.person.memberId, now)).branchId).toBe(one.from.branchId);
      expect((await getMemberResource(one.person.memberId, later(10))).branchId).toBe(one.to.branchId);
    });
    it("agreed on after their day begin on the day of the last assent", async () => {
      const one = await setting();
      const id = idOf(await ask(one, { since: addDays(TODAY, 1) }));
      expect(await assent(id, "to", one.receiver.memberId, { now: later(5) })).toMatchObject({
        since: addDays(TODAY, 5),
      });
      expect((await branchesOf(one.person.memberId))[1]).toEqual([one.to.branchId, addDays(TODAY, 5), null]);
    });
    it("of somebody without a branch need the new side alone", async () => {
      const { to, receiver } = await setting();
      const { memberId } = await makePerson(null);
      const own = {
        memberId,
        kind: "membership",
        toId: to.branchId,
        since: TODAY,
        reason: "",
        workNumber: "",
      } as const;
      const id = idOf(await requestTransfer({ ...own, assents: [], actorId: memberId, now }));
      expect(await assent(id, "to", receiver.memberId)).toMatchObject({ ok: true, state: "done" });
      expect(await branchesOf(memberId)).toEqual([[to.branchId, TODAY, null]]);
    });
    it("end the offices held over the branch that is left", async () => {
      const one = await setting();
      const officer = await makePerson(one.from, { roles: [secretaryOf(one.from), committeeOf()] });
      const id = idOf(await ask({ ...one, person: officer }));
      await assent(id, "to", one.receiver.memberId);
      const roles = await db().roleGrant.findMany({ where: { memberId: officer.memberId }, orderBy: { role: "asc" } });
      expect(roles.map((row) => [row.role, row.until])).toEqual([
        ["branch-secretary", addDays(TODAY, -1)],
        ["committee", null],
      ]);
    });
  });

  describe("refusals", () => {
    it("two open requests for one person and kind; another kind is a matter of its own", async () => {
      const one = await setting();
      const first = await ask(one);
      expect(await ask(one)).toEqual(first);
      expect(await ask(one, { actorId: one.receiver.memberId })).toMatchObject({ ok: false, field: "memberId" });
      expect(await ask(one, { kind: "employment", toId: one.to.organisationId, assents: [] })).toMatchObject({
        ok: true,
      });
      const many = await setting();
      const actors = await Promise.all([1, 2, 3, 4].map(() => makePerson(null)));
      const results = await Promise.all(actors.map(({ memberId }) => ask(many, { actorId: memberId, assents: [] })));
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    });
    it.each([
      ["yesterday", { since: addDays(TODAY, -1) }, "since"],
      ["too far ahead", { since: addDays(TODAY, 181) }, "since"],
      ["a place that is not there", { toId: "none" }, "toId"],
    ])("%s", async (_what, over, field) => {
      expect(await ask(await setting(), over)).toMatchObject({ ok: false, field });
    });
    it("to where the person is already, to a closed place, of somebody who left", async () => {
      const one = await setting();
      expect(await ask(one, { toId: one.from.branchId })).toMatchObject({ ok: false, field: "toId" });
      await db().branch.update({ where: { id: one.to.branchId }, data: { state: "closed" } });
      expect(await ask(one)).toMatchObject({ ok: false, field: "toId" });
      await leaveZone({ memberId: one.person.memberId, on: TODAY, actorId: null, now });
      expect(await ask(one)).toMatchObject({ ok: false, field: "memberId" });
    });
    it("a person who moved meanwhile keeps what holds, and the assent is not kept", async () => {
      const one = await setting();
      const id = idOf(await ask(one));
      const other = await makePlace();
      await db().membership.updateMany({
        where: { memberId: one.person.memberId },
        data: { branchId: other.branchId },
      });
      expect(await assent(id, "to", one.receiver.memberId)).toMatchObject({ ok: false, field: "since" });
      expect((await db().transfer.findUniqueOrThrow({ where: { id } })).toAssentAt).toBeNull();
    });
    it("at the moment of the last assent: one of the two holds, and only an assent moves the person", async () => {
      const one = await setting();
      const actorId = one.receiver.memberId;
      const DONE = ["done", "transfer.assent", "已办好", 2];
      const REFUSED = ["refused", "transfer.refuse", "没有同意", 1];
      const round = async (number: number) => {
        const person = await makePerson(one.from);
        const { memberId } = person;
        const id = idOf(await ask({ ...one, person }));
        const refuse = () => endTransfer({ transferId: id, state: "refused", note: "示例理由", actorId, now });
        const both = [refuse, () => assent(id, "to", actorId)];
        await Promise.all((number % 2 === 0 ? both : both.reverse()).map((act) => act()));
        const { state } = await db().transfer.findUniqueOrThrow({ where: { id } });
        const acts = await db().auditEntry.findMany({
          where: { subjectId: memberId, action: { in: ["transfer.refuse", "transfer.assent"] } },
        });
        const told = (await toldOf(memberId)).filter((text) => !text.startsWith("有人申请"));
        const words = told.map((text) => text.split("：")[0]);
        const places = (await branchesOf(memberId)).length;
        expect([DONE, REFUSED]).toContainEqual([state, ...acts.map((act) => act.action), ...words, places]);
      };
      await Promise.all(Array.from({ length: 20 }, (_, number) => round(number)));
    });
    it("a refusal with its reason and a withdrawal end a request once; leaving the zone withdraws it", async () => {
      const one = await setting();
      const id = idOf(await ask(one));
      const end = (state: "refused" | "withdrawn") =>
        endTransfer({ transferId: id, state, note: "示例理由", actorId: one.receiver.memberId, now });
      expect([await end("refused"), await end("withdrawn")]).toEqual([true, false]);
      expect(await assent(id, "to", one.receiver.memberId)).toMatchObject({ ok: false });
      expect((await toldOf(one.person.memberId)).at(-1)).toContain("理由：示例理由");
      const again = idOf(await ask(one));
      await leaveZone({ memberId: one.person.memberId, on: TODAY, actorId: null, now });
      expect((await db().transfer.findUniqueOrThrow({ where: { id: again } })).state).toBe("withdrawn");
      expect((await toldOf(one.receiver.memberId)).at(-1)).toMatch(/^申请已撤回.*理由：本人已转出$/u);
    });
  });

  describe("who is told", () => {
    it("the person, the side that has to assent, and in the end everybody but the last to act", async () => {
      const one = await setting();
      const id = idOf(await ask(one));
      expect(await toldOf(one.person.memberId)).toHaveLength(1);
      expect(await toldOf(one.secretary.memberId)).toHaveLength(0);
      expect((await toldOf(one.receiver.memberId))[0]).toContain("同意");
      await assent(id, "to", one.receiver.memberId);
      expect((await toldOf(one.person.memberId))[1]).toContain("已办好：你的组织关系");
      expect(await toldOf(one.secretary.memberId)).toHaveLength(1);
      expect(await toldOf(one.receiver.memberId)).toHaveLength(1);
    });
    it("a side without an officer is the committee's, of the zone and of its own station", async () => {
      const one = await setting();
      const empty = await makePlace();
      const [zone, own, foreign] = [
        await makePerson(null, { roles: [committeeOf()] }),
        await makePerson(null, { roles: [committeeOf(empty.stationId)] }),
        await makePerson(null, { roles: [committeeOf(one.from.stationId)] }),
      ];
      await ask(one, { toId: empty.branchId });
      await ask(one, { kind: "employment", toId: empty.organisationId, assents: [] });
      expect([await toldOf(zone.memberId), await toldOf(own.memberId)].map((told) => told.length)).toEqual([3, 2]);
      // The enterprise that is left has no party worker: its own station's committee is asked for that.
      expect(await toldOf(foreign.memberId)).toHaveLength(1);
      expect(new Set([...(await ledTo(zone.memberId)), ...(await ledTo(own.memberId))])).toEqual(
        new Set(["/committee/transfers"]),
      );
    });
    it("each is led to the desk of their own", async () => {
      const one = await setting();
      const worker = await makePerson(null, { roles: [workerOf(one.to)] });
      await ask(one, { assents: [] });
      await ask(one, { kind: "employment", toId: one.to.organisationId, assents: [] });
      expect(await ledTo(one.secretary.memberId)).toEqual([]);
      expect(await ledTo(one.receiver.memberId)).toEqual(["/branch/transfers"]);
      expect(await ledTo(worker.memberId)).toEqual(["/branch/organisation/transfers"]);
    });
  });
});
