import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closeOverdueAttempts } from "@/features/attempts/mutations/close-overdue-attempts";
import { settleContests } from "@/features/contests/mutations/settle-contests";
import { withdrawContest } from "@/features/contests/mutations/step-contest";
import { editMember } from "@/features/members/mutations/edit-member";
import type { PublicPaper } from "@/domain/quizzes/types";
import type { ContestPlan } from "@/features/contests/schema";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { addBank, addContest } from "@/tests/factories/contests";
import { cookieOf } from "@/tests/factories/sign-in";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { browserOf, problemOf } from "@/tests/support/attempt-calls";
import { contestsOf } from "@/tests/support/contest-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

const NOW = vi.hoisted(() => ({ value: new Date("2026-11-22T03:00:00Z") }));
vi.mock("@/lib/clock", () => ({ now: () => NOW.value }));

const RELEASED = new Date("2026-11-22T03:00:00Z");
const OPEN = new Date("2026-11-22T04:00:00Z");
const CLOSED = new Date("2026-11-22T06:00:00Z");
const at = (instant: Date, seconds = 0): void => {
  NOW.value = new Date(instant.getTime() + seconds * 1_000);
  forgetRemembered();
};

async function personOf(id: string) {
  const cookie = await cookieOf(id);
  return { ...contestsOf(cookie), ...browserOf(cookie), readContest: contestsOf(cookie).read };
}

/** Registers, and hands in with so many right answers. */
async function takePart(id: string, contestId: string, right: number) {
  const person = await personOf(id);
  await person.join(contestId);
  return answer(id, contestId, right);
}
async function answer(id: string, contestId: string, right: number) {
  const person = await personOf(id);
  const { body: paper } = await person.start(contestId);
  const answers = Object.fromEntries(Object.entries(rightAnswers(paper)).slice(0, right));
  return person.submit(paper.attemptId, { revision: 1, answers });
}
const pointsOf = async (memberId: string) =>
  (await db().pointsEntry.findMany({ where: { memberId }, orderBy: { reason: "asc" } })).map(
    ({ reason, value, source }) => [reason, value, source],
  );
const settle = async () => {
  at(CLOSED, 31);
  await closeOverdueAttempts({ now: NOW.value });
  await settleContests(NOW.value);
};
const release = (over: Partial<ContestPlan> = {}) => {
  at(RELEASED);
  return addContest(RELEASED, over);
};

