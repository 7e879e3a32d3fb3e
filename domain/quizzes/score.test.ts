import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { storePaper } from "@/domain/quizzes/paper";
import { rightAnswer } from "@/domain/quizzes/review";
import { PARTIAL_CREDIT_RULES, scoreAnswer, scoreInKeys, scorePaper } from "@/domain/quizzes/score";
import { inIds, inKeys } from "@/domain/quizzes/translate";
import {
  QUESTION_TYPES,
  type AnswerValue,
  type Draft,
  type QuestionBody,
  type QuestionVersionData,
  type StoredPaper,
} from "@/domain/quizzes/types";
import { arbitraryBank, makeVersion, PLAIN_BODIES } from "@/tests/factories/question-versions";

const threeRight: QuestionBody = { ...PLAIN_BODIES.multiple, right: ["a", "b", "c"] };
const { single, multiple, fill, ordering, matching } = PLAIN_BODIES;
const trueFalse = PLAIN_BODIES["true-false"];

describe("scoreInKeys", () => {
  test.each<[string, QuestionBody, AnswerValue | null, number]>([
    ["single right", single, "b", 100],
    ["single wrong", single, "a", 0],
    ["single unanswered", single, null, 0],
    ["true-false right", trueFalse, true, 100],
    ["true-false wrong", trueFalse, false, 0],
    ["true-false unanswered where false is right", { ...trueFalse, answer: false }, null, 0],
    ["true-false where false is right", { ...trueFalse, answer: false }, false, 100],
    ["multiple full, in another order", multiple, ["c", "a"], 100],
    ["multiple half", multiple, ["a"], 50],
    ["multiple one right and one wrong", multiple, ["a", "b"], 0],
    ["multiple all right and one wrong", multiple, ["a", "c", "b"], 50],
    ["multiple everything chosen", multiple, ["a", "b", "c", "d"], 0],
    ["multiple wrong ones only: not below zero", multiple, ["b", "d"], 0],
    ["multiple one of three, rounded down", threeRight, ["a"], 33],
    ["multiple two of three, rounded down", threeRight, ["a", "b"], 66],
    ["multiple two of three with a wrong one", threeRight, ["a", "b", "d"], 33],
    ["fill full", fill, ["瑞金", "1931"], 100],
    ["fill by another variant and full width", fill, [" 瑞金。", "１９３１"], 100],
    ["fill one of two", fill, ["遵义", "一九三一"], 50],
    ["fill one left empty", fill, ["瑞金", ""], 50],
    ["fill the right texts in the wrong blanks", fill, ["1931", "瑞金"], 0],
    ["ordering full", ordering, ["a", "b", "c", "d"], 100],
    ["ordering two of three neighbours", ordering, ["b", "c", "d", "a"], 66],
    ["ordering one of three neighbours", ordering, ["c", "a", "b", "d"], 33],
    ["ordering that does not name every item", ordering, ["d", "a"], 0],
    ["ordering backwards", ordering, ["d", "c", "b", "a"], 0],
    ["matching full", matching, { a: "x", b: "y", c: "z" }, 100],
    ["matching one of three", matching, { a: "x", b: "z", c: "y" }, 33],
    ["matching two pairs joined, both right", matching, { c: "z", b: "y" }, 66],
    ["matching none", matching, { a: "y", b: "z", c: "x" }, 0],
  ])("%s", (_what, body, value, fraction) => {
    expect(scoreInKeys(body, value)).toBe(fraction);
  });

  test("every type has its published sentence", () => {
    for (const type of QUESTION_TYPES) expect(PARTIAL_CREDIT_RULES[type]).toMatch(/。$/u);
  });
});

const mapOf = (bank: readonly QuestionVersionData[]) => new Map(bank.map((version) => [version.versionId, version]));
const store = (bank: readonly QuestionVersionData[], seed: string): StoredPaper =>
  storePaper({ questions: bank.map((version, index) => ({ version, points: 1 + (index % 3) })), seed });

/** The draft in which every question has the answer that `choose` gives in keys. */
const answerAll = (
  stored: StoredPaper,
  bank: readonly QuestionVersionData[],
  choose: (version: QuestionVersionData, index: number) => AnswerValue | null,
): Draft =>
  Object.fromEntries(
    stored.questions.map((question) => {
      const index = bank.findIndex(({ versionId }) => versionId === question.versionId);
      const value = inIds(question, choose(bank[index] as QuestionVersionData, index));
      return [question.id, { value, revision: 1 }];
    }),
  );

/** Some answer that the protocol allows, in keys; `picks` decides which. */
function someAnswer({ body }: QuestionVersionData, picks: () => number): AnswerValue | null {
  const pick = <T>(items: readonly T[]): T => items[picks() % items.length] as T;
  const scatter = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: picks() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  switch (body.type) {
    case "single":
      return pick(body.options).key;
    case "multiple":
      return body.options.map(({ key }) => key).filter(() => picks() % 2 === 0);
    case "true-false":
      return picks() % 2 === 0;
    case "fill":
      return body.blanks.map((accepted) => pick([...accepted, "", "别的"]));
    case "ordering":
      return scatter(body.items.map(({ key }) => key));
    case "matching": {
      const right = scatter(body.pairs.map((pair) => pair.right.key));
      return Object.fromEntries(body.pairs.map((pair, index) => [pair.left.key, right[index] as string]));
    }
  }
}

const streamOfPicks = fc
  .infiniteStream(fc.nat({ max: 1_000_000 }))
  .map((stream) => () => stream.next().value as number);

