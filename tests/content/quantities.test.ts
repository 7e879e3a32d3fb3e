import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { DIFFICULTIES, QUESTION_TYPES } from "@/domain/quizzes/types";
import { checkFiles } from "@/features/library/content/check-library";
import { readContentFiles } from "@/features/library/content/read-files";
import type { FileQuestion } from "@/features/library/schema";

const { library } = checkFiles(readContentFiles());
const questions = library.questions.map(({ data }) => data);

/** Every day of a leap year, MM-DD. */
const DAYS = Array.from({ length: 366 }, (_, index) => addDays("2024-01-01", index).slice(5));

const isRightLongest = (options: readonly { text: string; right?: boolean | undefined }[]): boolean => {
  const length = (text: string) => [...text].length;
  const right = length(options.find((option) => option.right)?.text ?? "");
  return options.every((option) => option.right === true || length(option.text) < right);
};

describe("how much there is to learn", () => {
  it("is an entry for every day, at most sixty of them without an event of that day", () => {
    expect(library.entries.map(({ monthDay }) => monthDay)).toEqual(DAYS);
    expect(library.entries.filter(({ front }) => front.kind === "theme").length).toBeLessThanOrEqual(60);
  });

  it.each([
    ["lessons", library.lessons.length, 48],
    ["questions", questions.length, 800],
    ["leaflets", library.leaflets.length, 12],
    ["films", library.films.length, 2],
  ])("is enough %s: %i of at least %i", (_what, count, atLeast) => {
    expect(count).toBeGreaterThanOrEqual(atLeast);
  });

  it.each(QUESTION_TYPES.flatMap((type) => DIFFICULTIES.map((level) => [type, level] as const)))(
    "has questions of the type %s that are %s",
    (type, level) => {
      const found = questions.filter((question) => question.type === type && question.difficulty === level);
      expect(found.length).toBeGreaterThan(0);
    },
  );

  it("does not show the right option by its length: it is the longest of at most 35 in 100 single choices", () => {
    const singles = questions.filter(
      (question): question is Extract<FileQuestion, { type: "single" }> => question.type === "single",
    );
    const longest = singles.filter(({ options }) => isRightLongest(options)).length;
    expect(longest / singles.length).toBeLessThanOrEqual(0.35);
  });
});
