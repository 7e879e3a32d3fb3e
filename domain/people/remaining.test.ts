import { describe, expect, it } from "vitest";
import { tellRemaining } from "./remaining";

const branches = (count: number, names: string[]) => ({ what: "支部", unit: "个", count, names });

describe("what is left in a place", () => {
  it.each([
    ["nothing", [branches(0, [])], ""],
    ["one, by its name", [branches(1, ["一支部"])], "支部1个（一支部）"],
    ["all of five", [branches(5, ["一", "二", "三", "四", "五"])], "支部5个（一、二、三、四、五）"],
    ["five of six", [branches(6, ["一", "二", "三", "四", "五", "六"])], "支部6个（一、二、三、四、五等）"],
    ["more than were looked up", [branches(9, ["一", "二"])], "支部9个（一、二等）"],
    ["a number without names", [branches(2, [])], "支部2个"],
    [
      "several kinds, without those that are gone",
      [
        branches(1, ["一支部"]),
        { what: "申请", unit: "份", count: 0, names: [] },
        { ...branches(2, []), what: "转接" },
      ],
      "支部1个（一支部），转接2个",
    ],
  ])("is told: %s", (_sentence, remaining, words) => {
    expect(tellRemaining(remaining)).toBe(words);
  });
});
