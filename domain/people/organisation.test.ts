import { describe, expect, it } from "vitest";
import { organisationKey, parseShortCode } from "./organisation";

describe("the key of an organisation's name", () => {
  it.each([
    ["示例精密(集团)公司", "示例 精密（集团）公司"],
    ["Ｅｘａｍｐｌｅ　Works", "example works"],
    ["示例社会工作中心", " 示例社会工作中心\u200b"],
  ])("%s and %s are the same", (one, other) => {
    expect(organisationKey(one)).toBe(organisationKey(other));
  });
  it("different names stay apart", () => {
    expect(organisationKey("示例一厂")).not.toBe(organisationKey("示例二厂"));
  });
});

describe("a short code", () => {
  it.each([
    ["slzz", "SLZZ"],
    [" ＳＬ01 ", "SL01"],
    ["ab", "AB"],
    ["abcdefgh", "ABCDEFGH"],
  ])("%j is %s", (typed, code) => {
    expect(parseShortCode(typed)).toBe(code);
  });
  it.each(["", "a", "abcdefghi", "示例", "SL-1", "SL_1"])("%j is none", (typed) => {
    expect(parseShortCode(typed)).toBeNull();
  });
});
