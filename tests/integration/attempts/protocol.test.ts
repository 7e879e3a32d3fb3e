import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { addMember } from "@/tests/factories/small-zone";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { browserOf, problemOf, type Browser } from "@/tests/support/attempt-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

describeOnBothEngines("the attempt protocol", () => {
  let questionIds: string[];
  let browser: Browser;
  let stranger: Browser;

  beforeAll(async () => {
    questionIds = await addPlainQuestions("plain");
    browser = browserOf(await cookieOf(await addMember({ id: "anna" })));
    stranger = browserOf(await cookieOf(await addMember({ id: "berta" })));
  });

  test("start, four saves, submit, review: everything right gives the full score, a receipt and a point", async () => {
    const quizId = await addQuiz(questionIds);
    const started = await browser.start(quizId);
    expect(started.status).toBe(201);
    expect(started.body).toMatchObject({ quizId, state: "open", revision: 0, deadline: null, answers: {} });
    expect(started.body.questions).toHaveLength(6);
    const { attemptId } = started.body;
    const answers = rightAnswers(started.body);
    const ids = Object.keys(answers);
    for (let at = 0, revision = 1; at < ids.length; at += 2, revision += 1) {
      const patch = Object.fromEntries(ids.slice(at, at + 2).map((id) => [id, answers[id]]));
      const saved = await browser.save(attemptId, { revision, answers: patch });
      expect(saved).toMatchObject({ status: 200, body: { revision, ignored: [] } });
    }
    expect((await browser.read(attemptId)).body).toMatchObject({ revision: 3, answers, state: "open" });
    expect(problemOf(await browser.review(attemptId)).code).toBe("conflict");

    const submitted = await browser.submit(attemptId);
    expect(submitted.status).toBe(200);
    expect(submitted.body).toMatchObject({
      receipt: { attemptId, answered: 6, total: 6, score: 3_000, maxScore: 3_000 },
      pointsAwarded: 1,
    });
    expect((await browser.read(attemptId)).body).toMatchObject({ state: "closed", answers });

    const review = await browser.review(attemptId);
    expect(review.status).toBe(200);
    expect(review.body).toMatchObject({ passed: true, closedBy: "submitted", receipt: submitted.body.receipt });
    for (const each of review.body.questions) {
      expect(each).toMatchObject({ fraction: 100, explanation: "解析", passage: "1935年1月15日，会议在遵义召开。" });
      if (each.question.type !== "fill") expect(each.right).toEqual(answers[each.question.id]);
      expect(each.value).toEqual(answers[each.question.id]);
    }
    expect(await db().response.count({ where: { attemptId } })).toBe(6);
    expect(
      await db().pointsEntry.findMany({
        where: { memberId: "anna" },
        select: { reason: true, source: true, value: true },
      }),
    ).toEqual([{ reason: "practice-quiz", source: attemptId, value: 1 }]);
  });

  test("nothing answered: score 0, not passed, no point", async () => {
    const { attemptId } = (await stranger.start(await addQuiz(questionIds))).body;
    const { body } = await stranger.submit(attemptId);
    expect(body).toMatchObject({ receipt: { answered: 0, score: 0, maxScore: 3_000 }, pointsAwarded: 0 });
    expect((await stranger.review(attemptId)).body.passed).toBe(false);
    expect(await db().pointsEntry.count({ where: { memberId: "berta" } })).toBe(0);
  });

  test("a repeated submission gives the first receipt, whatever it carries", async () => {
    const paper = (await browser.start(await addQuiz(questionIds))).body;
    const first = await browser.submit(paper.attemptId, { revision: 1, answers: {} });
    const again = await browser.submit(paper.attemptId, { revision: 9, answers: rightAnswers(paper) });
    expect(again.status).toBe(200);
    expect(again.text).toBe(first.text);
    expect(await db().receipt.count({ where: { attemptId: paper.attemptId } })).toBe(1);
    expect(await db().response.count({ where: { attemptId: paper.attemptId } })).toBe(6);
  });

  test("a save after the submission is refused with the receipt; its answers are kept and not scored", async () => {
    const paper = (await browser.start(await addQuiz(questionIds))).body;
    const { body } = await browser.submit(paper.attemptId);
    const answers = rightAnswers(paper);
    const late = await browser.save(paper.attemptId, { revision: 2, answers });
    expect(late.status).toBe(409);
    expect(problemOf(late)).toMatchObject({ code: "attempt-closed", receipt: body.receipt });
    const row = await db().attempt.findUniqueOrThrow({ where: { id: paper.attemptId } });
    expect(row.score).toBe(0);
    expect(JSON.parse(row.draft)).toEqual({});
    expect(Object.keys(JSON.parse(row.late ?? "{}") as object).sort()).toEqual(Object.keys(answers).sort());
  });

  test("what is not one's own does not exist: read, save, submit, review", async () => {
    const { attemptId } = (await browser.start(await addQuiz(questionIds))).body;
    const replies = [
      await stranger.read(attemptId),
      await stranger.save(attemptId, { revision: 1, answers: {} }),
      await stranger.submit(attemptId),
      await stranger.review(attemptId),
      await stranger.read("no-such-attempt"),
    ];
    for (const reply of replies) {
      expect(reply.status).toBe(404);
      expect(problemOf(reply).code).toBe("not-found");
    }
    expect((await browser.read(attemptId)).body.state).toBe("open");
  });

  test("without a session, or after it was revoked, everything is 401 and nothing is saved", async () => {
    const paper = (await browser.start(await addQuiz(questionIds))).body;
    const memberId = await addMember({ id: "clara" });
    const expired = browserOf(await cookieOf(memberId));
    await db().session.updateMany({ where: { memberId }, data: { revokedAt: new Date() } });
    for (const each of [browserOf(undefined), browserOf("next-auth.session-token=rubbish"), expired]) {
      for (const reply of [
        await each.start(paper.quizId),
        await each.read(paper.attemptId),
        await each.save(paper.attemptId, { revision: 1, answers: rightAnswers(paper) }),
        await each.submit(paper.attemptId),
        await each.review(paper.attemptId),
      ]) {
        expect(reply.status).toBe(401);
        expect(problemOf(reply).code).toBe("unauthenticated");
      }
    }
    expect((await browser.read(paper.attemptId)).body.answers).toEqual({});
  });
});
