import { beforeAll, beforeEach, expect, it } from "vitest";
import type { BranchScope, OrganisationScope } from "@/features/access/types";
import { listPlaceClaims } from "@/features/projects/queries/claims";
import { remindOfClaims } from "@/features/projects/mutations/remind-of-claims";
import { db } from "@/lib/db";
import { MARKERS, publish } from "@/tests/factories/projects";
import { addMember } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { addMail } from "../deliveries/scene";
import {
  addPeople,
  clock,
  decide,
  doClaim,
  doComplete,
  doNote,
  doWithdraw,
  later,
  START,
  startAnew,
} from "./claim-calls";

const grant = (memberId: string, scopeKind: string, scopeId: string, more: object = {}) =>
  db().roleGrant.create({ data: { memberId, role: "committee", scopeKind, scopeId, since: "2020-01-01", ...more } });

/** What the staff were told: who, and of which kind of word. */
const told = async () => {
  const rows = await db().notice.findMany({
    where: { OR: [{ key: { startsWith: "claim-held" } }, { key: { startsWith: "claim-done" } }] },
    orderBy: [{ createdAt: "asc" }, { memberId: "asc" }],
  });
  return rows.map(({ memberId, title }) => `${memberId} ${title}`);
};

describeOnBothEngines("the station's people", () => {
  beforeAll(async () => {
    await addPeople();
    for (const id of ["staff", "former", "zone"]) await addMember({ id });
    await grant("staff", "station", "s1");
    await grant("former", "station", "s1", { revokedAt: START });
    await grant("zone", "zone", "");
    await addMail("staff");
  });
  beforeEach(async () => {
    await startAnew();
    await db().notice.deleteMany();
    await db().delivery.deleteMany();
  });

  it("are told of a claim that waits for them, once, and of none that waits for its turn", async () => {
    const projectId = await publish("s1", { now: START });
    await Promise.all([doClaim("anna", projectId), doClaim("anna", projectId)]);
    await doClaim("bella", projectId);
    expect(await told()).toEqual(["staff 有人认领：给自习室添四盏台灯"]);
    const [notice] = await db().notice.findMany({ where: { memberId: "staff", kind: "reminder" } });
    expect(notice).toMatchObject({ kind: "reminder", href: `/committee/projects/${projectId}` });
    const [row, ...others] = await db().delivery.findMany();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ channel: "email", targetId: "staff", nextAt: START });
    for (const text of ["王anna", ...Object.values(MARKERS)]) expect(JSON.stringify([notice, row])).not.toContain(text);
  });

  it("are told when the next one has the place, and each time it is called done", async () => {
    const projectId = await publish("s1", { now: START });
    const first = await doClaim("anna", projectId);
    const second = await doClaim("bella", projectId);
    clock.value = later(1);
    await doWithdraw("anna", first.claim.id);
    await decide(second.claim.id, "approve");
    clock.value = later(2);
    await doComplete("bella", second.claim.id);
    await doComplete("bella", second.claim.id);
    await decide(second.claim.id, "reopen");
    clock.value = later(3);
    await doComplete("bella", second.claim.id);
    expect(await told()).toEqual([
      ...["staff 有人认领：给自习室添四盏台灯", "staff 有人认领：给自习室添四盏台灯"],
      ...["staff 报了办完：给自习室添四盏台灯", "staff 报了办完：给自习室添四盏台灯"],
    ]);
  });

  it("are told again for each week that a claim waits for them, counted from its turn", async () => {
    const projectId = await publish("s1", { now: START });
    const first = await doClaim("anna", projectId);
    const second = await doClaim("bella", projectId);
    clock.value = later(6);
    await doWithdraw("anna", first.claim.id);
    await db().notice.deleteMany();
    for (const [day, told] of [
      [12, 0],
      [13, 1],
      [14, 1],
      [20, 1],
    ] as const)
      expect(await remindOfClaims(later(day))).toBe(told);
    await decide(second.claim.id, "approve");
    await doComplete("bella", second.claim.id);
    await remindOfClaims(later(12));
    await remindOfClaims(later(13));
    await remindOfClaims(later(13));
    const texts = await db().notice.findMany({ where: { memberId: "staff" }, orderBy: { createdAt: "asc" } });
    const again = texts.flatMap(({ text }) => /等工作站(同意|确认)。已经等了.*/u.exec(text)?.[0] ?? []);
    expect(again.sort()).toEqual([
      "等工作站同意。已经等了14天。",
      "等工作站同意。已经等了7天。",
      "等工作站确认。已经等了7天。",
    ]);
  });

  it("the claimant is reminded once, three days before the last day, and by mail that the turn and the assent came", async () => {
    const projectId = await publish("s1", { now: START });
    const first = await doClaim("staff", projectId);
    await decide(first.claim.id, "approve");
    const due = async () => (await db().notice.findMany({ where: { key: { startsWith: "claim-due" } } })).length;
    await remindOfClaims(later(26));
    expect(await due()).toBe(0);
    await remindOfClaims(later(27));
    await remindOfClaims(later(28));
    expect(await due()).toBe(1);
    const mails = await db().delivery.findMany({ where: { targetId: "staff" }, orderBy: { createdAt: "asc" } });
    expect(mails.map(({ title, href }) => `${title} ${href}`)).toEqual([
      "工作站同意了：给自习室添四盏台灯 /me/claims",
      "12月22日到期：给自习室添四盏台灯 /me/claims",
    ]);
    clock.value = later(28);
    await doNote("staff", first.claim.id);
    await remindOfClaims(later(29));
    expect(await due()).toBe(1);
    await remindOfClaims(later(40));
    expect(await due()).toBe(2);
  });

  it("at night the word stays in the inbox until the morning", async () => {
    clock.value = new Date("2026-11-22T15:00:00Z");
    const projectId = await publish("s1", { now: START });
    await doClaim("anna", projectId);
    const [row] = await db().delivery.findMany();
    expect(row?.nextAt).toEqual(new Date("2026-11-22T23:30:00Z"));
  });

  it("who claims is not asked: then the committee of the zone is", async () => {
    const projectId = await publish("s1", { now: START });
    await doClaim("staff", projectId);
    expect(await told()).toEqual(["zone 有人认领：给自习室添四盏台灯"]);
  });

  it("a branch and an organisation see what was claimed in their names, and nothing else", async () => {
    const [mine, branch, firm] = [
      await publish("s1", { now: START }),
      await publish("s1", { now: START }),
      await publish("s1", { now: START }),
    ];
    await doClaim("secretary", mine);
    await doClaim("secretary", branch, { as: "branch", placeId: "b1" });
    await doClaim("worker", firm, { as: "organisation", placeId: "o1" });
    const of = async (scope: object) =>
      (await listPlaceClaims(scope as BranchScope | OrganisationScope)).map(({ projectId }) => projectId);
    expect(await of({ branchId: "b1" })).toEqual([branch]);
    expect(await of({ organisationId: "o1" })).toEqual([firm]);
    expect(await of({ branchId: "b2" })).toEqual([]);
  });
});
