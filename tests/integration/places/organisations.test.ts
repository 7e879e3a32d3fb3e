import { expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { findMemberByLoginKey, loginKeyOf } from "@/features/members/queries";
import { employ } from "@/features/members/mutations/employ";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { createOrganisation, type NewOrganisation } from "@/features/organisations/mutations/create-organisation";
import { editOrganisation, type EditOrganisation } from "@/features/organisations/mutations/edit-organisation";
import { setOrganisationState } from "@/features/organisations/mutations/set-organisation-state";
import { createBranch } from "@/features/branches/mutations/create-branch";
import { db } from "@/lib/db";
import { makePerson, makePlace, nextNumber, TODAY, type Place } from "../../factories/people";
import { describeOnBothEngines } from "../../support/database";

const now = new Date();
const act = { actorId: null, now };
const SPECIMEN = "91350100M000100Y43";

const get = (id: string) => db().organisation.findUniqueOrThrow({ where: { id } });
const acts = async (subjectId: string) =>
  (await db().auditEntry.findMany({ where: { subjectId }, orderBy: [{ at: "asc" }, { id: "asc" }] })).map((entry) => ({
    action: entry.action,
    detail: JSON.parse(entry.detail) as unknown,
  }));

/** What stands now, with some of it changed. */
async function edit(place: Place, over: Partial<EditOrganisation> = {}) {
  const { kind, name, shortCode, creditCode, stationId, version } = await get(place.organisationId);
  const facts = { kind: kind as "enterprise", name, shortCode, creditCode: creditCode ?? "", stationId, version };
  return editOrganisation({ ...act, ...facts, id: place.organisationId, ...over });
}

async function make(over: Partial<NewOrganisation>) {
  const number = nextNumber();
  const { stationId } = over.stationId ? { stationId: over.stationId } : await makePlace();
  const facts = { kind: "enterprise", name: `示例新办${number}`, shortCode: `N${number}`, stationId } as const;
  return createOrganisation({ ...act, ...facts, ...over });
}

async function whose(login: string): Promise<string | null> {
  return (await findMemberByLoginKey(loginKeyOf(login) ?? ""))?.memberId ?? null;
}

describeOnBothEngines("registering organisations", () => {
  it("keeps a credit code in its one spelling, and none twice", async () => {
    const made = await make({ creditCode: " 91350100m000100y43 " });
    expect(made.ok && (await get(made.id)).creditCode).toBe(SPECIMEN);
    expect(await make({ creditCode: SPECIMEN })).toMatchObject({ ok: false, field: "creditCode" });
    expect(await make({ creditCode: "9135O100M000100Y43" })).toMatchObject({ field: "creditCode" });
    const [one, two] = [await make({ creditCode: "" }), await make({ creditCode: "  " })];
    expect([one.ok, two.ok]).toEqual([true, true]);
  });

  it.each([
    ["nothing but a zero-width space", "\u200b", "请输入组织名称。"],
    ["longer than sixty characters", "示".repeat(61), "最多60个字"],
    ["short as typed and long when written out", "㍿".repeat(30), "最多60个字"],
  ])("refuses a name that is %s", async (_sentence, name, words) => {
    const made = await make({ name });
    expect(made).toMatchObject({ ok: false, field: "name" });
    expect("detail" in made && made.detail).toContain(words);
  });
});

describeOnBothEngines("editing organisations", () => {
  it("changes what was changed, and writes before and after", async () => {
    const place = await makePlace();
    const before = await get(place.organisationId);
    const done = await edit(place, { name: "示例 新名（集团）公司", kind: "social", creditCode: "" });
    expect(done).toEqual({ ok: true, logins: null, movedBranches: 0 });
    const after = await get(place.organisationId);
    expect(after).toMatchObject({ name: "示例新名(集团)公司", kind: "social", version: 1 });
    expect((await acts(place.organisationId)).at(-1)).toEqual({
      action: "organisation.edit",
      detail: {
        before: { kind: "enterprise", name: before.name },
        after: { kind: "social", name: after.name },
        version: 1,
      },
    });
    expect(await edit(place)).toMatchObject({ ok: true });
    expect((await get(place.organisationId)).version).toBe(1);
  });

  it("of two who read the same, the second is refused and nothing of the first is lost", async () => {
    const place = await makePlace();
    expect(await edit(place, { version: 0, name: "示例先到" })).toMatchObject({ ok: true });
    expect(await edit(place, { version: 0, shortCode: "LATER" })).toEqual({ ok: false, reason: "stale" });
    expect(await get(place.organisationId)).toMatchObject({ name: "示例先到", version: 1 });
    expect((await get(place.organisationId)).shortCode).toBe(place.shortCode);
    const two = await Promise.all([
      edit(place, { version: 1, name: "示例同时甲" }),
      edit(place, { version: 1, name: "示例同时乙" }),
    ]);
    expect(two.map((result) => result.ok).sort()).toEqual([false, true]);
    expect(await edit(place, { id: "nobody" })).toEqual({ ok: false, reason: "gone" });
  });

  it("refuses what another one has: name, short code, credit code", async () => {
    const [place, other] = [await makePlace(), await makePlace()];
    const code = "91350100M000100Y43";
    await db().organisation.updateMany({ where: { creditCode: code }, data: { creditCode: null } });
    await edit(other, { creditCode: code });
    const { name } = await get(other.organisationId);
    expect(await edit(place, { name: ` ${name} ` })).toMatchObject({ reason: "fault", field: "name" });
    expect(await edit(place, { shortCode: other.shortCode })).toMatchObject({ field: "shortCode" });
    expect(await edit(place, { creditCode: code })).toMatchObject({ field: "creditCode" });
    expect((await get(place.organisationId)).version).toBe(0);
  });

  it("takes its branches along to another station, unless one of that name stands there", async () => {
    const [place, other] = [await makePlace(), await makePlace()];
    const joint = { ...act, name: "示例联合", hostOrganisationId: null, stationId: place.stationId };
    const stays = await createBranch(joint);
    expect(await edit(place, { stationId: other.stationId })).toMatchObject({ ok: true, movedBranches: 1 });
    const branch = await db().branch.findUniqueOrThrow({ where: { id: place.branchId } });
    expect(branch).toMatchObject({ stationId: other.stationId, version: 1 });
    expect(stays.ok && (await db().branch.findUniqueOrThrow({ where: { id: stays.id } })).stationId).toBe(
      place.stationId,
    );
    expect((await acts(place.branchId)).at(-1)).toMatchObject({
      action: "branch.edit",
      detail: { before: { stationId: place.stationId }, after: { stationId: other.stationId }, version: 1 },
    });
    await createBranch({ ...joint, name: branch.name });
    const back = await edit(place, { stationId: place.stationId });
    expect(back).toMatchObject({ reason: "fault", field: "stationId" });
    expect((await get(place.organisationId)).stationId).toBe(other.stationId);
    expect(await edit(place, { stationId: "nowhere" })).toMatchObject({ field: "stationId" });
  });
});

describeOnBothEngines("a new short code", () => {
  it("locks nobody out: old and new work-number logins open the same account", async () => {
    const place = await makePlace();
    const [worker, phone] = [await makePerson(place), await makePerson(place, { login: "13800000000" })];
    const number = worker.login.split("-")[1] ?? "";
    const to = `C${nextNumber()}Z`;
    const done = await edit(place, { shortCode: to.toLowerCase() });
    expect(done).toMatchObject({ ok: true, logins: { added: 1, taken: 0 } });
    expect(await whose(`${to}-${number}`)).toBe(worker.memberId);
    expect(await whose(worker.login)).toBe(worker.memberId);
    expect(await whose("13800000000")).toBe(phone.memberId);
    const notices = await db().notice.findMany({ where: { memberId: { in: [worker.memberId, phone.memberId] } } });
    expect(notices.map((notice) => notice.text)).toEqual([
      `所在组织的短码改成了${to}，你以后可以用${to}-${number}登录，原来的${worker.login}也一直能用。`,
    ]);
  });

  it("may go back and forth; the former one is kept from everybody else", async () => {
    const place = await makePlace();
    const worker = await makePerson(place);
    const to = `C${nextNumber()}Y`;
    await edit(place, { shortCode: to });
    const wanted = await make({ shortCode: place.shortCode });
    expect(wanted).toMatchObject({ ok: false, field: "shortCode" });
    expect("detail" in wanted && wanted.detail).toContain("还用短码");
    expect(await edit(await makePlace(), { shortCode: place.shortCode })).toMatchObject({ field: "shortCode" });
    expect(await edit(place, { shortCode: place.shortCode })).toMatchObject({ logins: { added: 0, taken: 0 } });
    expect(await whose(worker.login)).toBe(worker.memberId);
    expect(await db().login.count({ where: { memberId: worker.memberId } })).toBe(2);
    const former = await db().formerShortCode.findMany({ where: { organisationId: place.organisationId } });
    expect(former.map((row) => row.code)).toEqual([to]);
  });

  it("gives no login to those who left, and tells of one that somebody else has", async () => {
    const place = await makePlace();
    const [gone, worker] = [await makePerson(place), await makePerson(place)];
    await leaveZone({ memberId: gone.memberId, on: addDays(TODAY, -1), ...act });
    const to = `C${nextNumber()}X`;
    const other = await makePerson(null, { login: `${to}-${worker.login.split("-")[1] ?? ""}` });
    expect(await edit(place, { shortCode: to })).toMatchObject({ logins: { added: 0, taken: 1 } });
    expect(await whose(other.login)).toBe(other.memberId);
    expect(await whose(worker.login)).toBe(worker.memberId);
  });
});

describeOnBothEngines("closing organisations", () => {
  const close = (place: Place, version = 0) =>
    setOrganisationState({ ...act, id: place.organisationId, version, state: "closed" });

  it("is refused while people work there or a branch stands there, by name", async () => {
    const place = await makePlace();
    const worker = await makePerson(place, { name: "钱示例" });
    const refused = await close(place);
    expect(refused).toMatchObject({ ok: false, reason: "remaining" });
    expect("detail" in refused && refused.detail).toMatch(
      /在这里工作的人1名（钱示例），设在这里的支部1个（示例支部\d+）/,
    );
    await leaveZone({ memberId: worker.memberId, on: addDays(TODAY, -1), ...act });
    await db().branch.update({ where: { id: place.branchId }, data: { state: "closed" } });
    expect(await close(place)).toEqual({ ok: true });
    expect(await close(place)).toEqual({ ok: true });
    expect((await acts(place.organisationId)).map((entry) => entry.action)).toEqual([
      ...["organisation.create", "organisation.close"],
    ]);
  });

  it("is refused for somebody who is yet to come, an office and a move that waits", async () => {
    const [place, from] = [await makePlace(), await makePlace()];
    await db().branch.update({ where: { id: place.branchId }, data: { state: "closed" } });
    const worker = await makePerson(from, {
      roles: [{ role: "party-worker", scopeKind: "organisation", scopeId: place.organisationId }],
    });
    expect(await close(place)).toMatchObject({ detail: expect.stringContaining("任期内的职责1项") as string });
    await db().roleGrant.updateMany({ where: { memberId: worker.memberId }, data: { revokedAt: now } });
    const move = { memberId: worker.memberId, kind: "employment", toId: place.organisationId, since: TODAY };
    const { id } = await db().transfer.create({ data: { ...move, requestedById: worker.memberId } });
    expect(await close(place)).toMatchObject({ detail: "没有关闭，这里还有没有办完的转入1件。" });
    await db().transfer.update({ where: { id }, data: { state: "withdrawn" } });
    const later = { memberId: worker.memberId, organisationId: place.organisationId, since: addDays(TODAY, 7) };
    await employ({ ...act, ...later });
    expect(await close(place)).toMatchObject({ detail: expect.stringContaining("在这里工作的人1名") as string });
  });

  it("takes no one in while closed, and again when it is open", async () => {
    const [place, from] = [await makePlace(), await makePlace()];
    const worker = await makePerson(from);
    await db().branch.update({ where: { id: place.branchId }, data: { state: "closed" } });
    expect(await close(place)).toEqual({ ok: true });
    const move = { ...act, memberId: worker.memberId, organisationId: place.organisationId, since: TODAY };
    expect(await employ(move)).toMatchObject({ ok: false, reason: "unknown-place" });
    const hosted = { ...act, name: "示例迟来支部", hostOrganisationId: place.organisationId, stationId: "" };
    expect(await createBranch(hosted)).toMatchObject({ ok: false, field: "hostOrganisationId" });
    const open = { ...act, id: place.organisationId, version: 1, state: "active" } as const;
    expect(await setOrganisationState(open)).toEqual({ ok: true });
    expect(await employ(move)).toMatchObject({ ok: true });
  });

  it("and employing at the same moment: one of the two is refused", async () => {
    const from = await makePlace();
    for (let round = 0; round < 5; round += 1) {
      const place = await makePlace();
      const worker = await makePerson(from);
      await db().branch.update({ where: { id: place.branchId }, data: { state: "closed" } });
      const move = { ...act, memberId: worker.memberId, organisationId: place.organisationId, since: TODAY };
      const [closed, moved] = await Promise.all([close(place), employ(move)]);
      expect([closed.ok, moved.ok].sort()).toEqual([false, true]);
    }
  });
});
