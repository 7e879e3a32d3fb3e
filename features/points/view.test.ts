import { describe, expect, it } from "vitest";
import type { LedgerRow } from "./queries";
import { cursorText, parseCursor, pointsLine, quarterLabel } from "./view";

const row: LedgerRow = {
  ...{ id: "e1", memberId: "m1", reason: "lesson", source: "lessons/a/01", value: 2, at: new Date(0) },
  ...{ businessDate: "2026-11-21", quarter: "2026Q4", tableVersion: "2026Q4", branchId: "b", organisationId: "o" },
  ...{ reversesId: null, quarterSum: 9, reversed: false },
};

describe("a line of the ledger", () => {
  it("has a day and no time, the rule in words, and no unit", () => {
    expect(pointsLine(row)).toEqual({
      ...{ id: "e1", date: "2026-11-21", quarter: "2026Q4", reason: "lesson", reasonName: "课程学习" },
      rule: "第一次答完一课的回想题（答对答错都算），得2分，每天最多6分。",
      ...{ source: "lessons/a/01", value: 2, quarterSum: 9, note: null, reversesId: null },
    });
  });
  it.each([
    ["cut by a cap", { value: 1 }, "应得2分，到了上限，只计1分。"],
    ["a reversal", { value: -2, reversesId: "e0" }, "这是一笔冲销，抵去之前记错的一笔。"],
    ["taken back", { reversed: true }, "这一笔后来冲销了，不再计入。"],
    ["a contest below the best", { reason: "contest-score", value: 9 }, null],
    ["a correction", { reason: "correction", value: -3 }, null],
  ])("that is %s says so", (_sentence, more, note) => {
    expect(pointsLine({ ...row, ...more }).note).toBe(note);
  });
});

describe("a cursor", () => {
  it("comes back as it went out", () => {
    const cursor = { at: new Date("2026-11-21T04:00:00.123Z"), id: "019aa5c2-7f00-7000-8000-000000000000" };
    expect(parseCursor(cursorText(cursor))).toEqual(cursor);
  });
  it.each(["", "x", "_", "zzzzzzzzzz_a", "abc_", "abc_a b", "ABC_x"])("is refused: %j", (text) => {
    expect(parseCursor(text)).toBeNull();
  });
});

it("a quarter reads in Chinese", () => {
  expect(quarterLabel("2026Q4")).toBe("2026年第四季度");
});
