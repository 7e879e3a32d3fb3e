import { beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/v1/quizzes/route";
import { readPracticeQuizzes } from "@/features/quizzes/content";
import { loadQuizzes } from "@/features/quizzes/mutations";
import type { QuizList } from "@/features/quizzes/schema";
import { db } from "@/lib/db";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { addMember } from "@/tests/factories/small-zone";
import { callRoute } from "@/tests/support/api-calls";
import { browserOf } from "@/tests/support/attempt-calls";
import { expectConforms } from "@/tests/support/conformance";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);
const NOW = new Date("2026-11-21T00:00:00Z");

async function listFor(cookie: string): Promise<QuizList> {
  const { status, body } = await callRoute(GET, { path: "/quizzes", cookie }, {});
  await expectConforms("listQuizzes", status, body);
  return body as QuizList;
}

describeOnBothEngines("GET /quizzes", () => {
  let questionIds: string[];
  let cookie: string;

  beforeAll(async () => {
    questionIds = await addPlainQuestions("listing");
    cookie = await cookieOf(await addMember({ id: "anna" }));
  });

  test("sorts by phase; drafts and withdrawn ones do not appear", async () => {
    const open = await addQuiz(questionIds);
    const upcoming = await addQuiz(questionIds, { opensAt: inDays(1) });
    const past = [
      await addQuiz(questionIds, { opensAt: inDays(-9), closesAt: inDays(-1) }),
      await addQuiz(questionIds, { opensAt: inDays(-8), closesAt: inDays(-1) }),
    ];
    const hidden = [await addQuiz(questionIds, { state: "draft" }), await addQuiz(questionIds, { state: "withdrawn" })];
    const list = await listFor(cookie);
    expect(list.open.map(({ id }) => id)).toEqual([open]);
    expect(list.upcoming.map(({ id }) => id)).toEqual([upcoming]);
    expect(list.past.map(({ id }) => id)).toEqual(past.reverse());
    for (const id of hidden) expect(JSON.stringify(list)).not.toContain(id);
    expect(list.open[0]).toMatchObject({
      questions: 6,
      maxScore: 3_000,
      notice: null,
      own: { attempts: 0, bestScore: null },
    });
  });

  test("tells what one did so far: open, best of the closed, attempts left; another's attempts play no part", async () => {
    const quizId = await addQuiz(questionIds, { maxAttempts: 3 });
    const browser = browserOf(cookie);
    const otherCookie = await cookieOf(await addMember({ id: "berta" }));
    await browserOf(otherCookie).start(quizId);
    const own = async () => (await listFor(cookie)).open.find(({ id }) => id === quizId)?.own;
    const first = (await browser.start(quizId)).body;
    expect(await own()).toMatchObject({ attempts: 1, attemptsLeft: 2, openAttemptId: first.attemptId, passed: false });
    await browser.submit(first.attemptId, { revision: 1, answers: rightAnswers(first) });
    const second = (await browser.start(quizId)).body;
    await browser.submit(second.attemptId);
    expect(await own()).toEqual({
      ...{ attempts: 2, attemptsLeft: 1, openAttemptId: null, latestAttemptId: second.attemptId },
      ...{ bestScore: 3_000, bestMaxScore: 3_000, passed: true },
    });
  });

  test("says with the personal time factor how long one has, and when no paper can be had", async () => {
    await db().member.update({ where: { id: "anna" }, data: { timeFactor: 150 } });
    const limited = await addQuiz(questionIds, { limitSeconds: 600 });
    const empty = await addQuiz(["nothing"]);
    const { open } = await listFor(cookie);
    expect(open.find(({ id }) => id === limited)?.limitSeconds).toBe(900);
    expect(open.find(({ id }) => id === empty)?.notice).toContain("题库");
  });
});

describeOnBothEngines("loading the standing practice quizzes", () => {
  const rows = () => db().quiz.findMany({ orderBy: { key: "asc" } });

  test("once or many times, also at once, gives the same five", async () => {
    await Promise.all([loadQuizzes({ now: NOW }), loadQuizzes({ now: NOW })]);
    const before = await rows();
    expect(before).toHaveLength(5);
    expect(await loadQuizzes({ now: new Date() })).toEqual({ loaded: 5, withdrawn: 0 });
    expect(await rows()).toEqual(before);
    expect(before.find(({ key }) => key === "library/four-periods")).toMatchObject({
      ...{ kind: "practice", limitSeconds: 1_200, maxAttempts: 3, passPercent: 60, state: "released" },
      opensAt: new Date("2025-12-31T16:00:00Z"),
    });
  });

  test("takes over what changed, withdraws what is gone, brings back what returns; others stay", async () => {
    const other = await addQuiz([]);
    const [first, ...rest] = readPracticeQuizzes();
    if (!first) throw new Error("no quiz");
    expect(await loadQuizzes({ now: NOW, quizzes: [{ ...first, title: "新题名" }] })).toEqual({
      loaded: 1,
      withdrawn: rest.length,
    });
    const states = new Map((await rows()).map(({ key, title, state }) => [key, `${title} ${state}`]));
    expect(states.get(`library/${first.key}`)).toBe("新题名 released");
    expect(states.get(`library/${rest[0]?.key ?? ""}`)).toContain("withdrawn");
    expect((await db().quiz.findUniqueOrThrow({ where: { id: other } })).state).toBe("released");
    await loadQuizzes({ now: NOW });
    expect((await rows()).every(({ state }) => state === "released")).toBe(true);
  });
});
