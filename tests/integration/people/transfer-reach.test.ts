import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { getActor } from "@/features/access/queries";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { createBranch } from "@/features/branches/mutations/create-branch";
import { addFurtherLogin } from "@/features/members/mutations/further-login";
import type { RoleScope } from "@/features/members/mutations/grant-role";
import { findMemberByLoginKey, getMemberResource, loginKeyOf } from "@/features/members/queries";
import type { NewTransfer } from "@/features/transfers/mutations/request-transfer";
import { settleMoves } from "@/features/transfers/mutations/settle-moves";
import { findTarget } from "@/features/transfers/queries/find-target";
import { findByNameAndLogin, findTransferSides } from "@/features/transfers/queries/find-transfer";
import { countOpenTransfers, listOpenTransfers } from "@/features/transfers/queries/list-transfers";
import { isOfficerOf, mayDecide, shownTransfer, speaksFor } from "@/features/transfers/view";
import { db } from "@/lib/db";
import { makePerson, makePlace, TODAY } from "@/tests/factories/people";
import { ask, committeeOf, idOf, secretaryOf, setting, workerOf, type Setting } from "@/tests/factories/transfers";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

describeOnBothEngines("moves: who speaks, what follows", () => {
  describe("who speaks for whom", () => {
    it("officers for their side, the committee inside its scope, nobody in the own matter", async () => {
      const one = await setting();
      const { transfer, sides } = (await findTransferSides(idOf(await ask(one)))) ?? {};
      if (!transfer || !sides) throw new Error("no transfer");
      const actorOf = async (roles: RoleScope[]) => getActor((await makePerson(null, { roles })).memberId, now);
      const speaks = (actor: Awaited<ReturnType<typeof actorOf>>) =>
        (["from", "to"] as const).filter((side) => speaksFor(actor, "transfer.assent", transfer, sides[side]));
      expect(speaks(await getActor(one.secretary.memberId, now))).toEqual(["from"]);
      expect(speaks(await getActor(one.receiver.memberId, now))).toEqual(["to"]);
      expect(speaks(await actorOf([workerOf(one.from)]))).toEqual([]);
      expect(speaks(await actorOf([committeeOf()]))).toEqual(["from", "to"]);
      expect(speaks(await actorOf([committeeOf(one.from.stationId)]))).toEqual(["from"]);
      expect(speaks(await actorOf([{ ...secretaryOf(one.from), role: "study-officer" }]))).toEqual([]);

      const person = await getMemberResource(one.person.memberId, now);
      expect(mayDecide(await actorOf([committeeOf()]), transfer, person, sides)).toBe(true);
      expect(mayDecide(await actorOf([committeeOf(one.from.stationId)]), transfer, person, sides)).toBe(false);
      expect(mayDecide(await getActor(one.secretary.memberId, now), transfer, person, sides)).toBe(false);

      const self = { ...transfer, memberId: one.secretary.memberId };
      const secretary = await getActor(one.secretary.memberId, now);
      expect(speaksFor(secretary, "transfer.assent", self, sides.from)).toBe(false);
      expect(isOfficerOf(secretary, self, sides.from)).toBe(false);
      expect(isOfficerOf(secretary, transfer, sides.from)).toBe(true);
    });
    it("a list shows what concerns it, and what its reader may do", async () => {
      const one = await setting();
      const readerOf = async (memberId: string) => ({ actor: await getActor(memberId, now), href: null, today: TODAY });
      await ask(one);
      const scope = { branchId: one.to.branchId } as BranchScope;
      const { rows, total } = await listOpenTransfers(scope, now);
      expect(total).toBe(1);
      const [row] = rows;
      if (!row) throw new Error("no row");
      expect(shownTransfer(row, await readerOf(one.receiver.memberId)).may).toEqual({
        ...{ assent: ["to"], decide: false, refuse: true, withdraw: false, cancel: false, number: false },
      });
      expect(shownTransfer(row, await readerOf(one.secretary.memberId)).may).toMatchObject({
        ...{ assent: [], refuse: true, withdraw: true },
      });
      expect(await countOpenTransfers({ stationId: one.to.stationId } as ZoneScope)).toBe(1);
      expect(await countOpenTransfers({ branchId: (await makePlace()).branchId } as BranchScope)).toBe(0);
    });
  });

  describe("of employment", () => {
    const moveTo = (one: Setting, over: Partial<NewTransfer> = {}) =>
      ask(one, { kind: "employment", toId: one.to.organisationId, assents: ["from", "to"], ...over });
    const opens = async (login: string) => (await findMemberByLoginKey(loginKeyOf(login) ?? ""))?.memberId ?? null;

    it("bring the new work number and take the old one away", async () => {
      const one = await setting();
      const { memberId, login } = one.person;
      expect(await moveTo(one, { workNumber: "0012" })).toMatchObject({ ok: true, state: "done" });
      expect(await opens(`${one.to.shortCode}-0012`)).toBe(memberId);
      expect(await opens(login)).toBeNull();
    });
    it("without a new number keep the only login, until another is registered", async () => {
      const one = await setting();
      const { memberId, login } = one.person;
      await moveTo(one);
      expect(await opens(login)).toBe(memberId);
      expect(await addFurtherLogin({ memberId, login: "13700000021", actorId: memberId, now })).toEqual({ ok: true });
      expect(await opens(login)).toBeNull();
      expect(await opens("13700000021")).toBe(memberId);
    });
    it("for a day to come leave the logins alone until then", async () => {
      const one = await setting();
      const { memberId, login } = one.person;
      await moveTo(one, { since: addDays(TODAY, 3), workNumber: `${one.to.shortCode}-7` });
      expect([await settleMoves(now), await opens(login)]).toEqual([expect.any(Number), memberId]);
      await settleMoves(later(3));
      await settleMoves(later(3));
      expect(await opens(`${one.to.shortCode}-7`)).toBe(memberId);
      expect(await opens(login)).toBeNull();
      expect(await db().login.count({ where: { memberId } })).toBe(1);
    });
    it("a number of somebody else or of another organisation is refused at once", async () => {
      const one = await setting();
      const { login } = one.receiver;
      expect(await moveTo(one, { workNumber: login })).toMatchObject({ ok: false, field: "workNumber" });
      expect(await moveTo(one, { workNumber: "ZZ-1" })).toMatchObject({ ok: false, field: "workNumber" });
    });
    it("the committee's own numbers are nobody's former ones", async () => {
      const one = await setting();
      const { memberId } = one.person;
      await db().login.deleteMany({ where: { memberId } });
      await db().employment.deleteMany({ where: { memberId } });
      expect(await addFurtherLogin({ memberId, login: "GW-777", actorId: memberId, now })).toEqual({ ok: true });
      await moveTo(one, { workNumber: "0013" });
      expect(await opens("GW-777")).toBe(memberId);
    });
  });

  describe("naming people and places", () => {
    it("a person is found by name and login together", async () => {
      const { memberId, login } = await makePerson(await makePlace(), { name: "赵示例" });
      expect(await findByNameAndLogin("赵　示例", login.toLowerCase())).toBe(memberId);
      expect(await findByNameAndLogin("钱示例", login)).toBeNull();
      expect(await findByNameAndLogin("赵示例", "13700000099")).toBeNull();
    });
    it("a branch by its name, with the station where two have the same; an organisation by name or short code", async () => {
      const [one, other] = [await makePlace(), await makePlace()];
      const [a, b] = await Promise.all(
        [one, other].map(({ stationId }) =>
          createBranch({ name: "同名示例支部", hostOrganisationId: null, stationId, actorId: null, now }),
        ),
      );
      const station = await db().station.findUniqueOrThrow({ where: { id: other.stationId } });
      expect(await findTarget("membership", "同名示例支部")).toMatchObject({
        ok: false,
        detail: expect.stringContaining("工作站"),
      });
      expect(await findTarget("membership", `${station.name}，同名示例支部`)).toEqual({
        ok: true,
        id: b?.ok ? b.id : "",
      });
      expect(a?.ok).toBe(true);
      expect(await findTarget("membership", "没有的支部")).toMatchObject({ ok: false });
      expect(await findTarget("employment", one.shortCode.toLowerCase())).toEqual({ ok: true, id: one.organisationId });
      const { name } = await db().organisation.findUniqueOrThrow({ where: { id: one.organisationId } });
      expect(await findTarget("employment", ` ${name} `)).toEqual({ ok: true, id: one.organisationId });
    });
  });
});
