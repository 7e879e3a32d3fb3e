import { expect, it } from "vitest";
import type { ZoneScope } from "@/features/access/types";
import { listActsSince } from "@/features/audit/queries/log";
import { tellLine } from "@/features/audit/view";
import { grantRole } from "@/features/members/mutations/grant-role";
import { createOrganisation } from "@/features/organisations/mutations/create-organisation";
import { setOrganisationState } from "@/features/organisations/mutations/set-organisation-state";
import { createStation, editStation, setStationState } from "@/features/stations/mutations";
import { listStationDetails, listStations } from "@/features/stations/queries";
import { db } from "@/lib/db";
import { makePerson, makePlace, nextNumber, SINCE, TODAY } from "../../factories/people";
import { describeOnBothEngines } from "../../support/database";

const now = new Date();
const act = { actorId: null, now };
const ZONE = { stationId: null } as ZoneScope;

async function make(name = `示例空站${nextNumber()}`): Promise<string> {
  const made = await createStation({ ...act, name, sort: nextNumber() });
  if (!made.ok) throw new Error(made.detail);
  return made.id;
}

const get = (id: string) => db().station.findUniqueOrThrow({ where: { id } });
const order = async () => (await listStations()).map((station) => station.id);
const acts = (subjectId: string) => db().auditEntry.findMany({ where: { subjectId }, orderBy: { at: "asc" } });

