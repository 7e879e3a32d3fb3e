import { beforeAll, expect, it } from "vitest";
import type { BranchScope, OrganisationScope, ZoneScope } from "@/features/access/types";
import { deferDuty, reportDuty, returnDuty } from "@/features/duties/mutations/do-duty";
import { drawUpLists } from "@/features/reminders/mutations/draw-up-lists";
import { listAnswered, listReminders } from "@/features/reminders/queries/lists";
import { answeredLine, earlierWeeks, reminderCard } from "@/features/reminders/view";
import { drawUpRemindersJob } from "@/jobs/draw-up-reminders";
import { db } from "@/lib/db";
import { issueList } from "@/tests/factories/duties";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const MONDAY = new Date("2026-03-23T02:00:00Z");
const TODAY = "2026-03-23";
const BRANCH = { branchId: "joint" } as BranchScope;
const by = { actorId: "secretary", now: MONDAY };

describeOnBothEngines("the weekly reminder list", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["o1", "o2", "o3"]) await addOrganisation(id, "s1");
    await addBranch("joint", "s1");
    await addMember({ id: "secretary", branchId: "joint", organisationId: "o1" });
    await addMember({ id: "a", branchId: "joint", organisationId: "o2" });
    // 2026-03-24, a Tuesday, and for the months the last working day.
    const lines = [{}, { title: "示例学习", rhythm: "monthly", daysBefore: 0 }] as const;
    await issueList("2026", lines, new Date("2026-02-25T02:00:00Z"));
  });

  it("is drawn up once for each organisation, whoever comes first", async () => {
    const drawn = await Promise.all([drawUpLists(MONDAY), drawUpLists(MONDAY)]);
    expect(drawn[0] + drawn[1]).toBe(3);
    expect(await drawUpLists(new Date("2026-03-26T02:00:00Z"))).toBe(0);
    expect(await db().reminderList.count()).toBe(3);
  });

  it("holds what is due this week and what is overdue, and nothing else", async () => {
    const { present, earlier } = await listReminders(BRANCH, TODAY);
    expect(earlier).toEqual([]);
    expect(present.map(({ items }) => items.map(({ why, dueOn }) => `${why} ${dueOn}`))).toEqual(
      ["o1", "o2"].map(() => ["overdue 2026-02-28", "due 2026-03-24"]),
    );
    const card = reminderCard(present[0]?.items[0] as never, TODAY, true);
    expect(card).toMatchObject({ why: "2月28日的日子过了，2月的一次", reply: null });
    const days = present[0]?.items.map((row) => reminderCard(row, TODAY, true).proposed.date);
    expect(days).toEqual(["2026-03-30", "2026-03-31"]);
  });

  it("an organisation without a branch has its own, and sees no other", async () => {
    const { present } = await listReminders({ organisationId: "o3" } as OrganisationScope, TODAY);
    expect(present.flatMap(({ items }) => items.map(({ duty }) => duty.organisationId))).toEqual(["o3", "o3"]);
  });

  it("is answered by what is done about the duty, on whichever page; given back it waits again", async () => {
    const [item, second] = (await listReminders(BRANCH, TODAY)).present[0]?.items ?? [];
    const dutyId = item?.duty.id ?? "";
    const done = { manner: "offline" as const, evidence: "", link: "" };
    await reportDuty({ dutyId, version: 0, ...done, ...by });
    const off = { until: "2026-03-31", reason: "overhaul" as const, note: "" };
    await deferDuty({ dutyId: second?.duty.id ?? "", version: 0, ...off, ...by });
    const cards = async () =>
      ((await listReminders(BRANCH, TODAY)).present[0]?.items ?? []).map((row) => reminderCard(row, TODAY, false));
    expect((await cards()).map(({ reply }) => reply)).toEqual(["3月23日已线下完成", "3月23日推迟了"]);
    expect((await cards())[1]?.duty.why).toBe("推迟：检修");
    await returnDuty({ dutyId, version: 1, reason: "补一句", actorId: "committee", now: MONDAY });
    expect((await cards())[0]).toMatchObject({ reply: null, duty: { why: "退回：补一句" } });
  });

  it("shows the committee what was said, with the reasons, and how many said nothing", async () => {
    const ZONE = { stationId: null } as ZoneScope;
    const { lists, ...counts } = await listAnswered(ZONE, TODAY);
    expect(counts).toEqual({ total: 3, answered: 1, whole: 0 });
    expect(lists.map((list) => answeredLine(list, TODAY))).toMatchObject([
      {
        ...{ organisation: "示例企业o1", words: "2件里1件有答复" },
        answers: [
          { words: "退回：补一句", isPutOff: false },
          { words: "推迟到3月31日，检修", isPutOff: true },
        ],
      },
    ]);
    expect(await listAnswered({ stationId: "elsewhere" } as ZoneScope, TODAY)).toMatchObject({ lists: [], total: 0 });
    expect(await listAnswered(ZONE, "2026-03-30")).toMatchObject({ total: 0 });
  });

  it("of the week before tells how it was answered", async () => {
    const next = new Date("2026-03-30T02:00:00Z");
    expect(await drawUpLists(next)).toBe(3);
    const { earlier } = await listReminders(BRANCH, "2026-03-30");
    expect(earlierWeeks(earlier)).toEqual([{ title: "2026年第13周", words: "4件，2件有答复" }]);
  });

  it("waits for the first working day of a week, in the morning, and catches up", () => {
    const period = (at: string) => drawUpRemindersJob.periodOf(new Date(at));
    expect(period("2026-10-07T02:00:00Z")).toBeNull();
    expect(period("2026-10-07T22:59:59Z")).toBeNull();
    expect(period("2026-10-07T23:00:00Z")).toBe("2026-W41");
    expect(period("2026-10-11T02:00:00Z")).toBe("2026-W41");
    expect(period("2026-02-20T02:00:00Z")).toBeNull();
  });
});
