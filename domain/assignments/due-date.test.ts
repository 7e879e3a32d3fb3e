import { describe, expect, it } from "vitest";
import { checkDueDate, dueChoices, dueWords } from "./due-date";

const TODAY = "2026-11-22";

it("offers three, five and ten working days", () => {
  expect(dueChoices(TODAY)).toEqual([
    { workingDays: 3, date: "2026-11-25", isKnown: true },
    { workingDays: 5, date: "2026-11-27", isKnown: true },
    { workingDays: 10, date: "2026-12-04", isKnown: true },
  ]);
  expect(dueChoices("2026-12-25").map((choice) => choice.isKnown)).toEqual([true, false, false]);
});

describe("a due date", () => {
  it.each([
    ["2026-11-22", "11月22日是周末，可以照常派发，也可以改到11月23日。"],
    ["2026-11-23", null],
    ["2026-11-28", "11月28日是周末，可以照常派发，也可以改到11月30日。"],
    ["2027-01-04", "2027年的放假安排还没有收录，只按周末算。"],
    ["2027-01-02", "1月2日是周末，可以照常派发，也可以改到1月4日（2027年的放假安排还没有收录，只按周末算）。"],
    ["2027-11-23", "2027年的放假安排还没有收录，只按周末算。"],
  ])("%s is taken, with the remark %j", (date, remark) => {
    expect(checkDueDate(date, TODAY)).toEqual({ ok: true, remark });
  });

  it("on a holiday is pointed out", () => {
    expect(checkDueDate("2026-10-03", "2026-09-28")).toEqual({
      ok: true,
      remark: "10月3日是国庆节，可以照常派发，也可以改到10月8日。",
    });
    expect(checkDueDate("2026-10-10", "2026-09-28")).toEqual({ ok: true, remark: null });
  });

  it.each([
    ["2026-11-21", "11月21日已经过去了，请选今天或以后的日子。"],
    ["2027-11-24", "完成日期最远定在一年以内。"],
    ["2026-02-30", "请选择完成日期。"],
    ["11-30", "请选择完成日期。"],
    ["", "请选择完成日期。"],
  ])("%j is refused", (date, detail) => {
    expect(checkDueDate(date, TODAY)).toEqual({ ok: false, detail });
  });
});

describe("the time left in words", () => {
  it.each([
    ["2026-11-24", "2026-11-27", "还有3天，周五前"],
    ["2026-11-22", "2026-11-22", "今天之内"],
    ["2026-11-22", "2026-11-25", "还有3天，下周三前"],
    ["2026-11-23", "2026-11-29", "还有6天，周日前"],
    ["2026-11-23", "2026-12-06", "还有13天，下周日前"],
    ["2026-11-23", "2026-12-07", "还有14天，12月7日前"],
    ["2026-12-30", "2027-01-01", "还有2天，周五前"],
    ["2026-11-23", "2026-11-22", "原定11月22日，随时可以补学"],
  ])("on %s, due on %s: %s", (today, dueOn, words) => {
    expect(dueWords(dueOn, today)).toBe(words);
  });
});
