import { describe, expect, it, test } from "vitest";
import { chineseDate, chineseNumber, chineseQuarter } from "./numerals";

describe("numbers in words", () => {
  it.each([
    [1, "一"],
    [9, "九"],
    [10, "十"],
    [11, "十一"],
    [19, "十九"],
    [20, "二十"],
    [21, "二十一"],
    [30, "三十"],
    [99, "九十九"],
  ])("%i is %s", (value, words) => {
    expect(chineseNumber(value)).toBe(words);
  });

  it("every number that is written is another one, without a nought", () => {
    const all = Array.from({ length: 99 }, (_, index) => chineseNumber(index + 1));
    expect(new Set(all).size).toBe(99);
    expect(all.join("")).not.toContain("〇");
  });

  it.each([0, -1, 1.5, 100, Number.NaN])("%d is refused", (value) => {
    expect(() => chineseNumber(value)).toThrow(RangeError);
  });
});

test("years are read digit by digit, days and months as numbers", () => {
  expect(chineseDate("2026-08-03")).toBe("二〇二六年八月三日");
  expect(chineseDate("2026-12-31")).toBe("二〇二六年十二月三十一日");
  expect(chineseDate("2030-10-20")).toBe("二〇三〇年十月二十日");
});

test("a quarter", () => {
  expect(chineseQuarter("2026Q3")).toBe("二〇二六年第三季度");
});
