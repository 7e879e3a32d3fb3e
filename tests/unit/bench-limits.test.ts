import { expect, it } from "vitest";
import { missedLimits, missedOf } from "@/bench/support/limits";

it.each([
  [300, []],
  [299.9, []],
  [300.1, ["导入期间保存答案的p95：300.1毫秒，最多300毫秒"]],
  [Number.NaN, ["导入期间保存答案的p95：NaN毫秒，最多300毫秒"]],
])("a limit of 300 that was measured as %s", (measured, missed) => {
  expect(missedLimits([{ what: "导入期间保存答案的p95", measured, most: 300, unit: "毫秒" }])).toEqual(missed);
});

it("a bench without limits has missed none", () => {
  expect(missedOf([1, 2])).toEqual([]);
  expect(missedOf({ missed: ["超过"] })).toEqual(["超过"]);
});
