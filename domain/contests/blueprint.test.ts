import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawQuestions, type QuestionSummary } from "@/domain/quizzes/draw";
import { DIFFICULTIES, QUESTION_TYPES, type BlueprintPart } from "@/domain/quizzes/types";
import { localsOf, poolOf, practiceOf, reportOf } from "./blueprint";

const question = (questionId: string, over: Partial<QuestionSummary> = {}): QuestionSummary => ({
  ...{ questionId, topic: "army", period: "new-era", type: "single", difficulty: "easy", origin: "file" },
  ...over,
});
const part = (count: number, over: Partial<BlueprintPart> = {}): BlueprintPart => ({ count, points: 5, ...over });

describe("what the bank can do for a blueprint", () => {
  const bank = [
    ...["a1", "a2", "a3"].map((id) => question(id)),
    question("b1", { topic: "meetings", type: "fill" }),
    question("l1", { origin: "local" }),
  ];

  it.each([
    ["all of one topic", [part(4, { topic: "army" })], true, [0], null],
    ["one too many of it", [part(5, { topic: "army" })], false, [1], null],
    ["a type that is not there", [part(1, { type: "matching" })], false, [1], null],
    ["both origins", [part(1, { origin: "local" }), part(4, { origin: "file" })], true, [0, 0], null],
    ["more local ones than there are", [part(2, { origin: "local" })], false, [1], null],
    [
      "parts that need the same",
      [part(3, { topic: "army" }), part(3, { type: "single" })],
      false,
      [0, 0],
      { part: 1, missing: 2 },
    ],
    ["nothing at all", [], false, [], null],
  ])("%s", (_name, parts, isFillable, missing, clash) => {
    const report = reportOf(bank, { parts });
    expect(report).toMatchObject({ isFillable, clash });
    expect(report.parts.map((each) => each.missing)).toEqual(missing);
  });

  it("counts questions, points and local ones, and says when every key is public", () => {
    const parts = [part(2, { origin: "local", points: 10 }), part(3), part(1, { origin: "file" })];
    expect(reportOf(bank, { parts })).toMatchObject({ questions: 6, points: 40, locals: 2, allKeysPublic: false });
    expect(reportOf(bank, { parts: [part(3), part(1, { origin: "file" })] }).allKeysPublic).toBe(true);
  });

  it("has a pool of what fits a part and of nothing else", () => {
    const pool = poolOf([...bank].reverse(), { parts: [part(1, { origin: "local" }), part(1, { type: "fill" })] });
    expect(pool.map(({ questionId }) => questionId)).toEqual(["b1", "l1"]);
  });

  it("knows the local ones of its pool, whether a part asks for them or merely may take them", () => {
    const two = [...bank, question("l2", { origin: "local", topic: "meetings" })];
    expect(localsOf(two, { parts: [part(1, { origin: "local" })] })).toEqual(["l1", "l2"]);
    expect(localsOf(two, { parts: [part(2, { topic: "army" })] })).toEqual(["l1"]);
    expect(localsOf(two, { parts: [part(2, { origin: "file" })] })).toEqual([]);
  });

  it("practises the same shape without asking for an origin", () => {
    expect(practiceOf({ parts: [part(2, { origin: "local", topic: "army" })] })).toEqual({
      parts: [part(2, { topic: "army" })],
    });
  });
});

const arbitraryPart: fc.Arbitrary<BlueprintPart> = fc.record(
  {
    count: fc.integer({ min: 1, max: 4 }),
    points: fc.constant(5),
    topic: fc.constantFrom("army", "meetings"),
    type: fc.constantFrom(...QUESTION_TYPES),
    difficulty: fc.constantFrom(...DIFFICULTIES),
    origin: fc.constantFrom("file" as const, "local" as const),
  },
  { requiredKeys: ["count", "points"] },
);
const arbitraryBank: fc.Arbitrary<QuestionSummary[]> = fc
  .array(
    fc.record({
      topic: fc.constantFrom("army", "meetings"),
      type: fc.constantFrom(...QUESTION_TYPES),
      difficulty: fc.constantFrom(...DIFFICULTIES),
      origin: fc.constantFrom("file" as const, "local" as const),
    }),
    { maxLength: 14 },
  )
  .map((list) => list.map((over, index) => question(`q${String(index)}`, over)));

describe("for any bank and blueprint", () => {
  it("whether it can be satisfied does not depend on the seed or the order, and the pool alone does as well", () => {
    fc.assert(
      fc.property(
        arbitraryBank,
        fc.array(arbitraryPart, { minLength: 1, maxLength: 4 }),
        fc.string(),
        (bank, parts, seed) => {
          const { isFillable } = reportOf(bank, { parts });
          expect(drawQuestions([...bank].reverse(), { parts }, seed).ok).toBe(isFillable);
          const pool = poolOf(bank, { parts });
          expect(drawQuestions(pool, { parts }, seed)).toEqual(drawQuestions([...bank].reverse(), { parts }, seed));
        },
      ),
    );
  });

  it("a paper holds to every part: each question fits the part it was drawn for, and local ones are as many as asked", () => {
    fc.assert(
      fc.property(
        arbitraryBank,
        fc.array(arbitraryPart, { minLength: 1, maxLength: 4 }),
        fc.string(),
        (bank, parts, seed) => {
          const drawn = drawQuestions(bank, { parts }, seed);
          if (!drawn.ok) return;
          const ids = drawn.questions.map(({ questionId }) => questionId);
          expect(new Set(ids).size).toBe(ids.length);
          const origins = ids.map((id) => bank.find(({ questionId }) => questionId === id)?.origin);
          const asked = reportOf(bank, { parts }).locals;
          expect(origins.filter((origin) => origin === "local").length).toBeGreaterThanOrEqual(asked);
        },
      ),
    );
  });
});
