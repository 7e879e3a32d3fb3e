import { beforeAll, expect, test } from "vitest";
import { TAKEN_DOWN_STEM } from "@/features/attempts/view";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { makeVersion, PLAIN_BODIES } from "@/tests/factories/question-versions";
import { addPlainQuestions, addQuestion, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { addMember } from "@/tests/factories/small-zone";
import { browserOf, problemOf, type Browser } from "@/tests/support/attempt-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);

async function takeDown(targetKind: string, targetId: string): Promise<void> {
  await db().takedown.create({ data: { targetKind, targetId, reason: "示例", takenById: "anna" } });
  forgetRemembered();
}

describeOnBothEngines("starting and what a paper is made of", () => {
  let questionIds: string[];
  let browser: Browser;

  beforeAll(async () => {
    questionIds = await addPlainQuestions("starting");
    browser = browserOf(await cookieOf(await addMember({ id: "anna" })));
  });

  test("a double tap starts one attempt: 201 once, then 200 with the same paper", async () => {
    const quizId = await addQuiz(questionIds);
    const replies = await Promise.all(Array.from({ length: 10 }, () => browser.start(quizId)));
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    expect(new Set(replies.map(({ body }) => body.attemptId)).size).toBe(1);
    expect(new Set(replies.map(({ body }) => JSON.stringify(body.questions))).size).toBe(1);
    expect(await db().attempt.count({ where: { quizId } })).toBe(1);
  });

  test("the paper is stored before it is shown, and read again as it was", async () => {
    const { body } = await browser.start(await addQuiz(questionIds));
    const { paper } = await db().attempt.findUniqueOrThrow({ where: { id: body.attemptId } });
    for (const { id } of body.questions) expect(paper).toContain(id);
    expect((await browser.read(body.attemptId)).body.questions).toEqual(body.questions);
  });

  test("a paper keeps its wording when the question gets a new version; the next paper has the new one", async () => {
    const id = await addQuestion(
      makeVersion(PLAIN_BODIES["true-false"], { questionId: "changing", versionId: "changing-1", stem: "旧" }),
    );
    const quizId = await addQuiz([id], { passPercent: 100 });
    const first = (await browser.start(quizId)).body;
    await db().questionVersion.create({
      data: {
        ...{
          id: "changing-2",
          questionId: id,
          number: 2,
          digest: "d2",
          stem: "新",
          explanation: "解析",
          anchor: "daily/01-15#p1",
        },
        ...{
          passage: "原文",
          sources: "[]",
          body: JSON.stringify({ type: "true-false", answer: false }),
          createdAt: new Date(),
        },
      },
    });
    await db().question.update({ where: { id }, data: { versionId: "changing-2" } });
    forgetRemembered();
    expect((await browser.read(first.attemptId)).body.questions[0]?.stem).toBe("旧");
    const answers = { [first.questions[0]?.id ?? ""]: true };
    expect((await browser.submit(first.attemptId, { revision: 1, answers })).body.receipt.score).toBe(500);
    const second = (await browser.start(quizId)).body;
    expect(second.questions[0]?.stem).toBe("新");
    const same = { [second.questions[0]?.id ?? ""]: true };
    expect((await browser.submit(second.attemptId, { revision: 1, answers: same })).body.receipt.score).toBe(0);
  });

  test("attempts are used up after the last one, also when many start at once", async () => {
    const quizId = await addQuiz(questionIds, { maxAttempts: 2 });
    for (let number = 0; number < 2; number += 1) {
      const { attemptId } = (await browser.start(quizId)).body;
      await browser.submit(attemptId);
    }
    for (const reply of await Promise.all([browser.start(quizId), browser.start(quizId)])) {
      expect(reply.status).toBe(409);
      expect(problemOf(reply)).toMatchObject({ code: "attempts-used-up" });
    }
    expect(await db().attempt.count({ where: { quizId } })).toBe(2);
  });

  test.each([
    ["before it opens", { opensAt: inDays(1) }, "quiz-not-open"],
    ["after it ended", { closesAt: inDays(-1) }, "quiz-not-open"],
    ["when it was withdrawn", { state: "withdrawn" }, "quiz-not-open"],
    ["while it is a draft", { state: "draft" }, "not-found"],
  ])("a quiz cannot be started %s", async (_name, over, code) => {
    expect(problemOf(await browser.start(await addQuiz(questionIds, over))).code).toBe(code);
  });

  test("a quiz that does not exist is 404", async () => {
    expect((await browser.start("nothing")).status).toBe(404);
  });

  test("an attempt that was started goes on after the quiz was withdrawn", async () => {
    const quizId = await addQuiz(questionIds);
    const { attemptId } = (await browser.start(quizId)).body;
    await db().quiz.update({ where: { id: quizId }, data: { state: "withdrawn" } });
    forgetRemembered();
    expect((await browser.start(quizId)).body.attemptId).toBe(attemptId);
    expect((await browser.submit(attemptId)).status).toBe(200);
  });

  test("a blueprint that the bank cannot fill says so in Chinese", async () => {
    const blueprint = JSON.stringify({ parts: [{ count: 500, points: 5 }] });
    const reply = await browser.start(await addQuiz([], { fixedList: null, blueprint }));
    expect(reply.status).toBe(409);
    expect(problemOf(reply)).toMatchObject({
      code: "quiz-not-open",
      detail: expect.stringContaining("题库") as string,
    });
  });

  test("retired, void and taken-down questions come on no new paper", async () => {
    const version = (id: string, anchor: string) =>
      makeVersion(PLAIN_BODIES["true-false"], { questionId: id, versionId: `${id}-v1`, topic: "drawing", anchor });
    await addQuestion(version("fine", "daily/01-01#p1"));
    await addQuestion(version("retired", "daily/01-01#p1"), { state: "retired" });
    await addQuestion(version("void", "daily/01-01#p1"), { state: "void" });
    await addQuestion(version("down", "daily/01-01#p1"));
    await addQuestion(version("in-lesson", "lessons/a/01-x#p1"));
    await addQuestion(version("in-other-lesson", "lessons/a/01-x-more#p1"));
    await takeDown("question", "down");
    await takeDown("lesson", "lessons/a/01-x");
    const of = (count: number) => JSON.stringify({ parts: [{ count, points: 5, topic: "drawing" }] });
    const two = await browser.start(await addQuiz([], { fixedList: null, blueprint: of(2) }));
    expect(two.status).toBe(201);
    const { paper } = await db().attempt.findUniqueOrThrow({ where: { id: two.body.attemptId } });
    for (const id of ["fine", "in-other-lesson"]) expect(paper).toContain(`"${id}"`);
    expect((await browser.start(await addQuiz([], { fixedList: null, blueprint: of(3) }))).status).toBe(409);
    expect((await browser.start(await addQuiz(["fine", "down"]))).status).toBe(409);
  });

  test("what is taken down or declared void while it is on a paper is covered and gives its full marks", async () => {
    const ids = await addPlainQuestions("later");
    const paper = (await browser.start(await addQuiz(ids))).body;
    await takeDown("question", "later-single");
    await db().question.update({ where: { id: "later-fill" }, data: { state: "void" } });
    const read = await browser.read(paper.attemptId);
    const covered = read.body.questions.find(({ type }) => type === "single");
    expect(covered).toMatchObject({ stem: TAKEN_DOWN_STEM });
    expect(read.text).not.toContain("1935年1月15日");
    const answers = rightAnswers(paper);
    for (const { id, type } of paper.questions) if (type === "single" || type === "fill") delete answers[id];
    const { body } = await browser.submit(paper.attemptId, { revision: 1, answers });
    expect(body.receipt).toMatchObject({ answered: 4, score: 3_000 });
    const review = await browser.review(paper.attemptId);
    expect(review.body.questions.map(({ question }) => question.type)).not.toContain("single");
    expect(review.body.questions.find(({ question }) => question.type === "fill")).toMatchObject({
      voided: true,
      fraction: 100,
    });
  });
});

describeOnBothEngines("when the review opens", () => {
  let questionIds: string[];
  let browser: Browser;

  beforeAll(async () => {
    questionIds = await addPlainQuestions("review");
    browser = browserOf(await cookieOf(await addMember({ id: "anna" })));
  });

  test("after the window: refused with the time until then, open afterwards", async () => {
    const closesAt = inDays(1);
    const quizId = await addQuiz(questionIds, { reviewOpens: "after-window", closesAt });
    const { attemptId } = (await browser.start(quizId)).body;
    const reviewOpensAt = new Date(closesAt.getTime() + 30_000).toISOString();
    expect((await browser.submit(attemptId)).body.reviewOpensAt).toBe(reviewOpensAt);
    const refused = await browser.review(attemptId);
    expect(refused.status).toBe(403);
    expect(problemOf(refused)).toMatchObject({ code: "forbidden", reviewOpensAt });
    expect(refused.text).not.toContain("解析在这里");
    await db().quiz.update({ where: { id: quizId }, data: { closesAt: inDays(-1) } });
    forgetRemembered();
    expect((await browser.review(attemptId)).status).toBe(200);
  });

  test("never: refused for good", async () => {
    const { attemptId } = (await browser.start(await addQuiz(questionIds, { reviewOpens: "never" }))).body;
    expect((await browser.submit(attemptId)).body.reviewOpensAt).toBeNull();
    expect(problemOf(await browser.review(attemptId))).toMatchObject({ code: "forbidden", reviewOpensAt: null });
  });
});
