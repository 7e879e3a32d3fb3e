import { expect, it } from "vitest";
import type { QuizItem } from "../schema";
import { ownWords, rulesOf } from "./quiz-words";

const quiz = {
  questions: 20,
  maxScore: 10_000,
  passPercent: 60,
  limitSeconds: 1_200,
  closesAt: "2026-07-31T10:00:00.000Z",
  maxAttempts: 3,
} as QuizItem;

it.each([
  [{}, "20题，满分100分，60%通过，限时20分钟，按下开始就计时，7月31日 18:00截止，可以答3次，取最好的一次"],
  [
    { limitSeconds: null, closesAt: null, maxAttempts: null },
    "20题，满分100分，60%通过，不限时间，答几次都可以，取最好的一次",
  ],
  [
    { limitSeconds: 1_350, closesAt: null, maxAttempts: 1 },
    "20题，满分100分，60%通过，限时22分钟30秒，按下开始就计时，只能答一次",
  ],
])("rules of %j", (part, words) => expect(rulesOf({ ...quiz, ...part })).toBe(words));

const own = {
  attempts: 0,
  attemptsLeft: null,
  openAttemptId: null,
  latestAttemptId: null,
  bestScore: null,
  bestMaxScore: null,
  passed: false,
};

it.each([
  [{}, "没答过"],
  [{ attempts: 1, openAttemptId: "a" }, "正在答第1次"],
  [{ attempts: 2, openAttemptId: "a", bestScore: 8_650, passed: true }, "正在答第2次，最好86.5分，已通过"],
  [{ attempts: 3, bestScore: 5_000 }, "答过3次，最好50分"],
])("own state of %j", (part, words) => expect(ownWords({ ...own, ...part })).toBe(words));
