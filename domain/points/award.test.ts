import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { isoWeekOf, monthOf, quarterOf } from "@/domain/calendar/shanghai";
import { award, contestScore, earnedSince, quartersOfCaps, type EarnedEntry } from "./award";
import { REASONS, tableFor, type Reason } from "./table";

const table = tableFor("2026Q4");
const today = "2026-11-21";

function entry(reason: Reason, value: number, businessDate = today, source = "x"): EarnedEntry {
  return { reason, source, value, businessDate };
}
function earn(reason: Reason, earned: EarnedEntry[], businessDate = today): number {
  return award({ table, reason, source: "new", businessDate, earned }).value;
}

describe("caps", () => {
  it.each([
    ["the first lesson of a day brings 2", "lesson", [], 2],
    ["the third lesson brings 2", "lesson", [entry("lesson", 4)], 2],
    ["the fourth lesson brings nothing", "lesson", [entry("lesson", 6)], 0],
    ["yesterday's lessons do not count", "lesson", [entry("lesson", 6, "2026-11-20")], 2],
    ["a reversed lesson gives its room back", "lesson", [entry("lesson", 6), entry("lesson", -2)], 2],
    [
      "a reversal of another day opens no room today",
      "lesson",
      [entry("lesson", 6), entry("lesson", -2, "2026-11-20")],
      0,
    ],
    ["a sum below zero opens no extra room", "lesson", [entry("lesson", -2)], 2],
    ["a second sharing post of a week brings nothing", "sharing-post", [entry("sharing-post", 3, "2026-11-16")], 0],
    ["Sunday's post is of the week before", "sharing-post", [entry("sharing-post", 3, "2026-11-15")], 3],
    ["a third lecture of a month brings nothing", "lecture", [entry("lecture", 6, "2026-11-01")], 0],
    ["October's lectures do not count", "lecture", [entry("lecture", 6, "2026-10-31")], 3],
    ["a fourth project of a quarter brings nothing", "project", [entry("project", 30, "2026-10-01")], 0],
    ["the third quarter's projects do not count", "project", [entry("project", 30, "2026-09-30")], 10],
    ["the rest of a cap is paid in part", "project", [entry("project", 24)], 6],
    ["the twentieth daily point is paid", "lesson", [entry("assigned-study", 18)], 2],
    ["the daily limit leaves a part", "lesson", [entry("assigned-study", 19)], 1],
    ["the daily limit leaves nothing", "practice-quiz", [entry("assigned-study", 20)], 0],
    ["the daily limit is no matter for a project", "project", [entry("assigned-study", 20)], 10],
    ["a project is no matter for the daily limit", "lesson", [entry("project", 20)], 2],
  ] as const)("%s", (_sentence, reason, earned, expected) => {
    expect(earn(reason, [...earned])).toBe(expected);
  });

  it("a week across the turn of the quarter is one week", () => {
    // Thursday 2026-10-01 and Monday 2026-09-28 lie in one ISO week.
    expect(earn("study-session", [entry("study-session", 4, "2026-09-28")], "2026-10-01")).toBe(0);
    expect(earnedSince("2026-10-01")).toBe("2026-09-28");
    expect(earnedSince("2026-11-21")).toBe("2026-10-01");
    expect(earnedSince("2027-01-01")).toBe("2026-12-28");
    expect(quartersOfCaps("2026-12-31")).toEqual(["2026Q4", "2026Q4", "2027Q1"]);
    expect(quartersOfCaps("2027-01-01")).toEqual(["2026Q4", "2027Q1", "2027Q1"]);
  });

  it("an assignment pays once, the next assignment pays again", () => {
    const earned = [entry("assigned-study", 2, "2026-10-05", "a1")];
    expect(award({ table, reason: "assigned-study", source: "a1", businessDate: today, earned })).toEqual({
      value: 0,
      because: "“支部指定学习”每项只计一次，这一项已经计过。",
    });
    expect(award({ table, reason: "assigned-study", source: "a2", businessDate: today, earned })).toEqual({ value: 2 });
  });
});

