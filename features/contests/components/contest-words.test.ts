import { describe, expect, it } from "vitest";
import type { ContestItem } from "../schema";
import { ownWords, rulesOf, whenWords } from "./contest-words";

const contest = {
  ...{ phase: "upcoming", questions: 20, maxScore: 10_000, limitSeconds: 1_200, maxAttempts: 2 },
  ...{ opensAt: "2026-12-01T00:00:00.000Z", closesAt: "2026-12-03T12:00:00.000Z" },
  own: { registered: true, attempts: 0, openAttemptId: null, bestScore: null },
} as ContestItem;
const now = new Date("2026-11-29T02:00:00Z");

describe("a contest in words", () => {
  it.each([
    [{}, "20题，满分100分，限时20分钟，按下开始就计时，可以答2次，取最好的一次"],
    [{ limitSeconds: 1_350, maxAttempts: 1 }, "20题，满分100分，限时22分钟30秒，按下开始就计时，只能答一次"],
  ])("its rules %j", (part, words) => expect(rulesOf({ ...contest, ...part })).toBe(words));

  it.each([
    ["upcoming", "还有2天开始"],
    ["open", "还有4天结束"],
    ["counting", "已经结束，正在算成绩，一两分钟就好"],
    ["ended", "12月3日 20:00结束，有结果了"],
  ] as const)("when it is %s", (phase, words) => expect(whenWords({ ...contest, phase }, now)).toBe(words));

  it.each([
    [{ registered: false }, "没有报名"],
    [{ registered: false, attempts: 1 }, "已退出"],
    [{}, "报了名"],
    [{ attempts: 1, openAttemptId: "a" }, "正在答第1次"],
    [{ attempts: 2, bestScore: 8_650 }, "答过2次，最好86.5分"],
  ])("one's own part %j", (own, words) => {
    expect(ownWords({ ...contest, own: { ...contest.own, ...own } })).toBe(words);
  });
});
