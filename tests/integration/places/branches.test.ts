import { expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { createBranch } from "@/features/branches/mutations/create-branch";
import { editBranch, type EditBranch } from "@/features/branches/mutations/edit-branch";
import { setBranchState } from "@/features/branches/mutations/set-branch-state";
import { joinBranch } from "@/features/members/mutations/join-branch";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { setStationState } from "@/features/stations/mutations";
import { db } from "@/lib/db";
import { makePerson, makePlace, nextNumber, TODAY, type Place } from "../../factories/people";
import { describeOnBothEngines } from "../../support/database";

const now = new Date();
const act = { actorId: null, now };

const get = (id: string) => db().branch.findUniqueOrThrow({ where: { id } });
const acts = async (subjectId: string) =>
  (await db().auditEntry.findMany({ where: { subjectId }, orderBy: [{ at: "asc" }, { id: "asc" }] })).map((entry) => ({
    action: entry.action,
    detail: JSON.parse(entry.detail) as unknown,
  }));

/** What stands now, with some of it changed. */
async function edit(place: Place, over: Partial<EditBranch> = {}) {
  const { name, hostOrganisationId, stationId, version } = await get(place.branchId);
  return editBranch({ ...act, name, hostOrganisationId, stationId, version, id: place.branchId, ...over });
}

const close = (place: Place, version = 0) => setBranchState({ ...act, id: place.branchId, version, state: "closed" });

describeOnBothEngines("editing branches", () => {
  it("makes a hosted one joint, and stations it at its host again", async () => {
    const [place, other] = [await makePlace(), await makePlace()];
    expect(await edit(place, { hostOrganisationId: null, stationId: other.stationId })).toEqual({ ok: true });
    expect(await get(place.branchId)).toMatchObject({ kind: "joint", stationId: other.stationId, version: 1 });
    const host = place.organisationId;
    expect(await edit(place, { hostOrganisationId: host, stationId: "wherever" })).toEqual({ ok: true });
    expect(await get(place.branchId)).toMatchObject({ kind: "hosted", stationId: place.stationId, version: 2 });
    expect((await acts(place.branchId)).at(-1)).toEqual({
      action: "branch.edit",
      detail: {
        before: { kind: "joint", hostOrganisationId: null, stationId: other.stationId },
        after: { kind: "hosted", hostOrganisationId: host, stationId: place.stationId },
        version: 2,
      },
    });
  });

  it("of two who read the same, the second is refused; a repeat is none", async () => {
    const place = await makePlace();
    expect(await edit(place, { version: 0, name: "示例先到支部" })).toEqual({ ok: true });
    expect(await edit(place, { version: 0, name: "示例后到支部" })).toEqual({ ok: false, reason: "stale" });
    expect(await edit(place, { version: 0, name: "示例先到支部" })).toEqual({ ok: true });
    const two = await Promise.all([
      edit(place, { version: 1, name: "示例同时甲支部" }),
      edit(place, { version: 1, name: "示例同时乙支部" }),
    ]);
    expect(two.map((result) => result.ok).sort()).toEqual([false, true]);
    expect((await get(place.branchId)).version).toBe(2);
    expect(await edit(place, { id: "nobody" })).toEqual({ ok: false, reason: "gone" });
  });

  it("refuses a name that stands at the station, an unknown host and an empty name", async () => {
    const place = await makePlace();
    const other = { ...act, name: "示例邻支部", hostOrganisationId: null, stationId: place.stationId };
    expect((await createBranch(other)).ok).toBe(true);
    expect(await edit(place, { name: "示例 邻支部" })).toMatchObject({ reason: "fault", field: "name" });
    expect(await edit(place, { hostOrganisationId: "nobody" })).toMatchObject({ field: "hostOrganisationId" });
    expect(await edit(place, { name: "\u200b" })).toMatchObject({ field: "name", detail: "请输入支部名称。" });
    expect((await get(place.branchId)).version).toBe(0);
  });
});

describeOnBothEngines("closing branches", () => {
  it("is refused while anybody belongs to it, by name; afterwards its posters end with it", async () => {
    const place = await makePlace();
    const member = await makePerson(place, {
      name: "孙示例",
      roles: [{ role: "study-officer", scopeKind: "branch", scopeId: place.branchId }],
    });
    const expiresAt = new Date(now.getTime() + 86_400_000);
    const poster = { branchId: place.branchId, tokenHash: `h${nextNumber()}`, tokenCipher: "c", expiresAt };
    await db().joinCode.create({ data: { ...poster, createdById: member.memberId } });
    expect(await close(place)).toEqual({
      ...{ ok: false, reason: "remaining" },
      detail: "没有关闭，支部里还有党员和其他人员1名（孙示例），任期内的职责1项（孙示例）。",
    });
    expect(await db().joinCode.count({ where: { branchId: place.branchId, revokedAt: null } })).toBe(1);
    await leaveZone({ memberId: member.memberId, on: addDays(TODAY, -1), ...act });
    expect(await close(place)).toEqual({ ok: true });
    expect(await close(place)).toEqual({ ok: true });
    expect(await db().joinCode.count({ where: { branchId: place.branchId, revokedAt: null } })).toBe(0);
    expect((await acts(place.branchId)).map((entry) => entry.action)).toEqual(["branch.create", "branch.close"]);
  });

  it("takes no one in while closed; is opened again only where its station is open", async () => {
    const [place, from] = [await makePlace(), await makePlace()];
    const member = await makePerson(from);
    expect(await close(place, 3)).toEqual({ ok: false, reason: "stale" });
    expect(await close(place)).toEqual({ ok: true });
    const move = { ...act, memberId: member.memberId, branchId: place.branchId, since: TODAY };
    expect(await joinBranch(move)).toMatchObject({ ok: false, reason: "unknown-place" });
    await db().organisation.update({ where: { id: place.organisationId }, data: { state: "closed" } });
    const open = { ...act, id: place.branchId, version: 1, state: "active" } as const;
    expect(await setBranchState(open)).toMatchObject({ ok: false, reason: "place" });
    expect(await setStationState({ ...act, id: place.stationId, version: 0, state: "closed" })).toEqual({ ok: true });
    expect(await setBranchState(open)).toMatchObject({ ok: false, reason: "place" });
    await db().station.update({ where: { id: place.stationId }, data: { state: "active" } });
    await db().organisation.update({ where: { id: place.organisationId }, data: { state: "active" } });
    expect(await setBranchState(open)).toEqual({ ok: true });
    expect(await joinBranch(move)).toMatchObject({ ok: true });
  });

  it("and joining at the same moment: one of the two is refused", async () => {
    const from = await makePlace();
    for (let round = 0; round < 5; round += 1) {
      const place = await makePlace();
      const member = await makePerson(from);
      const move = { ...act, memberId: member.memberId, branchId: place.branchId, since: TODAY };
      const [closed, joined] = await Promise.all([close(place), joinBranch(move)]);
      expect([closed.ok, joined.ok].sort()).toEqual([false, true]);
    }
  });
});
