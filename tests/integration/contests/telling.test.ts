import { beforeAll, expect, test } from "vitest";
import { joinContest, leaveContest } from "@/features/contests/mutations/join-contest";
import { withdrawContest } from "@/features/contests/mutations/step-contest";
import { settleContests } from "@/features/contests/mutations/settle-contests";
import { tellRegistered } from "@/features/contests/mutations/tell-registered";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { addBank, addContest, planAt } from "@/tests/factories/contests";
import { addMember } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

/** 21:00 in Shanghai; the window opens at 22:00, when nobody is to be woken, and ends at midnight. */
const NOW = new Date("2026-11-22T13:00:00Z");
const MINUTE = 60_000;
const after = (minutes: number): Date => new Date(NOW.getTime() + minutes * MINUTE);
const OPEN = after(60);

const join = (contestId: string, memberId: string, now = NOW) =>
  joinContest({
    own: { memberId },
    contestId,
    showName: false,
    bytes: new TextEncoder().encode(memberId.padEnd(16, ".")),
    now,
  });
const told = (key: string) =>
  db().notice.findMany({
    where: { key },
    orderBy: { memberId: "asc" },
    select: { memberId: true, href: true, title: true },
  });

describeOnBothEngines("those who registered for a contest", () => {
  beforeAll(async () => {
    for (const id of ["anna", "berta", "clara", "dora", "writer", "reviewer"]) await addMember({ id });
    await addBank("bank", { count: 6 });
    await db().emailAddress.create({
      data: { memberId: "anna", cipher: "-", confirmedAt: NOW, createdAt: NOW },
    });
  });

  test("are told once that it opened, by day outside of the product, with the way there", async () => {
    const contestId = await addContest(NOW, { closes: planAt(after(36 * 60)).closes });
    for (const id of ["anna", "berta", "clara"]) await join(contestId, id);
    await leaveContest({ own: { memberId: "berta" }, contestId, now: NOW });
    await db().member.update({ where: { id: "clara" }, data: { state: "left" } });
    expect(await tellRegistered(after(59))).toBe(0);
    await join(contestId, "dora", after(61));
    expect(await tellRegistered(after(61))).toBe(1);
    expect(await tellRegistered(after(62))).toBe(0);
    expect(await told(`contest-open:${contestId}`)).toEqual([
      { memberId: "anna", href: `/contests/${contestId}`, title: "知识竞赛“示例知识竞赛”开始了" },
    ]);
    const deliveries = await db().delivery.findMany({ where: { key: `email:anna:contest-open:${contestId}` } });
    expect(deliveries.map(({ nextAt }) => nextAt)).toEqual([new Date("2026-11-22T23:30:00Z")]);
    await db().member.update({ where: { id: "clara" }, data: { state: "active" } });
    await db().contest.delete({ where: { id: contestId } });
    forgetRemembered();
  });

  test("are told once that it was taken back, and not that it opens", async () => {
    const [kept, draft] = [await addContest(NOW), await addContest(NOW)];
    for (const contestId of [kept, draft]) await join(contestId, "anna");
    await leaveContest({ own: { memberId: "anna" }, contestId: draft, now: NOW });
    for (const contestId of [kept, draft])
      await withdrawContest({ contestId, version: 2, actorId: "writer", now: NOW });
    expect([await tellRegistered(after(1)), await tellRegistered(OPEN)]).toEqual([1, 0]);
    expect(await told(`contest-withdrawn:${kept}`)).toEqual([
      { memberId: "anna", href: "/contests", title: "知识竞赛“示例知识竞赛”收回了，不办了" },
    ]);
    expect([await told(`contest-withdrawn:${draft}`), await told(`contest-open:${kept}`)]).toEqual([[], []]);
  });

  test("find the results by the word about them", async () => {
    const contestId = await addContest(NOW);
    await join(contestId, "anna");
    const score = { state: "closed", closedBy: "submitted", score: 2_000, maxScore: 2_000, passed: true };
    const when = { startedAt: OPEN, closedAt: after(70) };
    const { paper } = await db().contestEntry.findFirstOrThrow({ where: { contestId } });
    await db().attempt.create({
      data: { quizId: contestId, memberId: "anna", number: 1, paper, ...score, ...when },
    });
    forgetRemembered();
    await settleContests(after(181));
    expect((await told(`contest-result:${contestId}`)).map(({ href }) => href)).toEqual([`/contests/${contestId}`]);
  });
});
