import { describe, expect, it } from "vitest";
import { maskName, normaliseName } from "./name";

describe("masked outside the own branch", () => {
  it.each([
    ["王示例", "王*"],
    ["王例", "王*"],
    ["张　三", "张*"],
    ["欧阳示例", "欧阳*"],
    ["司马例", "司马*"],
    ["欧阳", "欧*"],
    ["王", "*"],
    ["", "*"],
    [" ", "*"],
    ["Anna Maria", "A*"],
    ["Ａｎｎａ", "A*"],
    ["阿依古丽·买买提", "阿*"],
    ["𠮷示例", "𠮷*"],
  ])("%s shows as %s", (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });
});

describe("written one way", () => {
  it.each([
    ["张　三", "张三"],
    [" 张 三 ", "张三"],
    ["张\t三\n", "张三"],
    ["张\u200b三", "张三"],
    ["Ａｎｎａ　　Ｍａｒｉａ", "Anna Maria"],
    ["阿依古丽 • 买买提", "阿依古丽·买买提"],
    ["阿依古丽·买买提", "阿依古丽·买买提"],
    ["", ""],
  ])("%j becomes %j", (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
    expect(normaliseName(expected)).toBe(expected);
  });
});
