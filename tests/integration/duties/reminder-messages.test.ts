import { beforeAll, beforeEach, expect, it } from "vitest";
import { sendDue } from "@/features/deliveries/mutations/send-due";
import { drawUpList, drawUpLists } from "@/features/reminders/mutations/draw-up-lists";
import { db } from "@/lib/db";
import { issueList } from "@/tests/factories/duties";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { addMail, fakeChannel } from "../deliveries/scene";

/** Monday 08:00 in Shanghai. */
const MONDAY = new Date("2026-03-23T00:00:00Z");
const HOUR = new Date("2026-03-23T04:00:00Z");

const grant = (memberId: string, role: string, scopeKind: string, scopeId: string, more: object = {}) =>
  db().roleGrant.create({ data: { memberId, role, scopeKind, scopeId, since: "2020-01-01", ...more } });

const told = async () =>
  (await db().notice.findMany({ orderBy: [{ memberId: "asc" }, { key: "asc" }] })).map(
    ({ memberId, key, href }) => `${memberId} ${key} ${href}`,
  );

describeOnBothEngines("the word about the week's list", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["o1", "o2", "o3"]) await addOrganisation(id, "s1");
    await addBranch("joint", "s1");
    await addMember({ id: "secretary", branchId: "joint", organisationId: "o1" });
    await addMember({ id: "both", branchId: "joint", organisationId: "o1" });
    await addMember({ id: "former", branchId: "joint", organisationId: "o2" });
    await addMember({ id: "worker", organisationId: "o3" });
    await addMember({ id: "officer", branchId: "joint", organisationId: "o2" });
    await grant("secretary", "branch-secretary", "branch", "joint");
    await grant("both", "branch-secretary", "branch", "joint");
    await grant("both", "party-worker", "organisation", "o1");
    await grant("former", "branch-secretary", "branch", "joint", { until: "2026-03-22" });
    await grant("officer", "study-officer", "branch", "joint");
    await grant("worker", "party-worker", "organisation", "o3");
    for (const id of ["secretary", "worker", "former", "officer"]) await addMail(id);
    await db().channelSetting.create({ data: { memberId: "worker", channel: "email", offAt: MONDAY } });
    const setting = { branchId: "joint", isOn: false, at: "12:00", updatedById: "secretary", updatedAt: MONDAY };
    await db().pushSetting.create({ data: setting });
    await issueList("2026", [{}, { title: "示例学习", effort: 20 }], new Date("2026-02-25T02:00:00Z"));
  });

  beforeEach(async () => {
    await db().reminderList.deleteMany();
    await db().notice.deleteMany();
    await db().delivery.deleteMany();
  });

  it("reaches the secretary once for all organisations of the branch, and the party worker of the one without", async () => {
    const drawn = await Promise.all([drawUpLists(MONDAY), drawUpLists(MONDAY)]);
    expect(drawn[0] + drawn[1]).toBe(3);
    await drawUpLists(new Date("2026-03-25T02:00:00Z"));
    expect(await told()).toEqual([
      "both reminders:2026-W13:branch:joint /branch/reminders",
      "secretary reminders:2026-W13:branch:joint /branch/reminders",
      "worker reminders:2026-W13:organisation:o3 /branch/organisation/reminders",
    ]);
    const [notice] = await db().notice.findMany({ where: { memberId: "secretary" } });
    expect(notice).toMatchObject({ kind: "reminder", title: "这一周有4件责任要办" });
    expect(notice?.text).toMatch(/^示例谈心（3月24日）、示例学习（3月24日），一共约160分钟/);
    expect(await db().notice.findFirst({ where: { memberId: "worker" } })).toMatchObject({
      title: "这一周有2件责任要办",
      text: "示例谈心（3月24日）、示例学习（3月24日），一共约80分钟。点开就能答复：做了、推迟或已线下完成。",
    });
  });

  it("goes out from the branch's hour on, to whoever has not turned the channel off, and not after the week", async () => {
    await drawUpLists(MONDAY);
    const [row, ...others] = await db().delivery.findMany();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ key: "email:secretary:reminders:2026-W13:branch:joint", kind: "reminder", nextAt: HOUR },
      until: new Date("2026-03-29T13:30:00Z"),
    });
    const email = fakeChannel();
    const send = (at: Date) =>
      sendDue({ channels: { email }, holder: "one", clock: () => at, publicUrl: "https://learn.example" });
    expect(await send(new Date(HOUR.getTime() - 1))).toBe(0);
    expect(await send(HOUR)).toBe(1);
    expect(email.got[0]?.letter.url).toBe("https://learn.example/branch/reminders");
  });

  it("is not there without the list, and comes again with the next one", async () => {
    await db().reminderList.create({
      data: { organisationId: "o3", week: "2026-W13", drawnOn: "2026-03-23", createdAt: MONDAY },
    });
    expect(await drawUpList({ organisationId: "o3", now: MONDAY })).toBe(false);
    expect(await told()).toEqual([]);
    await drawUpLists(new Date("2026-03-30T00:00:00Z"));
    expect((await told()).map((line) => line.split(" ")[1])).toContain("reminders:2026-W14:organisation:o3");
  });
});
