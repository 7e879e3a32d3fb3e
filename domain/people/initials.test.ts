import { describe, expect, it } from "vitest";
import { fitsInitials, initialsOf, parseInitials } from "./initials";

describe("a person's initials", () => {
  it.each([
    ["张三", "zs"],
    ["单示例", "ssl"],
    ["曾示例", "zsl"],
    ["仇示例", "qsl"],
    ["欧阳示例", "oysl"],
    ["阿依古丽·买买提", "ayglmmt"],
    ["Anna Maria", "annamaria"],
    ["", ""],
    ["·", ""],
  ])("%s: %s", (name, initials) => {
    expect(initialsOf(name, "person")).toBe(initials);
  });
});

describe("a place's initials", () => {
  it.each([
    ["示例精密（集团）公司", "sljmjtgs"],
    ["重庆示例银行", "cqslyh"],
    ["示例LED-2厂", "slled2c"],
    ["ＡＢＣ示例", "abcsl"],
  ])("%s: %s", (name, initials) => {
    expect(initialsOf(name, "place")).toBe(initials);
  });
});

describe("what is typed", () => {
  it.each([
    [" SL jm ", "sljm"],
    ["ｚｓ", "zs"],
    ["2c", "2c"],
    ["张s", null],
    ["138-0000", null],
    ["", null],
  ])("%j is %s", (typed, letters) => {
    expect(parseInitials(typed)).toBe(letters);
  });
  it("fits where it stands unbroken", () => {
    expect(fitsInitials("jmjt", "示例精密（集团）公司", "place")).toBe(true);
    expect(fitsInitials("sljt", "示例精密（集团）公司", "place")).toBe(false);
    expect(fitsInitials("dsl", "单示例", "person")).toBe(false);
  });
});
