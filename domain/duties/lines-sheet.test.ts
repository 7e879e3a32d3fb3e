import { describe, expect, it } from "vitest";
import { LINE_COLUMNS, readLines } from "./lines-sheet";

const HEAD = LINE_COLUMNS.map(({ label }) => label);
const SOUND = ["书记讲坛", "讲一课", "每季", "", "5", "60", "支部说办了"];

/** Rows from 1 on, columns from A on. */
const sheet = (...rows: string[][]) =>
  rows.map((texts, index) => ({
    number: index + 1,
    cells: texts.map((text, at) => ({ column: String.fromCharCode(65 + at), text })),
  }));
const read = (...rows: string[][]) => readLines(sheet(HEAD, ...rows), "2026");
const faultsOf = (...rows: string[][]) => {
  const result = read(...rows);
  return result.ok ? [] : result.faults.map(({ row, column, text }) => `${column ?? ""}${row} ${text}`);
};
const with_ = (at: number, text: string) => SOUND.map((old, index) => (index === at ? text : old));

describe("a sheet of lines", () => {
  it("is read in whatever order the columns stand, spaces around aside, with columns of one's own", () => {
    const order = [6, 5, 4, 3, 2, 1, 0];
    const mixed = [HEAD, SOUND].map((row) => [...order.map((at) => ` ${row[at] ?? ""} `), "备注"]);
    expect(readLines(sheet(...mixed), "2026")).toEqual(read(SOUND));
    expect(read(SOUND)).toMatchObject({ ok: true, lines: [{ title: "书记讲坛", rhythm: "quarterly", effort: 60 }] });
  });
  it("leaves out empty rows, and a day where none is asked", () => {
    expect(read(["", "", "", "", "", "", ""], with_(3, "2026-05-01"))).toMatchObject({ lines: [{ onDate: "" }] });
  });
  it.each([
    ["no title", with_(0, ""), "A2 不能空着"],
    ["a long title", with_(0, "长".repeat(41)), "A2 最多40个字"],
    ["another rhythm", with_(2, "每半年"), "C2 写每月、每季、每年或一次"],
    ["a number in words", with_(4, "五"), "E2 写0到120之间的整数"],
    ["a number below", with_(5, "0"), "F2 写1到600之间的整数"],
    ["a half", with_(5, "1.5"), "F2 写1到600之间的整数"],
    ["another proof", with_(6, "照片"), "G2 写支部说办了或派发的学习"],
    ["once without its day", with_(2, "一次"), "D2 只办一次的，请写明2026年里的哪一天以前。"],
    ["too early", with_(4, "41"), "E2 这样的周期最多提前40个工作日。"],
  ])("names the cell of %s", (_title, row, fault) => expect(faultsOf(row)).toEqual([fault]));
  it("names every fault, in their order, and the row of a double", () => {
    expect(faultsOf(with_(2, "?"), SOUND, with_(5, "?"))).toEqual([
      "C2 写每月、每季、每年或一次",
      "A3 和第2行同名",
      "F4 写1到600之间的整数",
      "A4 和第2行同名",
    ]);
  });
  it("says which columns are missing, and when it is empty", () => {
    expect(readLines(sheet(["名称"], SOUND), "2026")).toMatchObject({ faults: [{ row: 1, column: null }] });
    expect(readLines([], "2026").ok).toBe(false);
    expect(faultsOf()).toEqual(["2 表里一项都没有"]);
  });
});
