import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "@/lib/sheets/read";
import { MEMBER_RULES, ORGANISATION_RULES } from "./fields";
import { findTable } from "./header";
import { memberChecker, type MemberLookups } from "./members";
import { organisationChecker } from "./organisations";

/** From the bytes of four programs to what each row says: docs/testing.md, tests/fixtures/sheets. */
const sheets = async (name: string) =>
  (await readWorkbook(readFileSync(new URL(`../../tests/fixtures/sheets/${name}`, import.meta.url)))).sheets;

const organisation = (id: string, name: string, shortCode: string) =>
  ({ id, name, shortCode, creditCode: null, stationId: "s1", state: "active" }) as const;

const LOOKUPS: MemberLookups = {
  organisations: [
    organisation("1", "示例精密（集团）公司", "SLJM"),
    organisation("2", "示例电子公司", "SLDZ"),
    organisation("3", "示例一厂", "SLYC"),
  ],
  branches: [],
  membersByLogin: new Map(),
  workNumbers: new Map([["2", ["00124"]]]),
  onlyStationId: null,
  today: "2026-11-22",
};

async function members(name: string) {
  const table = findTable(await sheets(name), MEMBER_RULES);
  if (table === null) throw new Error("no table");
  const check = memberChecker(table, LOOKUPS);
  return table.rows.map(check).map((row) => ({
    row: row.number,
    says: row.values === null ? row.faults.map(({ column, problem }) => `${column}: ${problem}`) : row.values,
  }));
}

describe("members", () => {
  it("of Excel: below a title, with merged units, hidden rows and every way to write a day", async () => {
    expect(await members("excel-members.xlsx")).toMatchObject([
      {
        row: 4,
        says: {
          name: "王示例",
          logins: [{ value: "13900000001", kind: "phone" }],
          organisationId: "1",
          standing: "full",
          joined: "2026-03-01",
        },
      },
      {
        row: 5,
        says: {
          name: "张三",
          logins: [{ value: "13900000002", kind: "phone" }],
          organisationId: "1",
          standing: "probationary",
          joined: "2026-03-01",
        },
      },
      { row: 7, says: { name: "李示例", logins: [{ value: "13900000003", kind: "phone" }], joined: "2026-03-01" } },
      { row: 8, says: ["D: 公式出错，显示#N/A。"] },
    ]);
  });

  it("of WPS: a head over two rows, 00123 by its format, 124 that lost its zeros", async () => {
    expect(await members("wps-members.xlsx")).toMatchObject([
      {
        row: 3,
        says: {
          name: "王示例",
          logins: [{ value: "SLDZ-00123", kind: "work-number" }],
          organisationId: "2",
          standing: "full",
          joined: "2026-03-01",
        },
      },
      { row: 4, says: ["D: 工号存成了数字，前面的0可能丢了。"] },
      {
        row: 5,
        says: {
          name: "赵示例",
          logins: [{ value: "13900000005", kind: "phone" }],
          organisationId: "2",
          standing: "employee",
          joined: null,
        },
      },
    ]);
  });

  it("of the Open XML SDK: days counted from 1904, as dates and as numbers", async () => {
    const table = findTable(await sheets("sdk-members.xlsx"), MEMBER_RULES);
    expect(table).toMatchObject({ date1904: true, faults: [] });
    expect(await members("sdk-members.xlsx")).toMatchObject([
      { row: 2, says: ["null: 没有填“身份”。"] },
      { row: 3, says: ["null: 没有填“身份”。"] },
    ]);
  });

  it("in GB18030: rare names, the row of a spoiled number, a unit with a line break", async () => {
    expect(await members("excel-gb18030.csv")).toMatchObject([
      { row: 3, says: { name: "王镕例", organisationId: "3" } },
      { row: 4, says: ["B: 数字变成了科学计数法1.39E+10，后几位已经丢失。"] },
      { row: 6, says: { name: "𠅤示例", standing: "employee" } },
    ]);
  });
});

it("organisations of LibreOffice: blank rows and a sum at the end", async () => {
  const table = findTable(await sheets("libreoffice-organisations.xlsx"), ORGANISATION_RULES);
  if (table === null) throw new Error("no table");
  const stations = [{ id: "s1", name: "示例中心站" }];
  const check = organisationChecker(table, { organisations: [], stations, onlyStationId: null });
  expect(table.skipped).toEqual([{ number: 6, reason: "合计行" }]);
  expect(table.rows.map(check)).toMatchObject([
    { number: 2, state: "new", values: { name: "示例一厂", shortCode: "SLYC", creditCode: "91350100M000100Y43" } },
    { number: 4, state: "new", values: { name: "示例协会", kind: "social", creditCode: null, stationId: "s1" } },
  ]);
});
