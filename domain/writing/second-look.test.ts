import { describe, expect, it } from "vitest";
import { apart, askOf, blankOf, isSameValue, masked, tells } from "./second-look";

describe("a claim without its value", () => {
  it.each([
    ["1935年1月15日，遵义会议开幕。", "1935年1月15日", "____，遵义会议开幕。"],
    ["会议开了3天，第3天散会。", "3", "会议开了____天，第3天散会。"],
    ["会议开幕。", "闭幕", "会议开幕。"],
  ])("%s without %s", (claim, value, blank) => {
    expect(blankOf({ claim, value })).toBe(blank);
  });
});

describe("what was found beside what is taught", () => {
  it.each([
    ["1935年1月15日", "１９３５年1月15日", true],
    ["8.6万人", "8.6 万人", true],
    ["5,175人", "5175人", true],
    ["博古、周恩来、张闻天", "张闻天、博古、周恩来", true],
    ["《实践论》", "实践论", true],
    ["8.6万人", "86万人", false],
    ["10%", "10", false],
    ["1935年1月15日", "1935年1月16日", false],
    ["博古、周恩来", "博古", false],
    ["3万多人", "3万人", false],
    ["30万以上", "", false],
  ])("%s and %s: %s", (taught, found, same) => {
    expect(isSameValue(taught, found)).toBe(same);
  });
});

describe("what a sheet shows", () => {
  it.each([
    ["1934年底和1934年", ["1934年", "1934年底"], "▢▢和▢▢"],
    ["没有这样的话", ["别的"], "没有这样的话"],
  ])("%s without %j is %s", (text, values, left) => {
    expect(masked(text, values)).toBe(left);
  });

  it("asks with the dates of other claims masked, its own and every name shown", () => {
    const facts = [
      { claim: "1月15日，博古作报告。", value: "博古" },
      { claim: "1月15日，博古作报告。", value: "1月15日" },
      { claim: "博古讲了3小时，1月17日才散会。", value: "3小时" },
      { claim: "1月17日散会。", value: "1月17日" },
    ];
    expect(facts.map((fact) => askOf(fact, facts))).toEqual([
      "1月15日，____作报告。",
      "____，博古作报告。",
      "博古讲了____，▢▢才散会。",
      "____散会。",
    ]);
  });

  it.each([
    ["1935年1月15日开幕", "1935年1月15日", true],
    ["1935年，1月，15日", "1935年1月15日", true],
    ["1月15日", "1935年1月15日", false],
    ["博古作报告", "博古", true],
    ["作报告", "博古", false],
  ])("%s tells %s: %s", (text, value, told) => {
    expect(tells(text, value)).toBe(told);
  });

  it("parts what disturbs each other", () => {
    expect(apart([1, 2, 3, 4], (one, other) => (one + other) % 2 === 1)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });
});
