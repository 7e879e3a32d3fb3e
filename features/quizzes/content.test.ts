import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { drawQuestions, type QuestionSummary } from "@/domain/quizzes/draw";
import { DIFFICULTIES, PERIODS, QUESTION_TYPES } from "@/domain/quizzes/types";
import { readPracticeQuizzes } from "./content";

const questionSchema = z.object({
  id: z.string(),
  topic: z.string(),
  period: z.enum(PERIODS),
  type: z.enum(QUESTION_TYPES),
  difficulty: z.enum(DIFFICULTIES),
});

/** The library's bank as its files are today. */
function libraryBank(): QuestionSummary[] {
  const folder = path.join(process.cwd(), "content/questions");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => z.array(questionSchema).parse(parse(readFileSync(path.join(folder, name), "utf8"))))
    .map(({ id, ...rest }) => ({ questionId: id, ...rest }));
}

describe("content/quizzes/practice.yaml", () => {
  const bank = libraryBank();
  test.each(readPracticeQuizzes().map((quiz) => [quiz.title, quiz] as const))(
    "the library's questions fill “%s” with some to spare",
    (_title, { parts }) => {
      expect(drawQuestions(bank, { parts }, "seed")).toMatchObject({ ok: true });
      const doubled = parts.map((part) => ({ ...part, count: part.count * 2 }));
      expect(drawQuestions(bank, { parts: doubled }, "seed")).toMatchObject({ ok: true });
    },
  );
});

const GOOD = `- key: one
  title: 练习
  summary: 一份练习
  opens: "2026-01-01"
  passPercent: 60
  reviewOpens: at-submission
  parts: [{ count: 1, points: 5 }]
`;

describe("readPracticeQuizzes", () => {
  test("reads what is well written", () => {
    expect(readPracticeQuizzes(GOOD)).toEqual([
      {
        ...{ key: "one", title: "练习", summary: "一份练习", opens: "2026-01-01", passPercent: 60 },
        ...{ reviewOpens: "at-submission", parts: [{ count: 1, points: 5 }] },
      },
    ]);
  });

  test.each([
    ["an unknown field", GOOD + "  length: 3\n", "length"],
    ["an unknown period", GOOD.replace("points: 5", "points: 5, period: antiquity"), "period"],
    ["a day that does not exist", GOOD.replace("2026-01-01", "2026-02-30"), "opens"],
    ["the same key twice", GOOD + GOOD, "用了两次"],
  ])("refuses %s", (_name, text, place) => {
    expect(() => readPracticeQuizzes(text)).toThrow(place);
  });
});
