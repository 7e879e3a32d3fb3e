import { describe, expect, it } from "vitest";
import { blankOf, isSameValue } from "./second-look";

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
