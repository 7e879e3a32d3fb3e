import { beforeAll, beforeEach, expect, test } from "vitest";
import type { PublicPaper } from "@/domain/quizzes/types";
import { closeDb, db } from "@/lib/db";
import { dropSingleton } from "@/lib/singleton";
import { addMember } from "@/tests/factories/small-zone";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { browserOf, problemOf, type Browser } from "@/tests/support/attempt-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

describeOnBothEngines("saving answers", () => {
  let questionIds: string[];
  let browser: Browser;
  let paper: PublicPaper;
  const idOf = (type: string): string => paper.questions.find((each) => each.type === type)?.id ?? "";
  const save = (revision: number, answers: Record<string, unknown>) =>
    browser.save(paper.attemptId, { revision, answers });
  const stored = async () => (await browser.read(paper.attemptId)).body;

  beforeAll(async () => {
    questionIds = await addPlainQuestions("saving");
    browser = browserOf(await cookieOf(await addMember({ id: "anna" })));
  });
  beforeEach(async () => {
    paper = (await browser.start(await addQuiz(questionIds))).body;
  });

  test("a patch leaves other answers as they are, and null clears one", async () => {
    const [trueFalse, fill] = [idOf("true-false"), idOf("fill")];
    await save(1, { [trueFalse]: false, [fill]: ["瑞金", ""] });
    await save(2, { [trueFalse]: true });
    expect(await stored()).toMatchObject({ revision: 2, answers: { [trueFalse]: true, [fill]: ["瑞金", ""] } });
    await save(3, { [fill]: null });
    expect((await stored()).answers).toEqual({ [trueFalse]: true });
    expect((await browser.submit(paper.attemptId)).body.receipt.answered).toBe(1);
  });

  test("an older tab never overwrites a newer answer, question by question, and is told so", async () => {
    const [trueFalse, fill] = [idOf("true-false"), idOf("fill")];
    await save(5, { [trueFalse]: true });
    const older = await save(4, { [trueFalse]: false, [fill]: ["延安", "1931"] });
    expect(older.body).toMatchObject({ revision: 5, ignored: [trueFalse] });
    expect(await stored()).toMatchObject({ revision: 5, answers: { [trueFalse]: true, [fill]: ["延安", "1931"] } });
    const equal = await save(5, { [trueFalse]: false });
    expect(equal.body).toMatchObject({ revision: 5, ignored: [] });
    expect((await stored()).answers[trueFalse]).toBe(false);
  });

  test("an older tab does not bring back an answer that was cleared", async () => {
    const trueFalse = idOf("true-false");
    await save(1, { [trueFalse]: true });
    await save(3, { [trueFalse]: null });
    expect((await save(2, { [trueFalse]: true })).body.ignored).toEqual([trueFalse]);
    expect((await stored()).answers).toEqual({});
  });

  test("a submission obeys the same rule for the answers it carries", async () => {
    const trueFalse = idOf("true-false");
    await save(5, { [trueFalse]: true });
    const { body } = await browser.submit(paper.attemptId, {
      revision: 4,
      answers: { [trueFalse]: false, [idOf("fill")]: ["瑞金", "1931"] },
    });
    expect(body.receipt).toMatchObject({ answered: 2, score: 1_000 });
  });

  test("a value that does not fit its question refuses the whole patch and names every fault", async () => {
    const reply = await save(1, {
      [idOf("true-false")]: true,
      [idOf("single")]: "o-none",
      [idOf("fill")]: ["one"],
      qnone: "x",
    });
    expect(reply.status).toBe(422);
    expect(problemOf(reply)).toMatchObject({
      code: "invalid",
      errors: [
        { field: `answers.${idOf("single")}`, code: "unknown-id" },
        { field: `answers.${idOf("fill")}`, code: "wrong-length" },
        { field: "answers.qnone", code: "unknown-question" },
      ],
    });
    expect((await stored()).answers).toEqual({});
  });

  test.each([
    ["no revision", { answers: {} }],
    ["a negative revision", { revision: -1, answers: {} }],
    ["a fractional revision", { revision: 1.5, answers: {} }],
    ["a member that the protocol does not know", { revision: 1, answers: {}, score: 100 }],
    ["a value of a kind that no question has", { revision: 1, answers: { q: 5 } }],
    ["no JSON", "{"],
  ])("%s is 422", async (_name, body) => {
    const reply = await browser.save(paper.attemptId, body);
    expect(reply.status).toBe(422);
    expect(problemOf(reply).code).toBe("invalid");
  });

  test("a key that objects are built on is no answer and breaks nothing", async () => {
    await browser.save(paper.attemptId, '{"revision":1,"answers":{"__proto__":true,"constructor":null}}');
    expect(await stored()).toMatchObject({ state: "open", answers: {} });
    expect({}).not.toHaveProperty("value");
  });

  test("a submission whose answers bring no revision is 422 and closes nothing", async () => {
    const reply = await browser.submit(paper.attemptId, { answers: { [idOf("true-false")]: true } });
    expect(reply.status).toBe(422);
    expect((await stored()).state).toBe("open");
  });

  test("20 saves at once, each of another answer or the same one, are all kept", async () => {
    const answers = Object.entries(rightAnswers(paper));
    const saves = Array.from({ length: 20 }, (_, at) => {
      const [id, value] = answers[at % answers.length] ?? [];
      return save(1 + Math.floor(at / answers.length), { [id ?? ""]: value });
    });
    for (const reply of await Promise.all(saves)) expect(reply.status).toBe(200);
    expect((await stored()).answers).toEqual(Object.fromEntries(answers));
  });

  test("two tabs that save other questions at once lose nothing", async () => {
    const answers = Object.entries(rightAnswers(paper));
    const tab = async (mine: typeof answers) => {
      for (const [at, [id, value]] of mine.entries()) await save(at + 1, { [id]: value });
    };
    await Promise.all([tab(answers.slice(0, 3)), tab(answers.slice(3))]);
    expect((await stored()).answers).toEqual(Object.fromEntries(answers));
  });

  test("after a restart the paper and the answers are the same", async () => {
    await save(1, rightAnswers(paper));
    const before = await stored();
    await closeDb();
    for (const name of ["attempts.papers", "questions.versions", "remembered"]) dropSingleton(name);
    expect({ ...(await stored()), serverTime: "" }).toEqual({ ...before, serverTime: "" });
    expect((await browser.submit(paper.attemptId)).body.receipt.score).toBe(3_000);
  });

  test("a save is one update of one row, and a repeated one writes nothing", async () => {
    const versionOf = async () =>
      (await db().attempt.findUniqueOrThrow({ where: { id: paper.attemptId }, select: { draftVersion: true } }))
        .draftVersion;
    await save(1, { [idOf("true-false")]: true });
    expect(await versionOf()).toBe(1);
    await save(1, { [idOf("true-false")]: true });
    expect(await versionOf()).toBe(1);
  });
});
