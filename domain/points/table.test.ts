import { describe, expect, it } from "vitest";
import { dailyLimitRule, isReason, REASONS, TABLES, tableFor, type PointsTable } from "./table";

const table = tableFor("2026Q4");

it.each([
  ["daily-entry", "fixed", 1, { per: "day", limit: 1 }, true],
  ["lesson", "fixed", 2, { per: "day", limit: 6 }, true],
  ["assigned-study", "fixed", 2, { per: "once" }, true],
  ["practice-quiz", "fixed", 1, { per: "day", limit: 3 }, true],
  ["review", "fixed", 1, { per: "day", limit: 2 }, true],
  ["contest-taking-part", "fixed", 5, { per: "once" }, false],
  ["contest-score", "up-to", 15, { per: "once" }, false],
  ["sharing-post", "fixed", 3, { per: "week", limit: 3 }, false],
  ["project", "fixed", 10, { per: "quarter", limit: 30 }, false],
  ["venue-visit", "fixed", 5, { per: "quarter", limit: 10 }, false],
  ["lecture", "fixed", 3, { per: "month", limit: 6 }, false],
  ["study-session", "fixed", 2, { per: "week", limit: 4 }, false],
  ["correction", "given", 0, null, false],
] as const)("%s is %s %i with cap %j", (reason, worth, value, cap, daily) => {
  expect(table.rows[reason]).toMatchObject({ reason, worth, value, cap, daily });
});

it("reads as sentences", () => {
  expect(table.rows.lesson.rule).toBe("第一次答完一课的回想题（答对答错都算），得2分，每天最多6分。");
  expect(table.rows["assigned-study"].rule).toBe("按期完成支部指定的一项学习，得2分，每项只计一次。");
  expect(table.rows["contest-score"].rule).toBe(
    "一场竞赛的最好成绩，按得分百分比×15÷100向下取整，最多得15分，每项只计一次。",
  );
  expect(table.rows.correction.rule).toBe("题目更正或作废后的增减，分值见该条说明。");
  expect(dailyLimitRule(table)).toBe("党史天天谈、课程学习、支部指定学习、练习答题、错题复习合计每天最多20分。");
});

it("is frozen to the last row", () => {
  expect(Object.isFrozen(TABLES) && Object.isFrozen(table) && Object.isFrozen(table.rows)).toBe(true);
  for (const reason of REASONS) {
    expect(Object.isFrozen(table.rows[reason])).toBe(true);
    expect(Object.isFrozen(table.rows[reason].cap ?? Object.freeze({}))).toBe(true);
  }
});

describe("versions", () => {
  const versions = ["2026Q4", "2027Q2", "2028Q1"].map((version): PointsTable => ({ ...table, version }));
  it.each([
    ["2026Q4", "2026Q4"],
    ["2027Q1", "2026Q4"],
    ["2027Q2", "2027Q2"],
    ["2027Q4", "2027Q2"],
    ["2031Q3", "2028Q1"],
  ])("%s is settled by %s", (quarter, version) => {
    expect(tableFor(quarter, versions).version).toBe(version);
  });
  it("there is none before the first", () => {
    expect(() => tableFor("2026Q3")).toThrow(RangeError);
  });
});

it("knows its own reasons only", () => {
  expect(isReason("lesson")).toBe(true);
  expect(isReason("sign-in")).toBe(false);
});
