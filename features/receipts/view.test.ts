import { expect, test } from "vitest";
import { formatScore, shownReceiptOf } from "./view";

test.each([
  [8_650, "86.5"],
  [10_000, "100"],
  [0, "0"],
  [165, "1.65"],
])("%i hundredths are %s", (hundredths, text) => {
  expect(formatScore(hundredths)).toBe(text);
});

test("the time is Shanghai's, to the second, and nothing says whose receipt it is", () => {
  const receipt = {
    ...{
      id: "ZJ7K-3F82-91C4",
      attemptId: "attempt-1",
      submittedAt: new Date("2026-11-21T16:00:09Z"),
      answered: 19,
      total: 20,
    },
    ...{ score: 8_650, maxScore: 10_000, pointsAwarded: 1, digest: "ab", keyId: "k", signature: "s" },
  };
  const shown = shownReceiptOf(receipt, { form: "form", isSigned: true, isUnchanged: true, scoreNow: 9_150 });
  expect(shown.submittedAt).toContain("2026年11月22日");
  expect(shown.submittedAt).toContain("00:00:09");
  expect(shown).toMatchObject({ score: "86.5", correctedScore: "91.5" });
  expect(Object.keys(shown)).not.toContain("attemptId");
});
