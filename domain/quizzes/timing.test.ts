import { describe, expect, test } from "vitest";
import {
  acceptsUntil,
  attemptsLeft,
  deadlineOf,
  isOverdue,
  isPassed,
  percentOf,
  quizPhase,
  reviewOpensAt,
  type ReviewOpens,
} from "@/domain/quizzes/timing";

const at = (time: string): Date => new Date(`2026-11-21T${time}Z`);
const orNull = (time: string | null): Date | null => (time === null ? null : at(time));

describe("deadlineOf", () => {
  test.each<[string, number | null, number, string | null, string | null]>([
    ["neither limit nor end", null, 100, null, null],
    ["the end alone", null, 100, "09:00:00", "09:00:00"],
    ["the limit alone", 600, 100, null, "08:10:00"],
    ["the limit before the end", 600, 100, "09:00:00", "08:10:00"],
    ["the end before the limit", 600, 100, "08:05:00", "08:05:00"],
    ["both at once", 600, 100, "08:10:00", "08:10:00"],
    ["half as long again", 600, 150, null, "08:15:00"],
    ["a factor never moves the end of the window", 600, 150, "08:12:00", "08:12:00"],
    ["a factor without a limit", null, 150, "08:12:00", "08:12:00"],
    ["a factor that leaves half a second", 1, 150, null, "08:00:01.500"],
  ])("%s", (_what, limitSeconds, timeFactor, closesAt, expected) => {
    const deadline = deadlineOf({ startedAt: at("08:00:00"), limitSeconds, timeFactor, closesAt: orNull(closesAt) });
    expect(deadline).toEqual(orNull(expected));
  });
});

describe("grace", () => {
  test.each([
    ["at the deadline", "08:10:00", false],
    ["30 seconds later", "08:10:30", false],
    ["a millisecond after that", "08:10:30.001", true],
  ])("%s", (_what, now, overdue) => {
    expect(isOverdue(at("08:10:00"), { now: at(now) })).toBe(overdue);
  });

  test("without a deadline nothing is late", () => {
    expect(acceptsUntil(null)).toBeNull();
    expect(isOverdue(null, { now: at("23:59:59") })).toBe(false);
  });

  test("is thirty seconds", () => {
    expect(acceptsUntil(at("08:10:00"))).toEqual(at("08:10:30"));
  });
});

describe("quizPhase", () => {
  test.each<[string, string | null, string, string]>([
    ["before", "09:00:00", "07:59:59.999", "upcoming"],
    ["as it opens", "09:00:00", "08:00:00", "open"],
    ["just before the end", "09:00:00", "08:59:59.999", "open"],
    ["at the end", "09:00:00", "09:00:00", "ended"],
    ["without an end", null, "23:59:59", "open"],
  ])("%s", (_what, closesAt, now, phase) => {
    expect(quizPhase({ opensAt: at("08:00:00"), closesAt: orNull(closesAt) }, { now: at(now) })).toBe(phase);
  });
});

test.each([
  [null, 7, null],
  [3, 0, 3],
  [3, 2, 1],
  [3, 3, 0],
  [3, 5, 0],
])("of %j attempts, %d used, there are %j left", (max, used, left) => {
  expect(attemptsLeft(max, used)).toBe(left);
});

describe("reviewOpensAt", () => {
  test.each<[string, ReviewOpens, string | null, string, string | null]>([
    ["never", "never", "09:00:00", "08:30:00", null],
    ["at submission", "at-submission", "09:00:00", "08:30:00", "08:30:00"],
    ["at submission without a window", "at-submission", null, "08:30:00", "08:30:00"],
    ["after the window and the grace of those who still answer", "after-window", "09:00:00", "08:30:00", "09:00:30"],
    ["submitted in the grace", "after-window", "09:00:00", "09:00:10", "09:00:30"],
    ["closed long after the window", "after-window", "09:00:00", "11:00:00", "11:00:00"],
    ["after a window that never ends", "after-window", null, "08:30:00", null],
  ])("%s", (_what, reviewOpens, closesAt, closedAt, expected) => {
    expect(reviewOpensAt({ reviewOpens, closesAt: orNull(closesAt) }, at(closedAt))).toEqual(orNull(expected));
  });
});

describe("percentOf and isPassed", () => {
  test.each([
    [0, 10_000, 0],
    [5_999, 10_000, 59],
    [6_000, 10_000, 60],
    [9_999, 10_000, 99],
    [10_000, 10_000, 100],
    [2_000, 3_000, 66],
    [0, 0, 0],
  ])("%d of %d is %d percent", (score, max, percent) => {
    expect(percentOf(score, max)).toBe(percent);
  });

  test.each([
    [5_999, 10_000, 60, false],
    [6_000, 10_000, 60, true],
    [1_999, 3_000, 67, false],
    [2_010, 3_000, 67, true],
    [0, 10_000, 0, true],
    [0, 0, 0, false],
    [9_999, 10_000, 100, false],
    [10_000, 10_000, 100, true],
  ])("%d of %d against %d percent: %s", (score, max, pass, passed) => {
    expect(isPassed(score, max, pass)).toBe(passed);
  });

  test("a paper is passed exactly when the percent shown reaches the mark", () => {
    for (let score = 0; score <= 700; score += 1) {
      for (const pass of [0, 1, 33, 60, 99, 100])
        expect(isPassed(score, 700, pass)).toBe(percentOf(score, 700) >= pass);
    }
  });
});
