import { beforeAll, expect, it } from "vitest";
import { addLine } from "@/features/duties/mutations/write-line";
import { makeDuties } from "@/features/duties/mutations/make-duties";
import { addToLists } from "@/features/reminders/mutations/add-to-lists";
import { drawUpLists } from "@/features/reminders/mutations/draw-up-lists";
import { db } from "@/lib/db";
import { issueList, LINE } from "@/tests/factories/duties";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

/** In Shanghai. */
const at = (day: string, time: string): Date => new Date(`2026-03-${day}T${time}:00+08:00`);
const MONDAY = at("23", "08:00");
const ISSUED = at("20", "08:00");

const items = async () =>
  (
    await db().reminderItem.findMany({
      orderBy: [{ list: { week: "asc" } }, { list: { organisationId: "asc" } }, { dueOn: "asc" }, { dutyId: "asc" }],
      select: { list: { select: { organisationId: true, week: true } }, duty: { select: { title: true } } },
    })
  ).map(({ list, duty }) => `${list.week} ${list.organisationId} ${duty.title}`);
const told = async () =>
  (await db().notice.findMany({ where: { memberId: "secretary" }, orderBy: { createdAt: "asc" } })).map(
    ({ key, title }) => `${key} ${title}`,
  );

/** A line that comes during the week, due on that day, for every organisation. */
async function issueLate(title: string, dueOn: string, now: Date): Promise<void> {
  const once = { title, rhythm: "once", onDate: dueOn, daysBefore: 0, actorId: "committee", now } as const;
  const made = await addLine({ year: "2026", ...LINE, ...once });
  if (!made.ok) throw new Error(made.reason);
  await makeDuties({ year: "2026", now });
}

describeOnBothEngines("what comes after the week's list was drawn up", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["o1", "o2"]) await addOrganisation(id, "s1");
    await addBranch("joint", "s1");
    await addMember({ id: "secretary", branchId: "joint", organisationId: "o1" });
    await addMember({ id: "other", branchId: "joint", organisationId: "o2" });
    const grant = { role: "branch-secretary", scopeKind: "branch", scopeId: "joint", since: "2020-01-01" };
    await db().roleGrant.create({ data: { memberId: "secretary", ...grant } });
    // Due on Tuesday, the 24th.
    await issueList("2026", [{}], ISSUED);
  });

  it("adds nothing before the morning of the week, and draws the lists up where nobody did", async () => {
    expect(await addToLists(at("23", "06:59"))).toBe(0);
    expect(await db().reminderList.count()).toBe(0);
    expect(await addToLists(MONDAY)).toBe(0);
    expect(await items()).toEqual(["2026-W13 o1 示例谈心", "2026-W13 o2 示例谈心"]);
    expect(await told()).toEqual(["reminders:2026-W13:branch:joint 这一周有2件责任要办"]);
  });

  it("is added once, also by two at once, and told once that day of these alone", async () => {
    await issueLate("示例补课", "2026-03-27", at("24", "09:00"));
    await issueLate("示例下周", "2026-03-31", at("24", "09:00"));
    const both = await Promise.all([addToLists(at("24", "09:30")), addToLists(at("24", "09:30"))]);
    expect(both[0] + both[1]).toBe(2);
    expect(await addToLists(at("24", "10:30"))).toBe(0);
    expect(await items()).toEqual(["o1", "o2"].flatMap((id) => [`2026-W13 ${id} 示例谈心`, `2026-W13 ${id} 示例补课`]));
    expect((await told()).slice(1)).toEqual(["reminders-added:2026-03-24:branch:joint 这一周的提醒清单添了2件责任"]);
    await issueLate("示例走访", "2026-03-26", at("24", "14:00"));
    expect(await addToLists(at("24", "14:30"))).toBe(2);
    expect(await told()).toHaveLength(2);
    await issueLate("示例座谈", "2026-03-29", at("25", "14:00"));
    expect(await addToLists(at("25", "14:30"))).toBe(2);
    expect((await told()).slice(2)).toEqual(["reminders-added:2026-03-25:branch:joint 这一周的提醒清单添了2件责任"]);
  });

  it("makes a list for an organisation that had nothing to do, and leaves the next week's to its morning", async () => {
    await db().reminderList.deleteMany({ where: { organisationId: "o2" } });
    expect(await addToLists(at("26", "09:00"))).toBe(4);
    expect((await db().reminderList.findFirstOrThrow({ where: { organisationId: "o2" } })).drawnOn).toBe("2026-03-26");
    expect(await addToLists(at("30", "06:00"))).toBe(0);
    expect(await drawUpLists(at("30", "07:00"))).toBe(2);
    expect(await addToLists(at("30", "08:00"))).toBe(0);
  });
});
