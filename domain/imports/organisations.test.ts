import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CODE, tableUnder, type Written } from "@/tests/factories/import-tables";
import { ORGANISATION_RULES } from "./fields";
import { organisationChecker, type ExistingOrganisation, type OrganisationLookups } from "./organisations";
import { absentFrom } from "./result";

const OTHER_CODE = "91110000100000000R";
const HEADS = ["组织名称", "类型", "短码", "统一社会信用代码", "工作站"];

const existing = (id: string, more: Partial<ExistingOrganisation> = {}): ExistingOrganisation => ({
  id,
  name: `示例${id}厂`,
  kind: "enterprise",
  shortCode: `SL${id}`,
  creditCode: null,
  stationId: "s1",
  state: "active",
  ...more,
});

const KNOWN: OrganisationLookups = {
  organisations: [
    existing("1", { creditCode: CODE }),
    existing("2", { name: "示例精密（集团）公司" }),
    existing("3", { state: "closed" }),
    existing("4", { stationId: "s2" }),
  ],
  takenShortCodes: new Map([["OLD1", "示例1厂"]]),
  stations: [
    { id: "s1", name: "示例中心站" },
    { id: "s2", name: "示例东站" },
  ],
  onlyStationId: null,
};

const tableOf = (rows: readonly (readonly Written[])[]) => tableUnder(HEADS, ORGANISATION_RULES, rows);

function check(rows: readonly (readonly Written[])[], lookups = KNOWN) {
  const table = tableOf(rows);
  return table.rows.map(organisationChecker(table, lookups));
}

const only = (row: readonly Written[], lookups = KNOWN) => check([row], lookups)[0];
const faults = (row: readonly Written[], lookups = KNOWN) =>
  only(row, lookups)?.faults.map(({ column, problem, remedy }) => `${column}: ${problem}${remedy}`);

describe("a new organisation", () => {
  it("needs name, kind, short code and station", () => {
    expect(only(["示例新厂", "非公企业", "ｓｌｘｃ", OTHER_CODE.toLowerCase(), "示例东站"])).toMatchObject({
      number: 2,
      state: "new",
      key: OTHER_CODE,
      existingId: null,
      values: { name: "示例新厂", kind: "enterprise", shortCode: "SLXC", creditCode: OTHER_CODE, stationId: "s2" },
      changes: [],
    });
    expect(faults(["示例新厂", "", "", "", ""])).toEqual([
      "B: 没有填“类型”。请补上“类型”。",
      "C: 没有填“组织短码”。请补上“组织短码”。",
      "E: 没有填“所属党群工作站”。请补上“所属党群工作站”。",
    ]);
  });

  it("of an importer with one station belongs there without saying so", () => {
    const own = { ...KNOWN, onlyStationId: "s2" };
    expect(only(["示例新厂", "企业", "SLXC"], own)).toMatchObject({ state: "new", values: { stationId: "s2" } });
    expect(faults(["示例新厂", "企业", "SLXC", "", "示例中心站"], own)?.[0]).toContain("不在你负责的工作站");
    expect(faults(["示例1厂"], own)?.[0]).toContain("不在你负责的工作站");
  });

  it.each<[string, readonly Written[], string]>([
    ["no name", ["", "企业", "SLXC", "", "示例中心站"], "A: 没有填“组织名称”"],
    ["an unknown kind", ["示例新厂", "机关", "SLXC", "", "示例中心站"], "B: 类型只有企业和社会组织两种"],
    ["a short code with a dash", ["示例新厂", "企业", "SL-1", "", "示例中心站"], "C: 组织短码是2至8位"],
    ["a taken short code", ["示例新厂", "企业", "sl1", "", "示例中心站"], "C: 短码SL1已经给了“示例1厂”"],
    ["a former short code", ["示例新厂", "企业", "old1", "", "示例中心站"], "C: 短码OLD1已经给了“示例1厂”"],
    [
      "letters for digits",
      ["示例新厂", "企业", "SLXC", "9135O100M000100Y43", "示例中心站"],
      `D: 统一社会信用代码只有数字和大写字母，不用I、O、S、V、Z。是不是${CODE}？`,
    ],
    [
      "a code kept as a number",
      ["示例新厂", "企业", "SLXC", { text: "911101080000000000", kind: "number" }, "示例中心站"],
      "D: 号码超过15位又存成了数字",
    ],
    [
      "a code in scientific notation",
      ["示例新厂", "企业", "SLXC", "9.11101E+17", "示例中心站"],
      "D: 数字变成了科学计数法9.11101E+17",
    ],
    [
      "an unknown station",
      ["示例新厂", "企业", "SLXC", "", "示例中心"],
      "E: 没有叫“示例中心”的工作站。是不是“示例中心站”？",
    ],
    [
      "an error of a formula",
      [{ text: "#REF!", kind: "error" }, "企业", "SLXC", "", "示例中心站"],
      "A: 公式出错，显示#REF!",
    ],
  ])("%s is a fault in its column", (_, row, says) => {
    expect(faults(row)).toEqual([expect.stringContaining(says)]);
    expect(only(row)).toMatchObject({ state: "fault", values: null, changes: [] });
  });
});

