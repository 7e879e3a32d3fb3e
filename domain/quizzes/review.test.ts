import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facesOf } from "@/domain/quizzes/face";
import { publicQuestion, storePaper } from "@/domain/quizzes/paper";
import { reviewOf, rightAnswer } from "@/domain/quizzes/review";
import { scoreAnswer, scorePaper } from "@/domain/quizzes/score";
import { inIds } from "@/domain/quizzes/translate";
import type { QuestionVersionData } from "@/domain/quizzes/types";
import { arbitraryBank, makeVersion, PLAIN_BODIES } from "@/tests/factories/question-versions";

const mapOf = (bank: readonly QuestionVersionData[]) => new Map(bank.map((version) => [version.versionId, version]));

describe("reviewOf", () => {
  const bank = [makeVersion(PLAIN_BODIES.single), makeVersion(PLAIN_BODIES.fill)];
  const versions = mapOf(bank);
  const stored = storePaper({ questions: bank.map((version) => ({ version, points: 5 })), seed: "s" });
  const question = stored.questions.find(({ type }) => type === "single") ?? stored.questions[0];
  if (question === undefined) throw new Error("the paper has questions");
  const draft = { [question.id]: { value: inIds(question, "a"), revision: 1 } };

  test("shows one's own and the right answer in the paper's ids, and where it is written", () => {
    const { lines } = scorePaper({ stored, versions, draft });
    const reviewed = reviewOf({ stored, versions, lines }).find((each) => each.question.id === question.id);
    expect(reviewed).toEqual({
      question: publicQuestion(question, facesOf(bank)),
      value: inIds(question, "a"),
      right: inIds(question, "b"),
      fraction: 0,
      voided: false,
      explanation: "解析",
      passage: "1935年1月15日，会议在遵义召开。",
      anchor: "lessons/new-democratic-revolution/03-zunyi#opening",
      sources: [{ title: "遵义会议", publisher: "人民网", url: "https://cpc.people.com.cn/zunyi" }],
    });
  });

  test("of a blank it shows the first way to write it, and all accepted ones", () => {
    const { lines } = scorePaper({ stored, versions, draft });
    const reviewed = reviewOf({ stored, versions, lines }).find((each) => each.question.type === "fill");
    expect(reviewed).toMatchObject({
      value: null,
      right: ["瑞金", "1931"],
      accepted: [["瑞金"], ["1931", "一九三一"]],
    });
  });

  test("a void question says so", () => {
    const { lines } = scorePaper({ stored, versions, draft, voided: new Set(["question-single"]) });
    const reviewed = reviewOf({ stored, versions, lines }).find((each) => each.question.id === question.id);
    expect(reviewed).toMatchObject({ fraction: 100, voided: true, value: inIds(question, "a") });
  });

  test("a version that is missing is an error", () => {
    expect(() => reviewOf({ stored, versions: new Map(), lines: [] })).toThrow(/question-/);
  });
});

test("the right answer of a review scores full marks when given back", () => {
  fc.assert(
    fc.property(arbitraryBank, fc.string(), (bank, seed) => {
      const stored = storePaper({ questions: bank.map((version) => ({ version, points: 1 })), seed });
      const reviewed = reviewOf({ stored, versions: mapOf(bank), lines: [] });
      expect(reviewed.map((each) => each.question.id)).toEqual(stored.questions.map(({ id }) => id));
      stored.questions.forEach((question, index) => {
        const version = mapOf(bank).get(question.versionId) as QuestionVersionData;
        expect(scoreAnswer(version.body, question, reviewed[index]?.right ?? null)).toBe(100);
        expect(inIds(question, rightAnswer(version.body))).toEqual(reviewed[index]?.right);
      });
    }),
    { numRuns: 200 },
  );
});
