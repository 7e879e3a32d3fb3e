import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as listQuizzes } from "@/app/api/v1/quizzes/route";
import type { QuestionVersionData } from "@/domain/quizzes/types";
import { db } from "@/lib/db";
import { dropSingleton } from "@/lib/singleton";
import { addContest, ANY } from "@/tests/factories/contests";
import { addQuestion, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { addMember } from "@/tests/factories/small-zone";
import { bank, otherBank } from "@/tests/factories/twin-banks";
import { callRoute } from "@/tests/support/api-calls";
import { browserOf } from "@/tests/support/attempt-calls";
import { contestsOf } from "@/tests/support/contest-calls";
import { describeOnBothEngines } from "@/tests/support/database";

/**
 * The same quiz is built twice: same stems, same options, ids, seed and clock; other keys, accepted variants,
 * explanations, passages and sources. Whatever the API answers before the review opens must be the same byte for byte.
 */

let drawn = 0;
vi.mock("@/lib/randomness", () => ({
  newId: () => `00000000-0000-7000-8000-${String((drawn += 1)).padStart(12, "0")}`,
  newSeed: () => "the-seed",
  newBytes: (length: number) => new Uint8Array(length).fill((drawn += 1)),
}));

const NOW = new Date("2026-11-21T00:00:00.000Z");
const CLOSES = new Date("2026-11-22T00:00:00.000Z");

/** Empties what the last run left, so that every id is the same again. */
async function clear(): Promise<void> {
  const client = db();
  for (const table of [client.response, client.receipt, client.attempt, client.quiz, client.member] as const) {
    await (table as { deleteMany: () => Promise<unknown> }).deleteMany();
  }
  await client.question.updateMany({ data: { versionId: null } });
  await client.questionVersion.deleteMany();
  await client.question.deleteMany();
  for (const name of ["attempts.papers", "questions.versions", "remembered"]) dropSingleton(name);
  drawn = 0;
}

/** Every reply that a person gets before the review opens, as text; right, wrong, empty and late requests alike. */
async function replies(versions: readonly QuestionVersionData[]): Promise<string[]> {
  await clear();
  for (const version of versions) await addQuestion(version);
  const cookie = await cookieOf(await addMember({ id: "anna" }));
  const ids = versions.map(({ questionId }) => questionId);
  const rules = { reviewOpens: "after-window", closesAt: CLOSES, limitSeconds: 600, passPercent: 100 };
  const blueprint = JSON.stringify({ parts: [{ count: ids.length, points: 5 }] });
  const quizId = await addQuiz(ids, { ...rules, id: "fixed-list", key: "fixed-list" });
  const byBlueprint = await addQuiz([], { ...rules, id: "blueprint", key: "blueprint", fixedList: null, blueprint });
  const browser = browserOf(cookie);
  const texts: string[] = [];
  const keep = <Reply extends { status: number; text: string; headers: Headers }>(reply: Reply): Reply => {
    texts.push(`${reply.status} ${JSON.stringify([...reply.headers])} ${reply.text}`);
    return reply;
  };
  const list = async () => keep(await callRoute(listQuizzes, { path: "/quizzes", cookie }, {}));

  await list();
  const { body: paper } = keep(await browser.start(quizId));
  const id = paper.attemptId;
  keep(await browser.start(quizId));
  keep(await browser.read(id));
  for (const [at, question] of paper.questions.entries()) {
    const values: unknown[] = [true, false, null, "o-none", ["瑞金", "1931"], ["", ""], {}];
    if ("options" in question)
      values.push(
        ...question.options.map((each) => each.id),
        question.options.map((each) => each.id),
      );
    if ("left" in question)
      values.push(Object.fromEntries(question.left.map((each, side) => [each.id, question.right[side]?.id])));
    for (const value of values) keep(await browser.save(id, { revision: at + 1, answers: { [question.id]: value } }));
    keep(await browser.save(id, { revision: 0, answers: { [question.id]: null } }));
    keep(await browser.save(id, { revision: at + 1, answers: { [question.id]: null } }));
  }
  keep(await browser.read(id));
  keep(await browser.review(id));
  await list();
  // Nothing is answered any more, so that the score, which is the receipt's to tell, is 0 whatever the key.
  keep(await browser.submit(id));
  keep(await browser.submit(id));
  keep(await browser.save(id, { revision: 99, answers: { [paper.questions[0]?.id ?? ""]: null } }));
  keep(await browser.read(id));
  keep(await browser.review(id));
  await list();

  keep(await browser.start(byBlueprint));
  await throughContest(cookie, keep);
  return texts;
}

type Keep = <Reply extends { status: number; text: string; headers: Headers }>(reply: Reply) => Reply;

/**
 * A contest from the registration to the handed-in paper. Its seal is a digest over the keys too, under a seed that nobody
 * knows: it differs as it should, and is the one thing that is left out of the comparison.
 */
async function throughContest(cookie: string, keep: Keep): Promise<void> {
  const parts = [{ ...ANY, count: 6, points: 5 }];
  await addMember({ id: "writer" });
  const times = { opens: "2026-11-21T08:01", closes: "2026-11-21T10:00" };
  const contestId = await addContest(NOW, { ...times, parts, hasPractice: false });
  const [contests, browser] = [contestsOf(cookie), browserOf(cookie)];
  const look = async () => {
    const page = await contests.read(contestId);
    keep({ ...page, text: page.text.replace(page.body.seal, "the-seal") });
    keep(await contests.list());
  };
  await look();
  keep(await browser.start(contestId));
  keep(await contests.join(contestId));
  keep(await browser.start(contestId));
  vi.setSystemTime(new Date(NOW.getTime() + 60_000));
  const { body: paper } = keep(await browser.start(contestId));
  await look();
  keep(await browser.submit(paper.attemptId));
  keep(await browser.review(paper.attemptId));
  await look();
  vi.setSystemTime(NOW);
}

describeOnBothEngines("answers never leave the server before they may", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("two quizzes that differ in what tells the answers give byte-identical replies until the review opens", async () => {
    const one = await replies(bank);
    expect(one.length).toBeGreaterThan(60);
    expect(await replies(otherBank)).toEqual(one);
  });

  test("no reply before the opening holds an explanation, a passage, an accepted variant or a key's name", async () => {
    const text = (await replies(bank)).join("\n");
    for (const secret of [
      "甲乙丙",
      "原文",
      "1月15日，会议",
      "一九三一",
      '"key"',
      '"right":["',
      "question-",
      "-v1",
      "the-seed",
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  test("once the review opens the replies do differ: the comparison sees what it should", async () => {
    const review = async (versions: readonly QuestionVersionData[]) => {
      await replies(versions);
      vi.setSystemTime(new Date(CLOSES.getTime() + 30_000));
      const attempt = await db().attempt.findFirstOrThrow({ where: { quizId: "fixed-list" } });
      const text = (await browserOf(await cookieOf("anna")).review(attempt.id)).text;
      vi.setSystemTime(NOW);
      return text;
    };
    const one = await review(bank);
    expect(one).toContain("解析甲乙丙");
    expect(await review(otherBank)).not.toBe(one);
  });
});

describe("the face of a question", () => {
  test("this file's two banks look alike and differ in every key", () => {
    for (const [at, version] of bank.entries()) {
      expect(otherBank[at]?.stem).toBe(version.stem);
      expect(otherBank[at]?.body).not.toEqual(version.body);
    }
  });
});
