import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { receiptForm } from "@/domain/quizzes/receipt";
import { closeOverdueAttempts } from "@/features/attempts/mutations/close-overdue-attempts";
import { verifyReceipt } from "@/lib/crypto";
import { db } from "@/lib/db";
import { addMember } from "@/tests/factories/small-zone";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { browserOf, problemOf, type Browser } from "@/tests/support/attempt-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

const START = new Date("2026-11-20T00:00:00.000Z");
const at = (seconds: number, ms = 0): Date => new Date(START.getTime() + seconds * 1_000 + ms);
const setTime = (now: Date): void => void vi.setSystemTime(now);

describeOnBothEngines("time and closing", () => {
  let questionIds: string[];
  let browser: Browser;
  let slow: Browser;

  beforeAll(async () => {
    questionIds = await addPlainQuestions("closing");
    browser = browserOf(await cookieOf(await addMember({ id: "anna" })));
    slow = browserOf(await cookieOf(await addMember({ id: "berta" })));
    await db().member.update({ where: { id: "berta" }, data: { timeFactor: 150 } });
  });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("deadline = min(start + limit × personal factor, end of the window)", async () => {
    const limited = await addQuiz(questionIds, { limitSeconds: 600 });
    expect((await browser.start(limited)).body.deadline).toBe(at(600).toISOString());
    expect((await slow.start(limited)).body.deadline).toBe(at(900).toISOString());
    const window = await addQuiz(questionIds, { limitSeconds: 600, closesAt: at(700) });
    expect((await browser.start(window)).body.deadline).toBe(at(600).toISOString());
    expect((await slow.start(window)).body.deadline).toBe(at(700).toISOString());
  });

  test("saves and submissions count until 30 seconds after the deadline, and not a millisecond longer", async () => {
    const quizId = await addQuiz(questionIds, { limitSeconds: 60 });
    const paper = (await browser.start(quizId)).body;
    setTime(at(90));
    expect((await browser.save(paper.attemptId, { revision: 1, answers: rightAnswers(paper) })).status).toBe(200);
    expect((await browser.submit(paper.attemptId)).body.receipt).toMatchObject({
      score: 3_000,
      submittedAt: at(90).toISOString(),
    });

    setTime(START);
    const other = (await slow.start(quizId)).body;
    setTime(at(120));
    await slow.save(other.attemptId, { revision: 1, answers: rightAnswers(other) });
    setTime(at(120, 1));
    const late = await slow.save(other.attemptId, { revision: 2, answers: { [other.questions[0]?.id ?? ""]: null } });
    expect(late.status).toBe(409);
    expect(problemOf(late)).toMatchObject({
      code: "attempt-closed",
      receipt: { score: 3_000, answered: 6, submittedAt: at(120).toISOString() },
    });
    const submitted = await slow.submit(other.attemptId, { revision: 3, answers: {} });
    expect(submitted.status).toBe(409);
    expect(problemOf(submitted)).toMatchObject({ code: "attempt-closed", receipt: { score: 3_000 } });
    expect((await slow.review(other.attemptId)).body.closedBy).toBe("expired");
  });

  test("an attempt left open is closed by the next read, with what was saved", async () => {
    const paper = (await browser.start(await addQuiz(questionIds, { limitSeconds: 60 }))).body;
    await browser.save(paper.attemptId, { revision: 1, answers: rightAnswers(paper) });
    setTime(at(86_400));
    expect((await browser.read(paper.attemptId)).body.state).toBe("closed");
    const receipt = await db().receipt.findUniqueOrThrow({ where: { attemptId: paper.attemptId } });
    expect(receipt).toMatchObject({ score: 3_000, pointsAwarded: 1, submittedAt: at(90) });
  });

  test("late answers are kept and not scored; two that come late at once are both kept", async () => {
    const paper = (await browser.start(await addQuiz(questionIds, { limitSeconds: 60 }))).body;
    setTime(at(91));
    const answers = Object.entries(rightAnswers(paper));
    const halves = [answers.slice(0, 3), answers.slice(3)].map((half) => Object.fromEntries(half));
    const replies = await Promise.all(
      halves.map((half) => browser.save(paper.attemptId, { revision: 1, answers: half })),
    );
    for (const reply of replies)
      expect(problemOf(reply)).toMatchObject({ code: "attempt-closed", receipt: { score: 0 } });
    const row = await db().attempt.findUniqueOrThrow({ where: { id: paper.attemptId } });
    expect(Object.keys(JSON.parse(row.late ?? "{}") as object)).toHaveLength(6);
    expect(row).toMatchObject({ score: 0, passed: false, draft: "{}" });
  });

  test("two submissions at once: one closes, both get its receipt, everything is counted once", async () => {
    const paper = (await browser.start(await addQuiz(questionIds))).body;
    await browser.save(paper.attemptId, { revision: 1, answers: rightAnswers(paper) });
    const before = await db().pointsEntry.count();
    const replies = await Promise.all(Array.from({ length: 8 }, () => browser.submit(paper.attemptId)));
    for (const reply of replies) expect(reply.status).toBe(200);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(await db().response.count({ where: { attemptId: paper.attemptId } })).toBe(6);
    expect(await db().pointsEntry.count()).toBe(before + 1);
  });

  test("saves that race with the submission are counted or refused, never acknowledged and lost", async () => {
    for (let round = 0; round < 5; round += 1) {
      const paper = (await browser.start(await addQuiz(questionIds))).body;
      const answers = Object.entries(rightAnswers(paper));
      const [submitted, ...saves] = await Promise.all([
        browser.submit(paper.attemptId),
        ...answers.map(([id, value]) => browser.save(paper.attemptId, { revision: 1, answers: { [id]: value } })),
      ]);
      const acknowledged = saves.filter(({ status }) => status === 200).length;
      expect(submitted?.body).toMatchObject({ receipt: { answered: acknowledged } });
    }
  });

  test("the job closes what is overdue, once, also when two run at once; the rest stays open", async () => {
    const overdue = await addQuiz(questionIds, { limitSeconds: 60, maxAttempts: 1 });
    const open = await addQuiz(questionIds, { limitSeconds: 6_000 });
    const ids: string[] = [];
    for (const each of [browser, slow]) ids.push((await each.start(overdue)).body.attemptId);
    const stillOpen = (await browser.start(open)).body.attemptId;
    const now = at(121);
    const runs = await Promise.all([closeOverdueAttempts({ now }), closeOverdueAttempts({ now })]);
    for (const run of runs) expect(run.failed).toBe(0);
    expect(await closeOverdueAttempts({ now })).toEqual({ closed: 0, failed: 0 });
    for (const id of ids) {
      const row = await db().attempt.findUniqueOrThrow({ where: { id }, include: { receipt: true } });
      expect(row).toMatchObject({ state: "closed", closedBy: "expired", receipt: { answered: 0 } });
    }
    expect((await browser.read(stillOpen)).body.state).toBe("open");
  });

  test("the job works in batches", async () => {
    const quizId = await addQuiz(questionIds, { limitSeconds: 60 });
    for (let number = 0; number < 3; number += 1) {
      const memberId = await addMember({ id: `batch-${number}` });
      await browserOf(await cookieOf(memberId)).start(quizId);
    }
    const now = at(91);
    expect(await closeOverdueAttempts({ now, limit: 2 })).toEqual({ closed: 2, failed: 0 });
    expect(await closeOverdueAttempts({ now, limit: 2 })).toEqual({ closed: 1, failed: 0 });
  });

  test("anybody can check a receipt with nothing but the receipt and the published key", async () => {
    const paper = (await browser.start(await addQuiz(questionIds))).body;
    const { receipt } = (await browser.submit(paper.attemptId, { revision: 1, answers: rightAnswers(paper) })).body;
    const facts = { ...receipt, submittedAt: new Date(receipt.submittedAt), answersSha256: receipt.digest };
    expect(verifyReceipt(receiptForm(facts), receipt)).toBe(true);
    expect(verifyReceipt(receiptForm({ ...facts, score: facts.score + 1 }), receipt)).toBe(false);
  });
});
