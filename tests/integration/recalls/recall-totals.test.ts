import { beforeAll, beforeEach, expect, it } from "vitest";
import type { RecallSum } from "@/domain/quizzes/recall-totals";
import { startAttempt } from "@/features/attempts/mutations/start-attempt";
import { submitAttempt } from "@/features/attempts/mutations/submit-attempt";
import { getPaper } from "@/features/attempts/queries";
import { answerRecall } from "@/features/recalls/mutations/answer-recall";
import { dropFirsts } from "@/features/recalls/mutations/drop-firsts";
import { rebuildRecallTotals } from "@/features/recalls/mutations/rebuild-recall-totals";
import { verifyRecallTotals } from "@/features/recalls/mutations/verify-recall-totals";
import { inIds } from "@/domain/quizzes/translate";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { makeVersion } from "@/tests/factories/question-versions";
import { addQuestion, addQuiz } from "@/tests/factories/quizzes";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

/** 1 October to 31 December is one quarter; 16:00 UTC begins the next day in Shanghai. */
const OCTOBER = new Date("2026-10-15T04:00:00Z");
const NOVEMBER = new Date("2026-11-15T04:00:00Z");
const LAST_MOMENT = new Date("2026-12-31T15:59:59Z");
const NEXT_QUARTER = new Date("2026-12-31T16:00:00Z");

const QUESTIONS = { zunyi: "meetings", gutian: "meetings", leifeng: "people", jiao: "people" } as const;
type Id = keyof typeof QUESTIONS;
const IDS = Object.keys(QUESTIONS) as Id[];

