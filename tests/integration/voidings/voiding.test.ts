import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { PublicPaper } from "@/domain/quizzes/types";
import { getReceipt } from "@/features/receipts/queries";
import { listNotices } from "@/features/notices/queries";
import type { OwnScope } from "@/features/access/types";
import { verifyLedger } from "@/features/points/mutations/verify-ledger";
import { correctVoided, correctEverythingVoided } from "@/features/voidings/mutations/correct-voided";
import { voidQuestion } from "@/features/voidings/mutations/void-question";
import { countTouched } from "@/features/voidings/queries";
import { db } from "@/lib/db";
import { addMember } from "@/tests/factories/small-zone";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { browserOf, type Browser } from "@/tests/support/attempt-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

const START = new Date("2026-11-20T00:00:00.000Z");
const NEXT_DAY = new Date("2026-11-21T02:00:00.000Z");

/** Right answers but for the questions of these types. */
function answersWithout(paper: PublicPaper, wrong: readonly string[]): Record<string, unknown> {
  const skipped = new Set(paper.questions.filter(({ type }) => wrong.includes(type)).map(({ id }) => id));
  return Object.fromEntries(Object.entries(rightAnswers(paper)).filter(([id]) => !skipped.has(id)));
}

describeOnBothEngines("declaring a question void", () => {
  let questionIds: string[];
  let prefix = 0;
  const people: Record<string, Browser> = {};
  const named = (name: string): Browser => people[name] as Browser;

  beforeAll(async () => {
    for (const name of ["anna", "berta"]) people[name] = browserOf(await cookieOf(await addMember({ id: name })));
  });
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: START });
    prefix += 1;
    questionIds = await addPlainQuestions(`void-${prefix}`);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function take(name: string, quizId: string, wrong: readonly string[]): Promise<string> {
    const paper = (await named(name).start(quizId)).body;
    await named(name).submit(paper.attemptId, { revision: 1, answers: answersWithout(paper, wrong) });
    return paper.attemptId;
  }
  const single = () => `void-${prefix}-single`;
  const declare = () => voidQuestion({ questionId: single(), reason: "选项有误", actorId: "anna", now: NEXT_DAY });
  const scoreOf = (id: string) => db().attempt.findUniqueOrThrow({ where: { id } });
  const pointsOf = (source: string) => db().pointsEntry.findMany({ where: { source } });

  test("raises score, passing and points of the day of the attempt, keeps the receipt, tells the person", async () => {
    // Six questions at 500 hundredths; three wrong give 50%, and 60% passes.
    const quizId = await addQuiz(questionIds);
    const failed = await take("anna", quizId, ["single", "multiple", "fill"]);
    const before = await scoreOf(failed);
    expect(before).toMatchObject({ score: 1_500, maxScore: 3_000, passed: false });
    const receipt = await getReceipt(failed);

    expect(await declare()).toEqual({ ok: true, isNew: true });
    expect(await countTouched(single())).toEqual({ attempts: 1, recalls: 0, people: 1 });
    expect(await correctVoided({ questionId: single(), now: NEXT_DAY })).toBe(1);

    expect(await scoreOf(failed)).toMatchObject({ score: 2_000, passed: true });
    expect(await getReceipt(failed)).toEqual(receipt);
    expect(await pointsOf(failed)).toMatchObject([{ reason: "practice-quiz", value: 1, businessDate: "2026-11-20" }]);
    expect(await db().attemptCorrection.findMany({ where: { attemptId: failed } })).toMatchObject([
      { scoreBefore: 1_500, scoreAfter: 2_000, passedBefore: false, passedAfter: true, pointsAdded: 1 },
    ]);
    const [notice] = await listNotices({ memberId: "anna" } as OwnScope);
    expect(notice?.text).toContain("成绩从15分更正为20分，这一次算通过了，补记1分积分。");
    expect((await verifyLedger()).faults).toEqual([]);
  });

  test("again, from two processes at once, or for somebody with full marks, changes nothing", async () => {
    const quizId = await addQuiz(questionIds);
    const full = await take("anna", quizId, []);
    const failed = await take("berta", quizId, ["single", "multiple", "fill"]);
    await declare();
    expect(await declare()).toEqual({ ok: true, isNew: false });
    const both = await Promise.all([1, 2].map(() => correctVoided({ questionId: single(), now: NEXT_DAY })));
    expect(both.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await correctEverythingVoided(NEXT_DAY)).toEqual({ corrected: 0, failed: 0 });
    expect(await scoreOf(failed)).toMatchObject({ score: 2_000 });
    expect(await scoreOf(full)).toMatchObject({ score: 3_000 });
    expect(await pointsOf(failed)).toHaveLength(1);
    expect((await verifyLedger()).faults).toEqual([]);
  });

  test("stopped in the middle it goes on where it stood", async () => {
    const quizId = await addQuiz(questionIds, { maxAttempts: 5 });
    for (const name of ["anna", "berta"]) await take(name, quizId, ["single"]);
    await declare();
    expect(await correctVoided({ questionId: single(), now: NEXT_DAY, limit: 1 })).toBe(1);
    expect(await correctEverythingVoided(NEXT_DAY)).toEqual({ corrected: 1, failed: 0 });
    expect(await countTouched(single())).toMatchObject({ attempts: 0 });
  });

  test("the caps are those of the day of the attempt", async () => {
    // Three passed practice quizzes fill the day's cap, so that a fourth brings nothing then or later.
    for (let count = 0; count < 3; count += 1) await take("anna", await addQuiz(questionIds), []);
    const fourth = await take("anna", await addQuiz(questionIds), ["single", "multiple", "fill"]);
    await declare();
    await correctVoided({ questionId: single(), now: NEXT_DAY });
    expect(await scoreOf(fourth)).toMatchObject({ passed: true });
    expect(await pointsOf(fourth)).toEqual([]);
  });

  test("an attempt that is open is scored with full marks when it closes, and needs no correction", async () => {
    const paper = (await named("anna").start(await addQuiz(questionIds))).body;
    await declare();
    await named("anna").submit(paper.attemptId, { revision: 1, answers: answersWithout(paper, ["single"]) });
    expect(await scoreOf(paper.attemptId)).toMatchObject({ score: 3_000 });
    expect(await correctVoided({ questionId: single(), now: NEXT_DAY })).toBe(0);
  });

  test("an unknown question is refused", async () => {
    const unknown = { questionId: "no-such-question", reason: "选项有误", actorId: "anna", now: NEXT_DAY };
    expect(await voidQuestion(unknown)).toEqual({ ok: false, reason: "unknown" });
  });
});
