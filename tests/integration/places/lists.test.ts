import { beforeAll, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import type { ZoneScope } from "@/features/access/types";
import { listHolders } from "@/features/access/queries";
import { createBranch } from "@/features/branches/mutations/create-branch";
import {
  countStandings as countBranchStandings,
  findBranch,
  findBranches,
  listEmployersOf,
} from "@/features/branches/queries";
import { branchFilterSchema } from "@/features/branches/schema";
import { employ } from "@/features/members/mutations/employ";
import { joinBranch } from "@/features/members/mutations/join-branch";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { createOrganisation } from "@/features/organisations/mutations/create-organisation";
import { countStandings, findOrganisation, listBranchesOf, listRegister } from "@/features/organisations/queries";
import { organisationFilterSchema } from "@/features/organisations/schema";
import { db } from "@/lib/db";
import { makePerson, makePlace, SINCE, TODAY, type Place } from "../../factories/people";
import { describeOnBothEngines } from "../../support/database";

const now = new Date();
const act = { actorId: null, now };
const ZONE = { stationId: null } as ZoneScope;
const of = (place: Place) => ({ stationId: place.stationId }) as ZoneScope;

function idOf(made: { ok: true; id: string } | { ok: false; detail: string }): string {
  if (!made.ok) throw new Error(made.detail);
  return made.id;
}

/** Names that the search finds, in the order of the list. */
async function found(params: Record<string, string>, scope = ZONE): Promise<string[]> {
  const { rows } = await listRegister(scope, organisationFilterSchema.parse(params), TODAY);
  return rows.map((row) => row.name);
}

describeOnBothEngines("the register of organisations", () => {
  let place: Place;
  let neighbour: Place;
  let lonely: string;

  beforeAll(async () => {
    [place, neighbour] = [await makePlace(), await makePlace()];
    const { stationId } = place;
    const social = { kind: "social", name: "晨曦社会工作中心", shortCode: "CXSG", stationId } as const;
    lonely = idOf(await createOrganisation({ ...act, ...social, creditCode: "91350100M000100Y43" }));
    await db().organisation.update({
      where: { id: place.organisationId },
      data: { name: "单氏精密", nameKey: "单氏精密" },
    });
    await db().formerShortCode.create({ data: { code: "XQOLD", organisationId: lonely, endedAt: new Date() } });
  });

  it.each([
    ["a part of the name", { q: "社会 工作" }],
    ["full width", { q: "ＣＸＳＧ" }],
    ["the beginning of the short code", { q: "cxs" }],
    ["a short code it had before", { q: "xqol" }],
    ["a part of the credit code", { q: "0100M000" }],
    ["the initials of the name", { q: "cxsh" }],
    ["initials from within", { q: "SHGZ" }],
    ["its kind", { kind: "social" }],
    ["being without a branch", { branch: "without", kind: "social" }],
  ])("finds by %s", async (_sentence, params) => {
    expect(await found(params)).toEqual(["晨曦社会工作中心"]);
  });

  it.each([
    ["a credit code's short piece, which would fit anything", { q: "913" }],
    ["another station", { q: "晨曦", stationId: "elsewhere" }],
    ["having a branch", { q: "晨曦", branch: "with" }],
    ["being closed", { q: "晨曦", state: "closed" }],
    ["letters with a percent sign", { q: "c%g" }],
  ])("does not find by %s", async (_sentence, params) => {
    expect(await found(params)).toEqual([]);
  });

  it("takes odd parameters for none, and a page beyond the last for the last", async () => {
    const all = await found({});
    expect(await found({ kind: "everything", state: "open", branch: "maybe", page: "99" })).toEqual(all);
    expect(await found({ page: "-1" })).toEqual(all);
    expect(all).toHaveLength(3);
  });

  it("reads names aloud: 晨 stands before 单, and 单 before 示", async () => {
    expect((await found({})).slice(0, 2)).toEqual(["晨曦社会工作中心", "单氏精密"]);
  });

  it("shows a station its own, whatever station is asked for", async () => {
    const own = await found({ stationId: neighbour.stationId }, of(place));
    expect(own).toEqual([]);
    expect(await found({}, of(neighbour))).toHaveLength(1);
    expect(await findOrganisation(of(neighbour), lonely)).toBeNull();
    expect(await findOrganisation(of(place), lonely)).toMatchObject({ name: "晨曦社会工作中心", version: 0 });
    expect(await findBranch(of(neighbour), place.branchId)).toBeNull();
  });

  it("counts members of today, not applicants, not those who left, not those who are yet to come", async () => {
    await makePerson(place);
    await makePerson(place, { standing: "probationary" });
    await makePerson(place, { standing: "applicant" });
    const gone = await makePerson(place);
    await leaveZone({ ...act, memberId: gone.memberId, on: addDays(TODAY, -1) });
    const later = await makePerson(neighbour);
    const move = { ...act, memberId: later.memberId, since: addDays(TODAY, 3) };
    await employ({ ...move, organisationId: place.organisationId });
    await joinBranch({ ...move, branchId: place.branchId });
    const { rows } = await listRegister(of(place), organisationFilterSchema.parse({ q: "单氏" }), TODAY);
    expect(rows).toMatchObject([{ members: 2, hasMembersInBranch: true }]);
    expect(Object.fromEntries(await countStandings(place.organisationId, TODAY))).toEqual({
      ...{ full: 1, probationary: 1, applicant: 1 },
    });
    expect(Object.fromEntries(await countBranchStandings(place.branchId, TODAY))).toEqual({
      ...{ full: 1, probationary: 1, applicant: 1 },
    });
    const after = addDays(TODAY, 3);
    expect((await countStandings(place.organisationId, after)).get("full")).toBe(2);
    expect((await countBranchStandings(neighbour.branchId, after)).size).toBe(0);
  });
});

describeOnBothEngines("branches and where their people work", () => {
  it("a joint branch takes people of several organisations, and of none", async () => {
    const [place, neighbour] = [await makePlace(), await makePlace()];
    const joint = { ...act, name: "晨光联合支部", hostOrganisationId: null, stationId: place.stationId };
    const branchId = idOf(await createBranch(joint));
    await makePerson({ ...place, branchId });
    await makePerson({ ...place, branchId });
    const secretary = await makePerson(
      { ...neighbour, branchId },
      {
        name: "周示例",
        roles: [{ role: "branch-secretary", scopeKind: "branch", scopeId: branchId }],
      },
    );
    await makePerson({ ...place, branchId }, { organisationId: null, login: "13800000001" });
    const { employers, without } = await listEmployersOf(branchId, TODAY);
    expect(employers.map(({ id, people }) => [id, people])).toEqual([
      [place.organisationId, 2],
      [neighbour.organisationId, 1],
    ]);
    expect(without).toBe(1);
    expect(await listBranchesOf(neighbour.organisationId, TODAY)).toMatchObject([
      ...[
        { id: branchId, isHosted: false, people: 1 },
        { id: neighbour.branchId, isHosted: true, people: 0 },
      ],
    ]);
    const list = await findBranches(of(place), branchFilterSchema.parse({ q: "cglh" }), TODAY);
    expect(list.rows).toMatchObject([{ id: branchId, kind: "joint", members: 4, secretaries: ["周示例"] }]);
    expect((await findBranches(ZONE, branchFilterSchema.parse({ kind: "hosted" }), TODAY)).total).toBe(2);
    expect((await findBranches(ZONE, branchFilterSchema.parse({ state: "closed" }), TODAY)).total).toBe(0);
    expect(await listHolders("branch", branchId, TODAY)).toMatchObject([
      ...[{ name: "周示例", role: "branch-secretary", since: SINCE, until: null, memberId: secretary.memberId }],
    ]);
    await db().roleGrant.updateMany({ where: { scopeId: branchId }, data: { until: addDays(TODAY, -1) } });
    expect(await listHolders("branch", branchId, TODAY)).toEqual([]);
  });
});

describeOnBothEngines("four hundred organisations", () => {
  it("stand on nine pages without one missing", async () => {
    const { stationId } = await makePlace();
    const rows = Array.from({ length: 410 }, (_, index) => {
      const name = `示例第${String(index + 1).padStart(3, "0")}家`;
      return { id: `o${index}`, kind: "enterprise", name, nameKey: name, shortCode: `F${index}X`, stationId };
    });
    await db().organisation.createMany({ data: rows });
    const names = new Set<string>();
    for (let page = 1; page <= 9; page += 1) {
      const list = await listRegister(ZONE, organisationFilterSchema.parse({ q: "家", page: String(page) }), TODAY);
      expect([list.total, list.pages, list.rows.length]).toEqual([410, 9, page === 9 ? 10 : 50]);
      for (const row of list.rows) names.add(row.name);
    }
    expect(names.size).toBe(410);
  });
});