describeOnBothEngines("the sums of first answers", () => {
  let counter = 0;
  let memberId = "";

  beforeAll(async () => {
    await addStation("s");
    for (const id of ["b1", "b2"]) await addBranch(id, "s");
    for (const id of ["o1", "o2"]) await addOrganisation(id, "s");
    for (const id of IDS) {
      const version = makeVersion({ type: "true-false", answer: true }, { questionId: id, versionId: `${id}-v1` });
      await addQuestion({ ...version, topic: QUESTIONS[id] });
      const data = { kind: "lesson", title: id, digest: id, recall: JSON.stringify([id]), loadedAt: OCTOBER };
      await db().contentItem.create({ data: { id: `lessons/x/${id}`, ...data } });
    }
    const all = { kind: "lesson", title: "all", digest: "all", recall: JSON.stringify(IDS), loadedAt: OCTOBER };
    await db().contentItem.create({ data: { id: "lessons/x/all", ...all } });
  });
  beforeEach(async () => {
    counter += 1;
    memberId = await addMember({ id: `m${counter}`, branchId: "b1", organisationId: "o1" });
  });

  const recall = (id: Id, isRight: boolean, now: Date) =>
    answerRecall({ own: { memberId }, contentId: `lessons/x/${id}`, answers: { [id]: isRight }, now });

  async function quiz(answers: Partial<Record<Id, boolean>>, now: Date, over = {}): Promise<void> {
    const quizId = await addQuiz(IDS, over);
    const { attempt } = await startAttempt({ memberId, quizId, seed: `${counter}`, now });
    const paper = await getPaper(attempt.id);
    const given = paper.questions.flatMap((question): [string, boolean][] => {
      const value = answers[question.questionId as Id];
      return value === undefined ? [] : [[question.id, inIds(question, value) === true]];
    });
    await submitAttempt({ memberId, attemptId: attempt.id }, { revision: 1, answers: Object.fromEntries(given) }, now);
  }

  const sums = (): Promise<RecallSum[]> => {
    const orderBy = [{ quarter: "asc" as const }, { topic: "asc" as const }, { branchId: "asc" as const }];
    return db().recallTotal.findMany({ where: { memberId }, orderBy, omit: { memberId: true } });
  };
  const sum = (topic: string, firsts: number, rights: number, over = {}): RecallSum => ({
    ...{ quarter: "2026Q4", topic, branchId: "b1", organisationId: "o1", firsts, rights },
    ...over,
  });
  /** Where the first answers to a question stand. */
  const firstsOf = async (questionId: string) =>
    (await db().response.findMany({ where: { memberId, questionId, first: true } })).map(
      ({ recallId, businessDate }) => `${recallId === null ? "quiz" : "recall"} ${businessDate}`,
    );

  it("count the first answer to a question once, in a lesson, an entry or a quiz, right or wrong", async () => {
    await recall("zunyi", false, OCTOBER);
    await quiz({ zunyi: true, gutian: true, leifeng: false }, OCTOBER);
    await quiz({ zunyi: true, gutian: false, leifeng: true, jiao: true }, NOVEMBER);
    await recall("jiao", false, NOVEMBER);
    expect(await sums()).toEqual([sum("meetings", 2, 1), sum("people", 2, 1)]);
    expect(await firstsOf("zunyi")).toEqual(["recall 2026-10-15"]);
    // Left open in the first quiz: the answer of the second is the first.
    expect(await firstsOf("jiao")).toEqual(["quiz 2026-11-15"]);
  });

  it("stand under the quarter, the branch and the organisation of the day of the answer", async () => {
    await db().membership.updateMany({ where: { memberId }, data: { until: "2026-10-31" } });
    await db().membership.create({ data: { memberId, branchId: "b2", since: "2026-11-01" } });
    await db().employment.updateMany({ where: { memberId }, data: { until: "2026-12-30" } });
    await recall("zunyi", true, OCTOBER);
    await recall("gutian", true, NOVEMBER);
    await recall("leifeng", true, LAST_MOMENT);
    await recall("jiao", false, NEXT_QUARTER);
    expect(await sums()).toEqual([
      sum("meetings", 1, 1),
      sum("meetings", 1, 1, { branchId: "b2" }),
      sum("people", 1, 1, { branchId: "b2", organisationId: "" }),
      sum("people", 1, 0, { quarter: "2027Q1", branchId: "b2", organisationId: "" }),
    ]);
    expect(await verifyRecallTotals()).toMatchObject({ faults: [] });
    expect((await rebuildRecallTotals()).mended).toBe(0);
  });

  it("count a question once when it is answered in several places at the same moment", async () => {
    const all = { zunyi: true, gutian: false, leifeng: true, jiao: false };
    // Not passed, hence without points: nothing but the count itself keeps the answers apart.
    await Promise.all([
      quiz(all, NOVEMBER, { passPercent: 100 }),
      quiz(all, NOVEMBER, { passPercent: 100 }),
      answerRecall({ own: { memberId }, contentId: "lessons/x/all", answers: all, now: NOVEMBER }),
      recall("zunyi", true, NOVEMBER),
    ]);
    expect(await sums()).toEqual([sum("meetings", 2, 1), sum("people", 2, 1)]);
    for (const id of IDS) expect(await firstsOf(id)).toHaveLength(1);
  });

  it("leave out what everybody got full marks for, and count a later answer instead", async () => {
    const quizId = await addQuiz(IDS);
    const { attempt } = await startAttempt({ memberId, quizId, seed: "down", now: OCTOBER });
    const takedown = { targetKind: "question", targetId: "zunyi", reason: "示例", takenById: memberId };
    const { id } = await db().takedown.create({ data: takedown });
    forgetRemembered();
    const paper = await getPaper(attempt.id);
    const answers = Object.fromEntries(paper.questions.map((question) => [question.id, false]));
    await submitAttempt({ memberId, attemptId: attempt.id }, { revision: 1, answers }, OCTOBER);
    await db().takedown.update({ where: { id }, data: { liftedAt: OCTOBER } });
    forgetRemembered();
    expect(await sums()).toEqual([sum("meetings", 1, 0), sum("people", 2, 0)]);
    await recall("zunyi", true, NOVEMBER);
    expect(await sums()).toEqual([sum("meetings", 2, 1), sum("people", 2, 0)]);
  });

  it("lose a question that is declared void, once, and keep the others", async () => {
    await quiz({ zunyi: false, gutian: true, jiao: true }, NOVEMBER);
    expect(await dropFirsts({ questionId: "zunyi" })).toBeGreaterThan(0);
    expect(await sums()).toEqual([sum("meetings", 1, 1), sum("people", 1, 1)]);
    expect(await dropFirsts({ questionId: "zunyi" })).toBe(0);
    await dropFirsts({ questionId: "gutian" });
    expect(await sums()).toEqual([sum("people", 1, 1)]);
    expect((await verifyRecallTotals()).faults).toEqual([]);
  });

  it("are found wrong, named and mended; twice marked answers too", async () => {
    await recall("zunyi", true, OCTOBER);
    await recall("leifeng", false, OCTOBER);
    await quiz({ zunyi: false, gutian: true }, NOVEMBER);
    const live = await sums();
    await db().recallTotal.updateMany({ where: { memberId, topic: "meetings" }, data: { rights: 9 } });
    await db().recallTotal.deleteMany({ where: { memberId, topic: "people" } });
    await db().recallTotal.create({ data: { memberId, ...sum("science", 1, 1, { branchId: "" }) } });
    const later = await db().response.findFirstOrThrow({ where: { memberId, questionId: "zunyi", first: false } });
    await db().response.update({ where: { id: later.id }, data: { first: true } });
    expect((await verifyRecallTotals()).faults).toEqual([
      `${memberId}，作答${later.id}不是第一次答这道题。`,
      `${memberId}，2026Q4，meetings，支部b1，组织o1：作答记录2 / 2，回想合计9 / 2。`,
      `${memberId}，2026Q4，people，支部b1，组织o1：作答记录0 / 1，回想合计没有这一行。`,
      `${memberId}，2026Q4，science，支部无，组织o1：作答记录没有这一行，回想合计1 / 1。`,
    ]);
    expect((await rebuildRecallTotals()).mended).toBe(3);
    expect(await sums()).toEqual(live);
    expect((await verifyRecallTotals()).faults).toEqual([]);
    expect((await rebuildRecallTotals()).mended).toBe(0);
  });
});