it("says why when it pays less, and nothing when it pays in full", () => {
  const input = { table, reason: "lesson", source: "new", businessDate: today } as const;
  expect(award({ ...input, earned: [] })).toEqual({ value: 2 });
  expect(award({ ...input, earned: [entry("lesson", 6)] })).toEqual({
    value: 0,
    because: "“课程学习”每天最多6分，已到上限。",
  });
  expect(award({ ...input, earned: [entry("assigned-study", 19)] })).toEqual({
    value: 1,
    because: "日常学习合计每天最多20分，已到上限。",
  });
});

it.each([
  [0, 0],
  [6, 0],
  [7, 1],
  [99, 14],
  [100, 15],
  [120, 15],
  [-5, 0],
])("a best score of %i percent is worth %i", (percent, points) => {
  expect(contestScore(table, percent)).toBe(points);
});

it("takes what is given for a contest's score and for corrections only", () => {
  const input = { table, source: "c1", businessDate: today, earned: [] };
  expect(award({ ...input, reason: "contest-score", given: 12 })).toEqual({ value: 12 });
  expect(award({ ...input, reason: "contest-score", given: 99 })).toEqual({ value: 15 });
  expect(award({ ...input, reason: "correction", given: -3 })).toEqual({ value: -3 });
  expect(award({ ...input, reason: "lesson", given: 99 })).toEqual({ value: 2 });
});

const PERIODS = { day: (date: string) => date, week: isoWeekOf, month: monthOf, quarter: quarterOf };

function sums(entries: readonly EarnedEntry[], key: (entry: EarnedEntry) => string): number[] {
  const found = new Map<string, number>();
  for (const one of entries) found.set(key(one), (found.get(key(one)) ?? 0) + one.value);
  return [...found.values()];
}

it("no order of deeds and reversals exceeds a cap", () => {
  const deed = fc.record({
    reason: fc.constantFrom(...REASONS.filter((reason) => reason !== "correction")),
    // Few days and sources, so that caps are reached: eleven days around the turn of a quarter.
    day: fc.integer({ min: 0, max: 10 }),
    source: fc.integer({ min: 0, max: 30 }),
    given: fc.integer({ min: -5, max: 40 }),
    undo: fc.option(fc.nat(), { freq: 6 }),
  });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 160 }), (deeds) => {
      const ledger: EarnedEntry[] = [];
      const standing: EarnedEntry[] = [];
      for (const { reason, day, source, given, undo } of deeds) {
        const businessDate = addDays("2026-09-26", day);
        const named = `s${source}`;
        const { value } = award({ table, reason, source: named, businessDate, earned: ledger, given });
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(table.rows[reason].value);
        const paid = { reason, source: named, value, businessDate };
        ledger.push(paid);
        standing.push(paid);
        const [undone] = undo === null ? [] : standing.splice(undo % standing.length, 1);
        if (undone) ledger.push({ ...undone, source: `reversal:${ledger.length}`, value: 0 - undone.value });
      }
      for (const reason of REASONS) {
        const { cap } = table.rows[reason];
        const own = ledger.filter((one) => one.reason === reason);
        if (cap === null) continue;
        if (cap.per === "once") {
          for (const sum of sums(own, (one) => one.source)) expect(sum).toBeLessThanOrEqual(table.rows[reason].value);
        } else {
          for (const sum of sums(own, (one) => PERIODS[cap.per](one.businessDate)))
            expect(sum).toBeLessThanOrEqual(cap.limit);
        }
      }
      const daily = ledger.filter((one) => table.rows[one.reason as Reason].daily);
      for (const sum of sums(daily, (one) => one.businessDate)) expect(sum).toBeLessThanOrEqual(table.dailyLimit);
    }),
    { numRuns: 300 },
  );
});
