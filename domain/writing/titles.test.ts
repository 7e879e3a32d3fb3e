import { describe, expect, it } from "vitest";
import { missingTitles, titlesIn } from "./titles";

describe("titles in a text", () => {
  it.each([
    ["作了《论联合政府》的报告", ["《论联合政府》"]],
    ["《甲》和《乙》，又是《甲》", ["《甲》", "《乙》"]],
    ["没有题目", []],
    ["《没有写完", []],
  ])("%s: %j", (text, titles) => {
    expect(titlesIn(text)).toEqual(titles);
  });

  it.each([
    ["《论联合政府》", "报告题为《论联合政府》。", []],
    ["《论联合政府》", "报告讲联合政府。", ["《论联合政府》"]],
    ["《甲》《乙》", "《乙》", ["《甲》"]],
  ])("%s in %s misses %j", (text, passage, missing) => {
    expect(missingTitles(text, passage)).toEqual(missing);
  });
});
