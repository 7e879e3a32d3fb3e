import { beforeAll, describe, expect, it } from "vitest";
import type { ZoneScope } from "@/features/access/types";
import { refreshStudyTotals } from "@/features/figures/mutations/refresh-study-totals";
import { listTopicsOfDesk } from "@/features/figures/queries/desk";
import { getZoneFigures } from "@/features/figures/queries/zone-figures";
import { db, inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { addPerson, answered, assign, result, SINCE } from "@/tests/factories/figures";
import { addBranch, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { addQuiz } from "@/tests/factories/quizzes";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = { quarter: "2026Q4", today: "2026-11-22" };

const FIVE = ["m1", "m2", "m4", "m6", "m7"];
const RECALL = { branchId: "b", quarter: NOW.quarter, topic: "meetings", organisationId: "o" };
const ASK = { ...NOW, standing: "members" } as const;
const ZONE = { stationId: null } as ZoneScope;
const AT_T = { stationId: "t" } as ZoneScope;

/** Everything the desk shows, and everything read anew. */
async function figures(): Promise<{ shown: unknown; anew: unknown }> {
  const read = async () => [
    await getZoneFigures(ASK),
    await listTopicsOfDesk(AT_T, ASK),
    await listTopicsOfDesk(ZONE, ASK),
  ];
  const shown = await read();
  forgetRemembered();
  return { shown, anew: await read() };
}

/** All rows in one order, without their ids. */
async function rows(): Promise<string[]> {
  const found = await db().studyTotal.findMany();
  return found
    .map(({ quarter, organisationId, branchId, memberId, since, until, asked, done, excused }) =>
      [quarter, organisationId, branchId, memberId, since, until, asked, done, excused].join(" "),
    )
    .sort();
}

async function refreshed(): Promise<string[]> {
  await refreshStudyTotals(NOW);
  return rows();
}

/** The same counted from nothing. */
async function countedAnew(): Promise<string[]> {
  await db().studyTotalDay.deleteMany({ where: { quarter: { not: "" } } });
  await db().studyTotal.deleteMany();
  return refreshed();
}

const close = (id: string) => db().attempt.update({ where: { id }, data: { state: "closed" } });
const receipt = (attemptId: string, answeredCount: number) => {
  const sums = { answered: answeredCount, total: 5, score: 0, maxScore: 5, pointsAwarded: 0 };
  const signed = { digest: "x", keyId: "x", signature: "x", submittedAt: new Date() };
  return db().receipt.create({ data: { id: `receipt-${attemptId}`, attemptId, ...sums, ...signed } });
};
const attempt = (id: string, memberId: string) =>
  db().attempt.create({ data: { id, memberId, quizId: "quiz", number: 1, startedAt: new Date(), paper: "{}" } });

/** Everything that study totals are made of, changed one after the other: what is done, and whether the totals differ then. */
const CHANGES: readonly [what: string, differs: boolean, change: () => Promise<unknown>][] = [
  ["an assignment is set", true, () => assign("second", { dueOn: "2026-11-30" })],
  ["one is set for another branch", true, () => assign("other", { branchId: "c", dueOn: "2026-11-01" })],
  ["one is set for chosen people", false, () => assign("chosen", { dueOn: "2026-11-30", chosen: ["m1"] })],
  ["somebody answers", true, () => result("second", "m1", "answered")],
  ["an excuse is noted", true, () => result("second", "m2", "excused")],
  [
    "it is objected to",
    true,
    () => db().assignmentResult.updateMany({ where: { memberId: "m2" }, data: { objectedAt: new Date() } }),
  ],
  ["and taken back", false, () => db().assignmentResult.deleteMany({ where: { memberId: "m2" } })],
  ["an own answer from before", true, () => answered("m3", "lessons/x/second")],
  ["which goes", true, () => db().recall.deleteMany({ where: { memberId: "m3" } })],
  ["a quiz is assigned", true, () => assign("third", { dueOn: "2026-12-30", target: ["quiz", "quiz"] })],
  ["an attempt begins", false, () => attempt("attempt", "m4")],
  ["it is closed", false, () => close("attempt")],
  ["its receipt is written", true, () => receipt("attempt", 3)],
  ["the attempt becomes another's", true, () => db().attempt.updateMany({ data: { memberId: "m3" } })],
  ["the receipt says that nothing was answered", true, () => db().receipt.updateMany({ data: { answered: 0 } })],
  ["and something again", true, () => db().receipt.updateMany({ data: { answered: 1 } })],
  ["the attempt goes", true, () => db().attempt.deleteMany()],
  ["a due date moves", true, () => db().assignment.update({ where: { id: "second" }, data: { dueOn: "2027-01-04" } })],
  [
    "an assignment is withdrawn",
    true,
    () => db().assignment.update({ where: { id: "third" }, data: { state: "withdrawn" } }),
  ],
  ["an assignment goes", true, () => db().assignment.delete({ where: { id: "other" } })],
  ["somebody joins", true, () => addPerson("m5")],
  [
    "somebody changes the branch",
    true,
    async () => {
      await db().membership.updateMany({ where: { memberId: "m1" }, data: { until: "2026-10-31" } });
      await db().membership.create({ data: { memberId: "m1", branchId: "c", since: "2026-11-01" } });
    },
  ],
  [
    "somebody changes the employer",
    true,
    () => db().employment.updateMany({ where: { memberId: "m2" }, data: { organisationId: "p" } }),
  ],
  ["a stay goes", true, () => db().membership.deleteMany({ where: { memberId: "m3" } })],
  ["a job goes", true, () => db().employment.deleteMany({ where: { memberId: "m4" } })],
  [
    "first answers are counted",
    false,
    () =>
      db().recallTotal.createMany({ data: FIVE.map((memberId) => ({ ...RECALL, memberId, firsts: 3, rights: 2 })) }),
  ],
  ["more of them", false, () => db().recallTotal.updateMany({ data: { firsts: 4 } })],
  ["they are taken back", false, () => db().recallTotal.deleteMany()],
  [
    "somebody's standing changes",
    false,
    () => db().member.update({ where: { id: "m1" }, data: { standing: "employee" } }),
  ],
  [
    "an organisation goes to another station",
    false,
    () => db().organisation.update({ where: { id: "o" }, data: { stationId: "t" } }),
  ],
  ["chosen people are fewer", false, () => db().assignee.deleteMany()],
  ["somebody is removed", true, () => db().member.delete({ where: { id: "m5" } })],
];

describeOnBothEngines("study totals", () => {
  beforeAll(async () => {
    for (const id of ["s", "t"]) await addStation(id);
    for (const id of ["b", "c"]) await addBranch(id, "s");
    for (const id of ["o", "p"]) await addOrganisation(id, "s");
    for (const id of ["m1", "m2", "m3", "m4", "m6", "m7"]) await addPerson(id);
    await addPerson("n1", { branchId: "c", organisationId: "p" });
    await addQuiz([], { id: "quiz" });
    await assign("first", { dueOn: "2026-10-12" });
    await refreshed();
  });

  it.each(CHANGES)("are right after a change: %s", async (_, differs, change) => {
    const before = await rows();
    await figures();
    await change();
    const { shown, anew } = await figures();
    expect(shown).toEqual(anew);
    const after = await refreshed();
    expect(await db().studyChange.count()).toBe(0);
    expect(JSON.stringify(after) !== JSON.stringify(before)).toBe(differs);
    expect(after).toEqual(await countedAnew());
  });

  describe("of several quarters and days", () => {
    it("are kept beside each other, and what is seen on another day is counted anew", async () => {
      await assign("autumn", { dueOn: "2026-09-25", setOn: "2026-09-01" });
      await refreshStudyTotals({ quarter: "2026Q3", today: NOW.today });
      await result("autumn", "m2", "answered");
      const both = await refreshed();
      expect(both.filter((row) => row.startsWith("2026Q3 ")).length).toBeGreaterThan(0);
      expect(both.find((row) => row.startsWith("2026Q3 p b m2"))).toMatch(/ 1 1 0$/);

      await refreshStudyTotals({ ...NOW, today: "2026-11-23" });
      expect(await db().studyTotalDay.findMany({ where: { quarter: { not: "" } } })).toEqual([
        { quarter: "2026Q4", day: "2026-11-23", version: 0 },
      ]);
      expect((await rows()).every((row) => row.startsWith("2026Q4 "))).toBe(true);
    });

    it("are made once when many look at the same moment", async () => {
      await db().studyTotalDay.deleteMany({ where: { quarter: { not: "" } } });
      await Promise.all(Array.from({ length: 6 }, () => refreshStudyTotals(NOW)));
      expect(await rows()).toEqual(await countedAnew());
    });
  });

  it("a change that is undone leaves nothing behind", async () => {
    const before = await refreshed();
    const undone = inTransaction(async (tx) => {
      await tx.membership.create({ data: { memberId: "m3", branchId: "b", since: SINCE } });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await db().studyChange.count()).toBe(0);
    expect(await refreshed()).toEqual(before);
  });
});
