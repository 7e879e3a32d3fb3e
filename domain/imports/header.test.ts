import { describe, expect, it } from "vitest";
import { MEMBER_RULES, ORGANISATION_RULES } from "./fields";
import { findTable, headKey } from "./header";
import type { ImportSheet, SheetRow } from "./types";

const row = (number: number, ...texts: string[]): SheetRow => ({
  number,
  hidden: false,
  cells: texts.flatMap((text, index) =>
    text === "" ? [] : [{ column: "ABCDEFGH".charAt(index), text, kind: "text" as const }],
  ),
});

const sheet = (rows: readonly SheetRow[], more: Partial<ImportSheet> = {}): ImportSheet => ({
  name: "表",
  hidden: false,
  date1904: false,
  rows,
  ...more,
});

const HEAD = ["姓名", "手机", "单位", "身份"];

describe("a head", () => {
  it.each([
    ["＊ 单位名称（全称）", "单位名称"],
    ["手 机\n号码：", "手机号码"],
    ["姓　名", "姓名"],
    ["【必填】工号", "工号"],
    ["身份(正式/预备)", "身份"],
  ])("%j is %s", (written, key) => {
    expect(headKey(written)).toBe(key);
  });

  it.each([
    [["单位名称", "性质"], { name: "A", kind: "B" }],
    [["序号", "企业名称", "信用代码", "组织短码"], { name: "B", creditCode: "C", shortCode: "D" }],
    [["组织名称", "所属工作站"], { name: "A", station: "B" }],
  ])("of organisations %j", (heads, columns) => {
    expect(findTable([sheet([row(1, ...heads)])], ORGANISATION_RULES)?.columns).toEqual(columns);
  });

  it.each([
    [["姓名", "联系电话", "工作单位", "所在支部"], { name: "A", phone: "B", organisation: "C", branch: "D" }],
    [["党员姓名", "员工编号", "公司", "政治面貌"], { name: "A", workNumber: "B", organisation: "C", standing: "D" }],
    [["姓名", "手机号或工号", "所在组织", "入职时间"], { name: "A", login: "B", organisation: "C", joined: "D" }],
  ])("of members %j", (heads, columns) => {
    expect(findTable([sheet([row(1, ...heads)])], MEMBER_RULES)).toMatchObject({ columns, faults: [] });
  });

  it("no name stands for two fields", () => {
    for (const rules of [ORGANISATION_RULES, MEMBER_RULES]) {
      const names = rules.flatMap((rule) => [rule.label, ...rule.aliases].map(headKey));
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });
});

describe("the table", () => {
  it("begins below titles, remarks and blank rows", () => {
    const table = findTable(
      [
        sheet([
          row(1, "示例园区党员名单"),
          row(2, "填报单位：示例公司", "", "2026年"),
          row(4, ...HEAD),
          row(6, "王示例", "1"),
        ]),
      ],
      MEMBER_RULES,
    );
    expect(table).toMatchObject({ headerRow: 4, rows: [{ number: 6 }], skipped: [] });
  });

  it("is looked for in all sheets that can be seen", () => {
    const sheets = [
      sheet([row(1, "请先看说明")]),
      sheet([row(1, ...HEAD)], { hidden: true }),
      sheet([row(2, ...HEAD)], { name: "二" }),
    ];
    expect(findTable(sheets, MEMBER_RULES)).toMatchObject({ sheet: "二", headerRow: 2 });
    expect(findTable(sheets.slice(0, 2), MEMBER_RULES)).toBeNull();
    expect(findTable([sheet([row(1, "姓名", "甲", "乙")])], MEMBER_RULES)).toBeNull();
  });

  it("leaves out repeated heads, sums, remarks and rows without content in its columns, and says so", () => {
    const rows = [
      row(1, ...HEAD, "备注"),
      row(2, "王示例", "1"),
      row(3, ...HEAD, "备注"),
      row(4, "合　计", "2"),
      row(5, "", "", "", "", "只有备注"),
      row(6, "填表人：李示例"),
    ];
    const table = findTable([sheet(rows)], MEMBER_RULES);
    expect(table?.rows.map(({ number }) => number)).toEqual([2]);
    expect(table?.skipped).toEqual([
      { number: 3, reason: "重复的表头" },
      { number: 4, reason: "合计行" },
      { number: 5, reason: "要导入的列都是空的" },
      { number: 6, reason: "说明文字" },
    ]);
    expect(table?.unknown).toEqual([{ column: "E", head: "备注" }]);
  });

  it("two columns for one field are a fault that names both", () => {
    const table = findTable([sheet([row(1, "姓名", "手机", "联系电话", "单位")])], MEMBER_RULES);
    expect(table?.faults).toEqual([
      {
        column: "C",
        field: "phone",
        written: "联系电话",
        problem: "B列“手机”和C列“联系电话”都像是“手机号”，分不清用哪一列。",
        remedy: "请只留一列，或者把另一列的表头改成别的名称。",
      },
    ]);
    expect(table?.columns.phone).toBe("B");
  });

  it("a column that must be there is missed", () => {
    const table = findTable([sheet([row(1, "姓名", "身份")])], MEMBER_RULES);
    expect(table?.faults.map(({ field, problem }) => [field, problem])).toEqual([
      ["organisation", "表里没有“所在组织”这一列。"],
      ["login", "表里没有“手机号或工号”这一列。"],
    ]);
  });
});
