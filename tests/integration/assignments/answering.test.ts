import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { withdrawAssignment } from "@/features/assignments/mutations/withdraw-assignment";
import { closeOverdueAttempts } from "@/features/attempts/mutations/close-overdue-attempts";
import { db } from "@/lib/db";
import { addStudy, assign, lesson, study } from "@/tests/factories/assignments";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { browserOf } from "@/tests/support/attempt-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

const SUNDAY = new Date("2026-11-22T02:00:00Z");
/** The last second of Friday 27 November in Shanghai, and the first of the day after. */
const IN_TIME = new Date("2026-11-27T15:59:59Z");
const TOO_LATE = new Date("2026-11-27T16:00:00Z");

let counter = 0;
/** A lesson of its own for each test. */
async function freshLesson(): Promise<string> {
  counter += 1;
  return addStudy(`lessons/answering/${String(counter).padStart(2, "0")}-x`);
}

const resultOf = (assignmentId: string, memberId: string) =>
  db().assignmentResult.findUnique({
    where: { assignmentId_memberId: { assignmentId, memberId } },
    select: { kind: true, on: true, recordedById: true, objectedAt: true },
  });
const ANSWERED = { kind: "answered", recordedById: null, objectedAt: null };
const paid = (memberId: string) =>
  db().pointsEntry.findMany({
    where: { memberId, reason: "assigned-study" },
    select: { source: true, value: true, businessDate: true },
  });

