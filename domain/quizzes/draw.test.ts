import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawQuestions, fitsPart, type QuestionSummary } from "@/domain/quizzes/draw";
import type { BlueprintPart } from "@/domain/quizzes/types";

const question = (questionId: string, over: Partial<QuestionSummary> = {}): QuestionSummary => ({
  questionId,
  topic: "meetings",
  period: "new-democratic-revolution",
  type: "single",
  difficulty: "easy",
  ...over,
});

const idsOf = (result: ReturnType<typeof drawQuestions>): string[] =>
  result.ok ? result.questions.map(({ questionId }) => questionId) : [];

describe("drawQuestions", () => {
  const bank = Array.from({ length: 30 }, (_, index) =>
    question(`q${index}`, { topic: index % 2 ? "army" : "meetings", difficulty: index % 3 ? "easy" : "hard" }),
  );

  test("takes what each part asks for, with the part's points, in the order of the parts", () => {
    const parts: BlueprintPart[] = [
      { count: 4, points: 2, topic: "army" },
      { count: 3, points: 5, difficulty: "hard", topic: "meetings" },
    ];
    const result = drawQuestions(bank, { parts }, "s");
    if (!result.ok) throw new Error("the bank is large enough");
    expect(result.questions.map(({ points }) => points)).toEqual([2, 2, 2, 2, 5, 5, 5]);
    const byId = new Map(bank.map((each) => [each.questionId, each]));
    result.questions.forEach(({ questionId }, index) => {
      const part = parts[index < 4 ? 0 : 1] as BlueprintPart;
      expect(fitsPart(byId.get(questionId) as QuestionSummary, part)).toBe(true);
    });
  });

  test("the same seed draws the same questions from a bank in any order; another seed draws others", () => {
    const blueprint = { parts: [{ count: 10, points: 1 }] };
    const first = drawQuestions(bank, blueprint, "seed-1");
    expect(drawQuestions([...bank].reverse(), blueprint, "seed-1")).toEqual(first);
    expect(drawQuestions(bank, blueprint, "seed-2")).not.toEqual(first);
  });

  test("over many seeds every question of the bank is drawn about equally often", () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 3_000; seed += 1) {
      for (const id of idsOf(drawQuestions(bank, { parts: [{ count: 10, points: 1 }] }, `s${seed}`))) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(30);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  test.each([
    ["an empty bank", [], [{ count: 1, points: 1 }], 0, 1],
    ["two too few", [question("a")], [{ count: 3, points: 1 }], 0, 2],
    [
      "no question of the topic",
      [question("a")],
      [
        { count: 1, points: 1 },
        { count: 1, points: 1, topic: "x" },
      ],
      1,
      1,
    ],
    [
      "a question needed twice",
      [question("a")],
      [
        { count: 1, points: 1 },
        { count: 1, points: 1 },
      ],
      1,
      1,
    ],
    [
      "narrow parts are served first, so the wide one lacks",
      [question("a"), question("b", { topic: "army" })],
      [
        { count: 2, points: 1 },
        { count: 1, points: 1, topic: "meetings" },
      ],
      0,
      1,
    ],
  ] as const)("%s: says which part lacks how many", (_what, few, parts, part, missing) => {
    expect(drawQuestions(few, { parts }, "s")).toEqual({ ok: false, reason: "not-enough", part, missing });
  });

  test("an empty blueprint draws nothing", () => {
    expect(drawQuestions(bank, { parts: [] }, "s")).toEqual({ ok: true, questions: [] });
  });

  test("a wide part standing first never takes what a narrow part needs", () => {
    const small = [question("only-meeting"), question("army-1", { topic: "army" })];
    const parts = [
      { count: 1, points: 1, difficulty: "easy" },
      { count: 1, points: 1, topic: "meetings" },
    ] as const;
    for (let seed = 0; seed < 50; seed += 1) {
      expect(idsOf(drawQuestions(small, { parts }, `s${seed}`))).toEqual(["army-1", "only-meeting"]);
    }
  });

  test("parts that overlap in a ring are all served when there is a way, though none is the narrowest", () => {
    // Each part has two candidates: taking any free one can leave the last part without; only an exchange helps.
    const ring = [
      question("a", { topic: "meetings", difficulty: "easy", type: "single" }),
      question("b", { topic: "meetings", difficulty: "hard", type: "fill" }),
      question("c", { topic: "army", difficulty: "hard", type: "single" }),
    ];
    const parts = [
      { count: 1, points: 1, topic: "meetings" },
      { count: 1, points: 1, difficulty: "hard" },
      { count: 1, points: 1, type: "single" },
    ] as const;
    for (let seed = 0; seed < 50; seed += 1) {
      const ids = idsOf(drawQuestions(ring, { parts }, `s${seed}`));
      expect([...ids].sort()).toEqual(["a", "b", "c"]);
      ids.forEach((id, index) => {
        expect(
          fitsPart(ring.find((each) => each.questionId === id) as QuestionSummary, parts[index] as BlueprintPart),
        ).toBe(true);
      });
    }
  });
});

const arbitraryQuestion = fc.record({
  topic: fc.constantFrom("t1", "t2"),
  difficulty: fc.constantFrom("easy", "hard"),
  type: fc.constantFrom("single", "fill"),
} as const);
const arbitraryPart = fc.record(
  {
    count: fc.integer({ min: 0, max: 2 }),
    points: fc.integer({ min: 1, max: 5 }),
    topic: fc.constantFrom("t1", "t2"),
    difficulty: fc.constantFrom("easy", "hard"),
    type: fc.constantFrom("single", "fill"),
  } as const,
  { requiredKeys: ["count", "points"] },
);

/** Tries every way there is. */
function isFeasible(bank: readonly QuestionSummary[], seats: readonly BlueprintPart[]): boolean {
  const [seat, ...rest] = seats;
  if (seat === undefined) return true;
  return bank.some(
    (taken) =>
      fitsPart(taken, seat) &&
      isFeasible(
        bank.filter((each) => each !== taken),
        rest,
      ),
  );
}

test("a draw succeeds exactly when some way to serve all parts exists, and uses no question twice", () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryQuestion, { maxLength: 6 }),
      fc.array(arbitraryPart, { maxLength: 3 }),
      fc.string({ maxLength: 4 }),
      (questions, parts, seed) => {
        const bank = questions.map((each, index) => question(`q${index}`, each));
        const result = drawQuestions(bank, { parts }, seed);
        const seats = parts.flatMap((part) => Array.from({ length: part.count }, () => part));
        expect(result.ok).toBe(isFeasible(bank, seats));
        if (!result.ok) return;
        const ids = idsOf(result);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe(seats.length);
        ids.forEach((id, index) => {
          const seat = seats[index] as BlueprintPart;
          expect(fitsPart(bank.find((each) => each.questionId === id) as QuestionSummary, seat)).toBe(true);
          expect(result.questions[index]?.points).toBe(seat.points);
        });
      },
    ),
    { numRuns: 1_000 },
  );
});