describe("a known organisation", () => {
  it("is found by its credit code, and renamed", () => {
    expect(only(["示例一厂改名", "", "", CODE])).toMatchObject({
      state: "update",
      existingId: "1",
      key: CODE,
      changes: [{ field: "name", before: "示例1厂", after: "示例一厂改名" }],
      values: { shortCode: "SL1", kind: "enterprise", stationId: "s1" },
    });
  });

  it("is found by exactly its name, whatever the width, the brackets and the spaces", () => {
    expect(only(["示例 精密(集团)公司"])).toMatchObject({ state: "same", existingId: "2", changes: [] });
    expect(only(["示例精密（集团）公司", "社会组织", "sl2", OTHER_CODE, "示例东站"])).toMatchObject({
      state: "update",
      changes: [
        { field: "kind", before: "企业", after: "社会组织" },
        { field: "creditCode", before: "", after: OTHER_CODE },
        { field: "station", before: "示例中心站", after: "示例东站" },
      ],
    });
  });

  it("is not found by a part of its name", () => {
    expect(only(["示例精密"])?.existingId).toBeNull();
  });

  it.each<[string, readonly Written[], string]>([
    ["another code than stored", ["示例1厂", "", "", OTHER_CODE], `D: “示例1厂”登记的代码是${CODE}，和表里的不同。`],
    [
      "the name of one, the code of another",
      ["示例精密（集团）公司", "", "", CODE],
      "A: 这个名称已经登记给另一家组织，而代码属于“示例1厂”。",
    ],
    ["another short code", ["示例1厂", "", "SLXX"], "C: 登记的短码是SL1，工号登录要用它，不能通过导入更改。"],
    ["a closed one", ["示例3厂"], "A: 这家组织已经停用。"],
  ])("%s is a fault", (_, row, says) => {
    expect(faults(row)).toEqual([expect.stringContaining(says)]);
  });

  it("is the one with the code when the name is another one's", () => {
    expect(only(["示例精密（集团）公司", "", "", CODE])?.existingId).toBe("1");
  });

  it("is the same the second time", () => {
    const row = ["示例新厂", "企业", "SLXC", OTHER_CODE, "示例中心站"];
    const values = only(row)?.values;
    if (values == null) throw new Error("no values");
    const again = {
      ...KNOWN,
      organisations: [...KNOWN.organisations, { ...values, id: "5", state: "active" as const }],
    };
    expect(only(row, again)).toMatchObject({ state: "same", existingId: "5", changes: [] });
  });
});

describe("rows of one file", () => {
  it("that say the same name one another", () => {
    const results = check([
      ["示例1厂"],
      ["示例2组", "企业", "AA", "", "示例东站"],
      ["示例 1 厂"],
      ["示例9组", "企业", "aa", "", "示例东站"],
    ]);
    expect(results.map(({ faults: found }) => found.map(({ problem }) => problem))).toEqual([
      ["组织名称和第4行相同。"],
      ["组织短码和第5行相同。"],
      ["组织名称和第2行相同。"],
      ["组织短码和第3行相同。"],
    ]);
  });

  it("give the same results in any order (property)", () => {
    const names = ["示例1厂", "示例 1厂", "示例新厂", "示例3厂", "示例精密(集团)公司", ""];
    const row = fc.tuple(
      fc.constantFrom(...names),
      fc.constantFrom("企业", "", "机关"),
      fc.constantFrom("SL1", "NEW", "", "!"),
      fc.constantFrom(CODE, OTHER_CODE, "", "9135O100M000100Y43"),
      fc.constantFrom("示例东站", "", "东站"),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.nat(), (rows, turn) => {
        const table = tableOf(rows);
        const shuffled = [...table.rows].sort(
          (a, b) => ((a.number * (turn + 7)) % 11) - ((b.number * (turn + 7)) % 11),
        );
        const one = table.rows.map(organisationChecker(table, KNOWN));
        const other = shuffled.map(organisationChecker({ ...table, rows: shuffled }, KNOWN));
        expect(other.sort((a, b) => a.number - b.number)).toEqual(one);
      }),
    );
  });

  it("that are absent are listed, those with a fault are not absent", () => {
    const results = check([["示例1厂", "机关"]]);
    expect(absentFrom(KNOWN.organisations, results).map(({ id }) => id)).toEqual(["2", "3", "4"]);
  });
});
