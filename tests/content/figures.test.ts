import { describe, expect, it } from "vitest";
import { missingFigures } from "@/features/library/content/figures";

describe("the figures of an answer in its passage", () => {
  it.each([
    ["1935年1月15日", "会议1935年1月15日开幕", []],
    ["1935年1月15日", "1935年，红军到遵义。1月15日开会", []],
    ["1935年1月15日", "会议1月15日开幕", ["1935年"]],
    ["3天", "会议开了三天", []],
    ["2座", "两座小楼", []],
    ["20人", "共二十人", []],
    ["35人", "共三十五人", []],
    ["1931", "一九三一年", []],
    ["9899万", "9,899万人", []],
    ["9899万", "9899万人", []],
    ["5,175", "共5175人", []],
    ["5日", "15日开幕", ["5日"]],
    ["12", "112号", ["12"]],
    ["4.5%", "降到4.5%", []],
    ["4%", "降到4.5%", ["4%"]],
    ["１９３５年", "1935年", []],
    ["没有数字", "什么也没有", []],
  ] as const)("%s in %s misses %j", (text, passage, missing) => {
    expect(missingFigures(text, passage)).toEqual(missing);
  });
});