describeOnBothEngines("stations", () => {
  it("keep their order when one is moved, from the first place to the last", async () => {
    await db().station.deleteMany({});
    const [one, two, three] = [await make(), await make(), await make()];
    const { name } = await get(three);
    expect(await editStation({ ...act, id: three, version: 0, name, position: 1 })).toEqual({ ok: true });
    expect(await order()).toEqual([three, one, two]);
    expect(await editStation({ ...act, id: three, version: 1, name, position: 99 })).toEqual({ ok: true });
    expect(await order()).toEqual([one, two, three]);
    expect((await get(one)).version).toBe(0);
  });

  it("are renamed once by two editors; the second learns what the first one did", async () => {
    const id = await make();
    const editor = await makePerson(null, { name: "李示例" });
    const position = (await order()).indexOf(id) + 1;
    const before = (await get(id)).name;
    const first = { ...act, actorId: editor.memberId, id, version: 0, name: "示例新名站", position };
    expect(await editStation(first)).toEqual({ ok: true });
    expect(await editStation({ ...first, name: "示例别名站" })).toEqual({ ok: false, reason: "stale" });
    expect((await get(id)).name).toBe("示例新名站");
    const [line] = await listActsSince({ kind: "station", id }, { read: 0, current: 1 });
    expect(line && tellLine(line)).toContain(`修改工作站，名称原来是“${before}”，现在是“示例新名站”。`);
    expect(line?.actor).toBe("李示例");
    expect(await listActsSince({ kind: "station", id }, { read: 1, current: 1 })).toEqual([]);
  });

  it("are told of acts that name no version, such as a sheet's, in their place", async () => {
    const id = await make();
    const position = (await order()).indexOf(id) + 1;
    const edit = (version: number, name: string, minute: number) =>
      editStation({ ...act, now: new Date(now.getTime() + minute * 60_000), id, version, name, position });
    await edit(0, "示例甲名站", 1);
    const sheet = { action: "station.edit", subjectKind: "station", subjectId: id, actorId: null };
    const at = new Date(now.getTime() + 2 * 60_000);
    await db().auditEntry.create({ data: { ...sheet, at, detail: JSON.stringify({ after: { name: "示例乙名站" } }) } });
    await db().station.update({ where: { id }, data: { version: { increment: 1 } } });
    await edit(2, "示例丙名站", 3);
    const names = async (read: number) =>
      (await listActsSince({ kind: "station", id }, { read, current: 3 })).map(({ changes }) => changes[0]?.after);
    expect(await names(0)).toEqual(["示例甲名站", "示例乙名站", "示例丙名站"]);
    expect(await names(1)).toEqual(["示例乙名站", "示例丙名站"]);
    expect(await names(2)).toEqual(["示例丙名站"]);
  });

  it("say nothing about a repeat, also one that comes late", async () => {
    const id = await make();
    const position = (await order()).indexOf(id) + 1;
    const again = { ...act, id, version: 0, name: "示例重复站", position };
    expect(await editStation(again)).toEqual({ ok: true });
    expect(await editStation(again)).toEqual({ ok: true });
    expect((await acts(id)).map((entry) => entry.action)).toEqual(["station.create", "station.edit"]);
  });

  it("have names of their own, whatever the width", async () => {
    const [one, two] = [await make("示例甲站"), await make("示例乙站")];
    const taken = await editStation({ ...act, id: two, version: 0, name: " 示例甲站 ", position: 1 });
    expect(taken).toEqual({ ok: false, reason: "name", detail: "已经有“示例甲站”了，没有改名。" });
    expect([(await get(one)).version, (await get(two)).version]).toEqual([0, 0]);
    expect(await editStation({ ...act, id: "nobody", version: 0, name: "示例", position: 1 })).toMatchObject({
      reason: "gone",
    });
  });

  it("are not closed while anything is left, and say what", async () => {
    const place = await makePlace();
    const committee = await makePerson(null, { name: "赵示例" });
    await grantRole({
      ...{ ...act, memberId: committee.memberId, role: "committee", scopeKind: "station", scopeId: place.stationId },
      ...{ since: SINCE, until: null },
    });
    const close = { ...act, id: place.stationId, version: 0, state: "closed" } as const;
    const refused = await setStationState(close);
    expect(refused).toMatchObject({ ok: false, reason: "remaining" });
    expect("detail" in refused && refused.detail).toMatch(
      /还有组织1家（.+），支部1个（.+），任期内的职责1项（赵示例）/,
    );
    expect((await get(place.stationId)).state).toBe("active");
    expect((await get(place.stationId)).version).toBe(0);
  });

  it("are closed when empty, offered nowhere, and opened again", async () => {
    const place = await makePlace();
    await db().branch.update({ where: { id: place.branchId }, data: { state: "closed" } });
    const org = { ...act, id: place.organisationId, version: 0, state: "closed" } as const;
    expect(await setOrganisationState(org)).toEqual({ ok: true });
    const close = { ...act, id: place.stationId, version: 0, state: "closed" } as const;
    expect(await setStationState({ ...close, version: 7 })).toEqual({ ok: false, reason: "stale" });
    expect(await setStationState(close)).toEqual({ ok: true });
    expect(await setStationState(close)).toEqual({ ok: true });
    expect(await order()).not.toContain(place.stationId);
    const wanted = { kind: "social", name: "示例迟来的", shortCode: "LATE", stationId: place.stationId } as const;
    expect(await createOrganisation({ ...act, ...wanted })).toMatchObject({ ok: false, field: "stationId" });
    expect(await setOrganisationState({ ...org, version: 1, state: "active" })).toMatchObject({ reason: "station" });
    expect(await setStationState({ ...close, version: 1, state: "active" })).toEqual({ ok: true });
    expect(await order()).toContain(place.stationId);
    expect((await acts(place.stationId)).map((entry) => entry.action)).toEqual([
      ...["station.create", "station.close", "station.reopen"],
    ]);
  });

  it("closing and registering at the same moment: one of the two is refused", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await make();
      const wanted = { kind: "enterprise", name: `示例同时${nextNumber()}`, shortCode: `S${nextNumber()}X` } as const;
      const [closed, registered] = await Promise.all([
        setStationState({ ...act, id, version: 0, state: "closed" }),
        createOrganisation({ ...act, ...wanted, stationId: id }),
      ]);
      expect([closed.ok, registered.ok].sort()).toEqual([false, true]);
    }
  });

  it("are shown with what belongs to them, each to its own committee", async () => {
    const [own, other] = [await makePlace(), await makePlace()];
    await makePerson(own);
    await makePerson(own, { standing: "employee" });
    const rows = await listStationDetails({ stationId: own.stationId } as ZoneScope, TODAY);
    expect(rows).toMatchObject([{ id: own.stationId, organisations: 1, branches: 1, people: 2, state: "active" }]);
    const all = await listStationDetails(ZONE, TODAY);
    expect(all.map((row) => row.id)).toEqual(expect.arrayContaining([own.stationId, other.stationId]));
    expect(all.find((row) => row.id === other.stationId)).toMatchObject({ people: 0 });
  });
});