describeOnBothEngines("answering what was assigned", () => {
  let questions: string[] = [];

  beforeAll(async () => {
    await addStation("s1");
    await addBranch("b1", "s1");
    await addBranch("b2", "s1");
    await addMember({ id: "officer", branchId: "b1" });
    questions = await addPlainQuestions("a");
  });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: SUNDAY });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ["on the last second of its day: done and paid", IN_TIME, "2026-11-27", 2],
    ["a second later: done, without points", TOO_LATE, "2026-11-28", 0],
  ])("%s", async (_sentence, now, on, points) => {
    const memberId = await addMember({ id: `at-${on}`, branchId: "b1" });
    const id = await freshLesson();
    const assignment = await assign({ branchId: "b1", targets: lesson(id), now: SUNDAY });
    const outcome = await study(memberId, id, now);
    expect(outcome.assignedPoints).toBe(points);
    expect(await study(memberId, id, new Date())).toEqual(outcome);
    expect(await resultOf(assignment, memberId)).toEqual({ ...ANSWERED, on });
    const expected = points === 0 ? [] : [{ source: assignment, value: points, businessDate: on }];
    expect(await paid(memberId)).toEqual(expected);
  });

  it("sent twice writes one row and pays once", async () => {
    const memberId = await addMember({ id: "twice", branchId: "b1" });
    const id = await freshLesson();
    await assign({ branchId: "b1", targets: lesson(id), now: SUNDAY });
    await Promise.all(Array.from({ length: 5 }, () => study(memberId, id, IN_TIME)));
    expect(await db().assignmentResult.count({ where: { memberId } })).toBe(1);
    expect(await paid(memberId)).toHaveLength(1);
  });

  it("of another branch, of other people or withdrawn is not touched", async () => {
    const memberId = await addMember({ id: "bystander", branchId: "b1" });
    const chosen = await addMember({ id: "chosen", branchId: "b2" });
    const id = await freshLesson();
    await assign({ branchId: "b2", targets: lesson(id), memberIds: [chosen], now: SUNDAY });
    const gone = await assign({ branchId: "b1", targets: lesson(id), now: SUNDAY });
    await withdrawAssignment({ assignmentId: gone, branchId: "b1", actorId: "officer", now: SUNDAY });
    await study(memberId, id, IN_TIME);
    expect(await db().assignmentResult.count({ where: { memberId } })).toBe(0);
    expect(await paid(memberId)).toEqual([]);
    await study(chosen, id, IN_TIME);
    expect(await db().assignmentResult.count({ where: { memberId: chosen } })).toBe(1);
    expect(await paid(chosen)).toHaveLength(1);
  });

  it("follows people who move: who came before the due date is asked, who came after it is not", async () => {
    const id = await freshLesson();
    const assignment = await assign({ branchId: "b1", targets: lesson(id), now: SUNDAY });
    const move = async (memberId: string, branchId: string, since: string, until: string | null) =>
      db().membership.create({ data: { memberId, branchId, since, until } });
    for (const memberId of ["newcomer", "latecomer", "leaver"]) await addMember({ id: memberId });
    await move("newcomer", "b1", "2026-11-27", null);
    await move("latecomer", "b1", "2026-11-28", null);
    await move("leaver", "b1", "2020-01-01", "2026-11-26");
    await move("leaver", "b2", "2026-11-27", null);
    for (const memberId of ["newcomer", "latecomer", "leaver"]) await study(memberId, id, TOO_LATE);
    expect(await resultOf(assignment, "newcomer")).toEqual({ ...ANSWERED, on: "2026-11-28" });
    expect(await resultOf(assignment, "latecomer")).toBeNull();
    expect(await resultOf(assignment, "leaver")).toBeNull();
  });

  it("set by the old and the new branch is done for both and paid once", async () => {
    const memberId = await addMember({ id: "both", branchId: "b1" });
    const id = await freshLesson();
    const first = await assign({ branchId: "b1", targets: lesson(id), memberIds: [memberId], now: SUNDAY });
    await db().membership.updateMany({ where: { memberId }, data: { until: "2026-11-23" } });
    await db().membership.create({ data: { memberId, branchId: "b2", since: "2026-11-24" } });
    const second = await assign({ branchId: "b2", targets: lesson(id), now: SUNDAY, dueOn: "2026-11-26" });
    await study(memberId, id, new Date("2026-11-25T02:00:00Z"));
    expect(await resultOf(first, memberId)).toMatchObject(ANSWERED);
    expect(await resultOf(second, memberId)).toMatchObject(ANSWERED);
    expect(await paid(memberId)).toEqual([{ source: second, value: 2, businessDate: "2026-11-25" }]);
  });

  it("takes the place of an officer's record, also of one that was objected to", async () => {
    const memberId = await addMember({ id: "recorded", branchId: "b1" });
    const id = await freshLesson();
    const assignmentId = await assign({ branchId: "b1", targets: lesson(id), now: SUNDAY });
    await db().assignmentResult.create({
      data: {
        ...{ assignmentId, memberId, kind: "offline", on: "2026-11-22", manner: "talk", recordedById: "officer" },
        ...{ recordedAt: SUNDAY, objectedAt: SUNDAY, objection: "没有学" },
      },
    });
    await study(memberId, id, IN_TIME);
    expect(await resultOf(assignmentId, memberId)).toEqual({ ...ANSWERED, on: "2026-11-27" });
    expect(await paid(memberId)).toHaveLength(1);
  });

  it("an entry is paid for itself and for the assignment; the daily limit holds for both together", async () => {
    const memberId = await addMember({ id: "limited", branchId: "b1" });
    await addStudy("daily/11-26");
    await assign({ branchId: "b1", targets: [{ kind: "entry", id: "daily/11-26" }], now: SUNDAY });
    await db().pointsEntry.create({
      data: {
        ...{ memberId, reason: "review", source: "r", value: 18, at: IN_TIME, businessDate: "2026-11-27" },
        ...{ quarter: "2026Q4", tableVersion: "2026Q4" },
      },
    });
    await study(memberId, "daily/11-26", IN_TIME);
    const rows = await db().pointsEntry.findMany({ where: { memberId, NOT: { source: "r" } } });
    expect(rows.map(({ reason, value }) => [reason, value]).sort()).toEqual([
      ["assigned-study", 1],
      ["daily-entry", 1],
    ]);
  });

  it("a quiz is done by handing in, whatever the score, and the receipt names the points", async () => {
    const memberId = await addMember({ id: "quizzed", branchId: "b1" });
    const browser = browserOf(await cookieOf(memberId));
    const quizId = await addQuiz(questions);
    const assignmentId = await assign({ branchId: "b1", targets: [{ kind: "quiz", id: quizId }], now: SUNDAY });
    const empty = (await browser.start(quizId)).body;
    expect((await browser.submit(empty.attemptId)).body.pointsAwarded).toBe(0);
    expect(await resultOf(assignmentId, memberId)).toBeNull();
    const paper = (await browser.start(quizId)).body;
    const one = Object.fromEntries(Object.entries(rightAnswers(paper)).slice(0, 1));
    const { body } = await browser.submit(paper.attemptId, { revision: 1, answers: one });
    expect(body.pointsAwarded).toBe(2);
    expect((await browser.submit(paper.attemptId)).body).toEqual(body);
    expect(await resultOf(assignmentId, memberId)).toEqual({ ...ANSWERED, on: "2026-11-22" });
    const third = (await browser.start(quizId)).body;
    const all = { revision: 1, answers: rightAnswers(third) };
    expect((await browser.submit(third.attemptId, all)).body.pointsAwarded).toBe(1);
    expect(await paid(memberId)).toHaveLength(1);
  });

  it("a quiz left open counts for the day on which its time ran out, whoever closes it and when", async () => {
    const memberId = await addMember({ id: "left-open", branchId: "b1" });
    const browser = browserOf(await cookieOf(memberId));
    const quizId = await addQuiz(questions, { limitSeconds: 60 });
    const targets = [{ kind: "quiz", id: quizId } as const];
    const assignmentId = await assign({ branchId: "b1", targets, now: SUNDAY, dueOn: "2026-11-22" });
    const paper = (await browser.start(quizId)).body;
    await browser.save(paper.attemptId, { revision: 1, answers: rightAnswers(paper) });
    await closeOverdueAttempts({ now: new Date("2026-11-24T02:00:00Z") });
    expect(await resultOf(assignmentId, memberId)).toEqual({ ...ANSWERED, on: "2026-11-22" });
    expect(await paid(memberId)).toMatchObject([{ source: assignmentId, value: 2 }]);
  });
});
