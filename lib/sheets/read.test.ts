import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FIXTURES } from "@/tests/fixtures/sheets/make";
import { styles, workbook } from "@/tests/fixtures/sheets/package";
import { readWorkbook } from "./read";
import type { Sheet } from "./types";

const stored = (name: string) => readFileSync(new URL(`../../tests/fixtures/sheets/${name}`, import.meta.url));

/** `B4 = 13900000001 (number)` for every cell that is not covered. */
function written(sheet: Sheet | undefined): string[] {
  return (sheet?.rows ?? []).flatMap(({ number, cells }) =>
    cells.filter((cell) => cell.mergedFrom === undefined).map((c) => `${c.column}${number} = ${c.text} (${c.kind})`),
  );
}

async function sheetOf(name: string, index = 0): Promise<Sheet> {
  const sheet = (await readWorkbook(stored(name))).sheets[index];
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

describe("the stored sheets", () => {
  it.each(Object.entries(FIXTURES))("%s is what the script makes", (name, make) => {
    expect(make().equals(stored(name))).toBe(true);
  });
});

describe("Excel", () => {
  it("keeps the numbers of rows below a title, a blank row and a hidden one", async () => {
    const { rows, hiddenColumns } = await sheetOf("excel-members.xlsx");
    expect(rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, false],
      [3, false],
      [4, false],
      [5, false],
      [7, true],
      [8, false],
    ]);
    expect(hiddenColumns).toEqual(["F"]);
  });

  it("reads what was meant: digits of 1.39E+10, days, results of formulas, text in several fonts", async () => {
    expect(written(await sheetOf("excel-members.xlsx"))).toEqual(
      expect.arrayContaining([
        "B3 = 手 机\n号码 (text)",
        "B4 = 13900000001 (number)",
        "E4 = 2026-03-01 (date)",
        "B5 = １３９０００００００２ (text)",
        "E5 = 2026.3.1 (text)",
        "A8 = 赵示 例 (text)",
        "B8 = 13900000004 (number)",
        "C8 = 示例精密（集团）公司 (formula)",
        "D8 = #N/A (error)",
        "E8 = 46082 (number)",
      ]),
    );
  });

  it("shows a merged cell in every row and column it covers", async () => {
    const { rows } = await sheetOf("excel-members.xlsx");
    expect(rows[0]?.cells.map((cell) => cell.mergedFrom)).toEqual([undefined, "A1", "A1", "A1", "A1", "A1"]);
    expect(rows[3]?.cells[2]).toEqual({
      column: "C",
      text: "示例精密（集团）公司",
      kind: "text",
      mergedFrom: "C4",
    });
  });

  it("knows hidden sheets", async () => {
    const { sheets } = await readWorkbook(stored("excel-members.xlsx"));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["党员", false],
      ["填表说明", false],
      ["名单备份", true],
    ]);
  });
});

describe("other programs", () => {
  it("WPS: zeros that the number format shows, its own date formats, a last row with borders only", async () => {
    const sheet = await sheetOf("wps-members.xlsx");
    expect(written(sheet)).toEqual(
      expect.arrayContaining([
        "D3 = 00123 (number)",
        "D4 = 124 (number)",
        "B5 = 13900000005 (number)",
        "G3 = 2026-03-01 (date)",
        "G4 = 2026-03-01 12:00:00 (date)",
      ]),
    );
    expect(sheet.rows.at(-1)?.number).toBe(5);
  });

  it("LibreOffice: columns hidden to the edge, booleans", async () => {
    const sheet = await sheetOf("libreoffice-organisations.xlsx");
    expect(sheet.rows.map(({ number }) => number)).toEqual([1, 2, 4, 6]);
    expect(written(sheet)).toContain("F4 = TRUE (text)");
    expect(sheet.hiddenColumns[0]).toBe("G");
  });

  it("Open XML SDK: prefixed elements, texts in the cells, no addresses, days from 1904", async () => {
    const sheet = await sheetOf("sdk-members.xlsx");
    expect(sheet.date1904).toBe(true);
    expect(written(sheet)).toEqual(expect.arrayContaining(["B2 = 00123 (text)", "D2 = 2026-03-01 (date)"]));
  });
});