describe("scorePaper", () => {
  const bank = [makeVersion(single), makeVersion(multiple), makeVersion(matching)];

  test("adds fraction × points in hundredths and says what was answered in keys", () => {
    const stored = storePaper({ questions: bank.map((version) => ({ version, points: 5 })), seed: "s" });
    const answers = new Map<string, AnswerValue | null>([
      ["single", "b"],
      ["multiple", null],
      ["matching", { a: "x", b: "z", c: "y" }],
    ]);
    const draft = answerAll(stored, bank, ({ type }) => answers.get(type) ?? null);
    const result = scorePaper({ stored, versions: mapOf(bank), draft });
    expect(result).toMatchObject({ score: 500 + 165, maxScore: 1_500, answered: 2, total: 3 });
    for (const line of result.lines) {
      const type = bank.find(({ versionId }) => versionId === line.versionId)?.type ?? "";
      expect(line.value).toEqual(answers.get(type));
      expect(line.voided).toBe(false);
    }
    expect(result.lines.map(({ id }) => id)).toEqual(stored.questions.map(({ id }) => id));
  });

  test("a void question gives its full marks, answered wrongly or not at all, and nobody more than the maximum", () => {
    const stored = storePaper({ questions: bank.map((version) => ({ version, points: 5 })), seed: "s" });
    const voided = new Set(["question-single"]);
    const wrong = answerAll(stored, bank, ({ type }) => (type === "single" ? "a" : null));
    const all = answerAll(stored, bank, ({ body }) => rightAnswer(body));
    expect(scorePaper({ stored, versions: mapOf(bank), draft: {}, voided })).toMatchObject({ score: 500, answered: 0 });
    expect(scorePaper({ stored, versions: mapOf(bank), draft: wrong, voided })).toMatchObject({
      score: 500,
      answered: 1,
    });
    expect(scorePaper({ stored, versions: mapOf(bank), draft: wrong })).toMatchObject({ score: 0 });
    expect(scorePaper({ stored, versions: mapOf(bank), draft: all, voided })).toMatchObject({ score: 1_500 });
  });

  test("an answer that is none of this paper counts as none", () => {
    const stored = store([makeVersion(single)], "s");
    const id = stored.questions[0]?.id ?? "";
    for (const value of ["b", "o00000000", ["b"], true, {}]) {
      const result = scorePaper({ stored, versions: mapOf(bank), draft: { [id]: { value, revision: 1 } } });
      expect(result).toMatchObject({ score: 0, answered: 0 });
    }
  });

  test("a version that is missing is an error, not a zero", () => {
    expect(() => scorePaper({ stored: store(bank, "s"), versions: new Map(), draft: {} })).toThrow(/question-/);
  });

  test("unanswered is 0, the full key is full marks, everything lies between", () => {
    fc.assert(
      fc.property(arbitraryBank, fc.string(), streamOfPicks, (questions, seed, picks) => {
        const stored = store(questions, seed);
        const versions = mapOf(questions);
        const none = scorePaper({ stored, versions, draft: {} });
        const full = scorePaper({
          stored,
          versions,
          draft: answerAll(stored, questions, ({ body }) => rightAnswer(body)),
        });
        const some = scorePaper({
          stored,
          versions,
          draft: answerAll(stored, questions, (each) => someAnswer(each, picks)),
        });
        expect(none).toMatchObject({ score: 0, answered: 0, total: questions.length });
        expect(full).toMatchObject({ score: full.maxScore, answered: questions.length });
        expect(full.maxScore).toBe(none.maxScore);
        expect(some.score >= 0 && some.score <= some.maxScore).toBe(true);
        for (const { fraction } of some.lines)
          expect(Number.isInteger(fraction) && fraction >= 0 && fraction <= 100).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("another seed, that is other ids in another order, does not change the score of the same answers", () => {
    fc.assert(
      fc.property(arbitraryBank, fc.string(), fc.string(), streamOfPicks, (questions, one, two, picks) => {
        const answers = questions.map((each) => someAnswer(each, picks));
        const [first, second] = [one, `${two}!`].map((seed) => {
          const stored = storePaper({ questions: questions.map((version) => ({ version, points: 2 })), seed });
          const draft = answerAll(stored, questions, (_each, index) => answers[index] ?? null);
          const { lines, ...sums } = scorePaper({ stored, versions: mapOf(questions), draft });
          const byVersion = lines.map(({ versionId, value, fraction }) => ({ versionId, value, fraction }));
          return { ...sums, lines: byVersion.sort((a, b) => (a.versionId < b.versionId ? -1 : 1)) };
        });
        expect(second).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  test("only the full key gives 100, and ids and keys translate to and fro", () => {
    fc.assert(
      fc.property(arbitraryBank, fc.string(), streamOfPicks, (questions, seed, picks) => {
        for (const question of store(questions, seed).questions) {
          const version = questions.find(({ versionId }) => versionId === question.versionId) as QuestionVersionData;
          const value = someAnswer(version, picks);
          const ids = inIds(question, value);
          expect(inKeys(question, ids)).toEqual(value);
          if (version.type === "fill" || scoreAnswer(version.body, question, ids) < 100) continue;
          const sorted = (answer: AnswerValue | null) =>
            version.type === "multiple" && Array.isArray(answer) ? [...answer].sort() : answer;
          expect(sorted(value)).toEqual(sorted(rightAnswer(version.body)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("no value of whatever form, in ids or in keys, scores outside 0 to 100", () => {
    const names = fc.constantFrom("a", "b", "c", "d", "x", "y", "z", "瑞金");
    const anything = fc.oneof(names, fc.boolean(), fc.array(names, { maxLength: 9 }), fc.dictionary(names, names));
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(PLAIN_BODIES)), anything, (body, value) => {
        const fraction = scoreInKeys(body, value);
        expect(fraction >= 0 && fraction <= 100).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