describeOnBothEngines("taking part in a contest", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["b1", "b2", "b3"]) await addBranch(id, "s1");
    for (const id of ["writer", "reviewer"]) await addMember({ id });
    await addBank("bank", { count: 12 });
  });
  beforeEach(() => at(RELEASED));

  test("one registers and leaves by a button, as often as pressed, and may come back", async () => {
    const contestId = await release();
    await addMember({ id: "anna", branchId: "b1" });
    const anna = await personOf("anna");
    expect((await anna.readContest(contestId)).body).toMatchObject({ phase: "upcoming", people: 0, results: null });
    const both = await Promise.all([anna.join(contestId), anna.join(contestId, { showName: true })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const entry = () =>
      db().contestEntry.findUniqueOrThrow({
        where: { contestId_memberId: { contestId, memberId: "anna" } },
      });
    const first = await entry();
    expect((await anna.readContest(contestId)).body).toMatchObject({ people: 1, own: { registered: true } });
    for (let times = 0; times < 2; times += 1) {
      expect((await anna.leave(contestId)).body).toMatchObject({ registered: false });
    }
    expect((await anna.readContest(contestId)).body).toMatchObject({ people: 0, own: { registered: false } });
    at(OPEN);
    expect(problemOf(await anna.start(contestId))).toMatchObject({ code: "quiz-not-open" });
    await anna.join(contestId);
    const again = await entry();
    expect([again.pseudonym, again.paper]).toEqual([first.pseudonym, first.paper]);
    at(CLOSED);
    expect(problemOf(await anna.join(contestId))).toMatchObject({ code: "conflict" });
  });

  test("drafts and contests taken back do not exist for members", async () => {
    const contestId = await release();
    const anna = await personOf("anna");
    await withdrawContest({ contestId, version: 2, actorId: "writer", now: RELEASED });
    for (const reply of [await anna.readContest(contestId), await anna.join(contestId), await anna.leave(contestId)]) {
      expect(problemOf(reply)).toMatchObject({ code: "not-found" });
    }
    expect((await anna.list()).body.contests.map(({ id }) => id)).not.toContain(contestId);
  });

  test("starts in the window alone, and gets the paper that was drawn at the registration", async () => {
    const contestId = await release();
    await addMember({ id: "berta", branchId: "b1" });
    const berta = await personOf("berta");
    at(OPEN);
    expect(problemOf(await berta.start(contestId)).detail).toContain("报名");
    await berta.join(contestId);
    at(OPEN, -1);
    expect(problemOf(await berta.start(contestId))).toMatchObject({ code: "quiz-not-open" });
    at(OPEN);
    const { status, body } = await berta.start(contestId);
    expect([status, body.questions.length]).toEqual([201, 4]);
    const { paper } = await db().contestEntry.findFirstOrThrow({ where: { contestId, memberId: "berta" } });
    const attempt = await db().attempt.findUniqueOrThrow({ where: { id: body.attemptId } });
    expect(attempt.paper).toBe(paper);
    expect(body.deadline).toBe("2026-11-22T04:20:00.000Z");
    at(CLOSED);
    await addMember({ id: "late", branchId: "b1" });
    expect(problemOf(await (await personOf("late")).start(contestId))).toMatchObject({ code: "quiz-not-open" });
  });

  test("more time holds at once, also in a running attempt; what was given is not taken back", async () => {
    const contestId = await release();
    await addMember({ id: "slow", name: "示例", branchId: "b1" });
    const slow = await personOf("slow");
    await slow.join(contestId);
    at(OPEN);
    const { attemptId } = (await slow.start(contestId)).body;
    const edit = async (timeFactor: number, version: number) => {
      const facts = { memberId: "slow", name: "示例", standing: "full" as const, timeFactor, version };
      expect(await editMember({ ...facts, actorId: "writer", now: NOW.value })).toEqual({ ok: true });
      forgetRemembered();
      return (await slow.read(attemptId)).body.deadline;
    };
    expect(await edit(150, 0)).toBe("2026-11-22T04:30:00.000Z");
    expect(await edit(100, 1)).toBe("2026-11-22T04:30:00.000Z");
    at(OPEN, 29 * 60);
    const [question] = (await slow.read(attemptId)).body.questions;
    const saved = await slow.save(attemptId, { revision: 1, answers: { [question?.id ?? ""]: null } });
    expect(saved.status).toBe(200);
    at(OPEN, 31 * 60);
    await slow.read(attemptId);
    await edit(300, 2);
    expect((await slow.read(attemptId)).body.state).toBe("closed");
    expect((await slow.readContest(contestId)).body.limitSeconds).toBe(3_600);
  });

  test("the best of the attempts counts; points come once, those of the score at the end", async () => {
    const contestId = await release();
    await addMember({ id: "clara", branchId: "b1" });
    const first = await takePartOpen("clara", contestId, 3);
    expect(first.body.pointsAwarded).toBe(5);
    expect(first.body.reviewOpensAt).toBe("2026-11-22T06:00:30.000Z");
    const second = await answer("clara", contestId, 1);
    expect(second.body.pointsAwarded).toBe(0);
    const clara = await personOf("clara");
    expect(problemOf(await clara.start(contestId))).toMatchObject({ code: "attempts-used-up" });
    expect(await pointsOf("clara")).toEqual([["contest-taking-part", 5, contestId]]);
    await settle();
    await settleContests(NOW.value);
    expect(await pointsOf("clara")).toEqual([
      ["contest-score", 11, contestId],
      ["contest-taking-part", 5, contestId],
    ]);
    const { body } = await clara.readContest(contestId);
    expect(body.results?.own).toEqual({ place: 1, score: 1_500, shared: false });
    expect((await clara.review(first.body.receipt.attemptId)).status).toBe(200);
    const notices = await db().notice.findMany({ where: { memberId: "clara" } });
    expect(notices.filter(({ text }) => text.includes("有结果了"))).toHaveLength(1);
  });

  async function takePartOpen(id: string, contestId: string, right: number) {
    at(OPEN);
    return takePart(id, contestId, right);
  }

  test("an empty paper brings nothing, a paper left open counts with what was saved", async () => {
    const contestId = await release();
    for (const id of ["empty", "left-open"]) await addMember({ id, branchId: "b1" });
    const empty = await takePartOpen("empty", contestId, 0);
    expect(empty.body.pointsAwarded).toBe(0);
    const open = await personOf("left-open");
    await open.join(contestId);
    const { body: paper } = await open.start(contestId);
    await open.save(paper.attemptId, { revision: 1, answers: rightAnswers(paper) });
    await settle();
    expect(await pointsOf("empty")).toEqual([]);
    expect(await pointsOf("left-open")).toEqual([
      ["contest-score", 15, contestId],
      ["contest-taking-part", 5, contestId],
    ]);
  });

  test("there are no results while somebody may still answer", async () => {
    const contestId = await release();
    await addMember({ id: "dora", branchId: "b1" });
    const dora = await personOf("dora");
    await dora.join(contestId);
    at(CLOSED, -60);
    const { body: paper } = await dora.start(contestId);
    for (const seconds of [0, 30]) {
      at(CLOSED, seconds);
      await settleContests(NOW.value);
      expect((await dora.readContest(contestId)).body).toMatchObject({ phase: "counting", results: null });
    }
    const saved = await dora.submit(paper.attemptId, { revision: 1, answers: rightAnswers(paper) });
    expect(saved.status).toBe(200);
    await settle();
    expect((await dora.readContest(contestId)).body.phase).toBe("ended");
  });

  test("while it runs numbers alone are shown; afterwards the own place, masked names, shared places, pooled branches", async () => {
    const contestId = await release();
    const people = [
      { id: "p1", name: "吴本人", branchId: "b1", right: 4 },
      { id: "p2", name: "郑同支部", branchId: "b1", right: 2 },
      { id: "p3", name: "冯外单位", branchId: "b2", right: 4 },
      { id: "p4", name: "陈愿公开", branchId: "b2", right: 3 },
      { id: "p5", name: "卫又一个", branchId: "b3", right: 1 },
    ];
    for (const { id, name, branchId } of people) await addMember({ id, name, branchId });
    await addMember({ id: "quiet", name: "褚不参加", branchId: "b1" });
    at(OPEN);
    for (const { id, right } of people) await takePart(id, contestId, right);
    await (await personOf("p4")).join(contestId, { showName: true });
    const me = await personOf("p1");
    const running = await me.readContest(contestId);
    expect(running.body).toMatchObject({ phase: "open", people: 5, handedIn: 5, results: null });
    for (const { name } of people) expect(running.text).not.toContain(name.charAt(0));
    await settle();
    const { results } = (await me.readContest(contestId)).body;
    expect(results?.own).toEqual({ place: 1, score: 2_000, shared: true });
    const lines = results?.top.map(({ place, name, tied }) => [place, name, tied]) ?? [];
    expect(lines).toHaveLength(5);
    expect(lines).toEqual(
      expect.arrayContaining([
        [1, "吴本人", true],
        [1, "冯*", true],
        [3, "陈愿公开", false],
        [4, "郑同支部", false],
        [5, "卫*", false],
      ]),
    );
    expect(results?.branches).toEqual([
      { place: 1, name: "（示例站s1）不足五人的支部", people: 5, own: false, average: 1_400 },
    ]);
    const quiet = (await (await personOf("quiet")).readContest(contestId)).body.results;
    expect([quiet?.own, quiet?.top.some(({ name }) => name.startsWith("褚"))]).toEqual([null, false]);
    await (await personOf("p3")).leave(contestId);
    const after = (await me.readContest(contestId)).body.results;
    expect(
      after?.top
        .filter(({ place }) => place === 1)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["吴本人", "已退出"]);
  });

  test("who left before the end is in no list and gets no points of the score", async () => {
    const contestId = await release();
    for (const id of ["stays", "leaves"]) await addMember({ id, branchId: "b2" });
    at(OPEN);
    for (const id of ["stays", "leaves"]) await takePart(id, contestId, 4);
    await (await personOf("leaves")).leave(contestId);
    await settle();
    const { body } = await (await personOf("stays")).readContest(contestId);
    expect([body.people, body.results?.own?.shared]).toEqual([1, false]);
    expect((await pointsOf("leaves")).map(([reason]) => reason)).toEqual(["contest-taking-part"]);
  });

  test("everybody has papers of their own, the same whenever drawn", async () => {
    const contestId = await release();
    const papers: PublicPaper[] = [];
    for (const id of ["x1", "x2", "x3", "x4"]) {
      await addMember({ id, branchId: "b3" });
      const person = await personOf(id);
      at(RELEASED);
      await person.join(contestId);
      at(OPEN);
      papers.push((await person.start(contestId)).body);
    }
    const stems = papers.map(({ questions }) => questions.map(({ stem }) => stem).join());
    expect(new Set(stems).size).toBeGreaterThan(1);
    const ids = papers.flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