describe("single cells", () => {
  const cell = async (xml: string, formats: readonly (number | string)[] = [0]) => {
    const sheets = [{ name: "表", xml: `<sheetData><row r="2">${xml}</row></sheetData>` }];
    const file = workbook({ sheets, styles: styles(formats), strings: "<si><t>一</t></si>" });
    const [found] = (await readWorkbook(file)).sheets[0]?.rows[0]?.cells ?? [];
    return found === undefined ? null : `${found.column} ${found.text} ${found.kind}`;
  };

  it.each([
    ["<c><f>A1</f></c>", "A  error"],
    ['<c t="str"><f>A1</f><v></v></c>', null],
    ["<c><f>1+1</f><v>2</v></c>", "A 2 formula"],
    ['<c r="C2"><v>0.30000000000000004</v></c>', "C 0.3 number"],
    ["<c><v>911101080000000000</v></c>", "A 911101080000000000 number"],
    ['<c t="d"><v>2026-03-01T00:00:00Z</v></c>', "A 2026-03-01 date"],
    ['<c t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>', "A a\rb_x0041_ text"],
    ['<c t="s"><v>7</v></c>', null],
    ['<c t="inlineStr"><is><t>　 </t></is></c>', null],
    ['<c r="BH2"><v>1</v></c>', "BH 1 number"],
  ])("%s", async (xml, expected) => {
    expect(await cell(xml)).toBe(expected);
  });

  it.each([
    ["00000", 123, "00123 number"],
    ['"A"000', 7, "A007 number"],
    ["0.00", 1.5, "1.5 number"],
    ["yyyy/m/d;@", 46082, "2026-03-01 date"],
    ["[$-804]yyyy\\年m\\月", 46082, "2026-03-01 date"],
    ["[Red]0_ ", 46082, "46082 number"],
    ["[h]:mm", 0.5, "12:00:00 date"],
    ['"day "0', 5, "5 number"],
    ["@", 46082, "46082 number"],
    [57, 46082, "2026-03-01 date"],
    [14, -1, "-1 number"],
  ])("format %s of %d", async (format, value, expected) => {
    expect(await cell(`<c s="1"><v>${value}</v></c>`, [0, format])).toBe(`A ${expected}`);
  });
});

describe("text files", () => {
  const texts = async (bytes: Buffer) =>
    (await readWorkbook(bytes)).sheets[0]?.rows.map(({ number, cells }) => [number, ...cells.map((each) => each.text)]);

  it("GB18030 with rare names, quoted line breaks and blank rows", async () => {
    expect(await texts(stored("excel-gb18030.csv"))).toEqual([
      [1, "示例园区名单"],
      [2, "姓名", "手机", "单位", "身份"],
      [3, "王镕例", "13900000001", "示例一厂", "党员"],
      [4, "㛃示例", "1.39E+10", "示例\r\n一厂", "党员"],
      [6, "𠅤示例", "13900000003", "示例一厂", "职工"],
    ]);
  });

  it.each([
    ["UTF-8 with its mark", Buffer.from("\ufeff姓名,手机\n王示例,1\n")],
    ["UTF-8 without", Buffer.from("姓名,手机\r\n王示例,1")],
    ["UTF-16, tabs", Buffer.from("\ufeff姓名\t手机\r\n王示例\t1\r\n", "utf16le")],
    ["semicolons", Buffer.from("姓名;手机\r王示例;1\r")],
    ["a declared separator", Buffer.from("sep=|\r\n姓名|手机\r\n王示例|1\r\n,,\r\n")],
    ["full-width commas", Buffer.from("姓名，手机\n王示例，1\n\n\n")],
    ["mixed line ends", Buffer.from('"姓名",手机\r\n王示例,1\n李示例,2\r')],
  ])("%s", async (_, bytes) => {
    expect((await texts(bytes))?.slice(0, 2)).toEqual([
      [1, "姓名", "手机"],
      [2, "王示例", "1"],
    ]);
  });

  it("undoes the apostrophe that protects a formula, and no other", async () => {
    expect(await texts(Buffer.from("'=1+1,''=1,'90s,-5,'@a"))).toEqual([[1, "=1+1", "'=1", "'90s", "-5", "@a"]]);
  });
});
