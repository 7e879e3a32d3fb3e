import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStorable } from "../storable";
import { escapeCell, unescapeCell } from "./csv-text";
import { downloadHeaders } from "./download";
import { readWorkbook } from "./read";
import { unpack } from "./unzip";
import { SHEET_LIMITS } from "./limits";
import { writeWorkbook, type SheetTable } from "./write";
import { writeCsv } from "./write-csv";

const NASTY = [
  "=1+1",
  "+86 139",
  "-5",
  "@a",
  "\tx",
  "\rx",
  "'=1",
  "''@",
  "'90s",
  "00123",
  "1.38E+10",
  "TRUE",
  "2026/3/1",
];
const ODD = [
  "_x0041_",
  "_x005F_",
  "\u0007\u007f",
  "a\r\nb",
  " 两端 ",
  '"引号",',
  "<&>",
  "𠅤㛃镕",
  "\ufffe\ufffd",
  "]]>",
];

const table = (texts: readonly (string | number | null)[]): SheetTable => ({
  name: "人员",
  columns: [
    { header: "文字", kind: "text" },
    { header: "号码", kind: "code" },
  ],
  rows: texts.map((text) => ["行", text]),
});

async function readBack(bytes: Buffer): Promise<(string | undefined)[]> {
  const { sheets } = await readWorkbook(bytes);
  return (sheets[0]?.rows.slice(1) ?? []).map(({ cells }) => cells[1]?.text);
}

const part = async (bytes: Buffer, name: string) =>
  (await unpack(bytes, SHEET_LIMITS, (each) => each === name)).get(name)?.toString("utf8") ?? "";

describe("an .xlsx file", () => {
  it("gives every text back as it was, as a text cell without a prefix", async () => {
    const bytes = await writeWorkbook({ sheets: [table([...NASTY, ...ODD])] });
    expect(await readBack(bytes)).toEqual([...NASTY, ...ODD]);
    const xml = await part(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).not.toContain("<f>");
    expect(xml.match(/t="s"/gu)).toHaveLength(2 * (1 + NASTY.length + ODD.length));
  });

  it("gives any text back that can be kept (property)", { timeout: 20_000 }, async () => {
    const text = fc
      .string({ unit: fc.oneof(fc.constantFrom(..."_x0041='\r\n\t <&\u0001"), fc.string({ unit: "binary" })) })
      .filter(isStorable);
    const blank = (each: string) => each.trim() === "";
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 12 }), async (texts) => {
        const read = await readBack(await writeWorkbook({ sheets: [table(texts)] }));
        expect(read).toEqual(texts.map((each) => (blank(each) ? undefined : each)));
      }),
      { numRuns: 40 },
    );
  });

  it("keeps numbers numbers, nothing nothing, and codes as typed in the rows below", async () => {
    const bytes = await writeWorkbook({
      sheets: [
        {
          ...table([]),
          columns: [
            { header: "人数", kind: "number" },
            { header: "工号", kind: "code" },
          ],
          rows: [[5, null]],
        },
      ],
    });
    const { sheets } = await readWorkbook(bytes);
    expect(sheets[0]?.rows[1]?.cells).toEqual([{ column: "A", text: "5", kind: "number" }]);
    expect(await part(bytes, "xl/styles.xml")).toContain('numFmtId="49"');
    expect(await part(bytes, "xl/worksheets/sheet1.xml")).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/u);
  });

  it("offers choices from a hidden sheet, each list of its own column, and explains on a last one", async () => {
    const stations = Array.from({ length: 60 }, (_, index) => `示例第${index + 1}党群工作站`);
    const columns = [
      { header: "类型", kind: "text", choices: ["企业", "社会组织"], hint: "二选一" },
      { header: "名称", kind: "text" },
      { header: "工作站", kind: "text", choices: stations },
    ] as const;
    const bytes = await writeWorkbook({
      sheets: [{ name: "组织", columns, rows: [] }],
      notes: { name: "填写说明", lines: ["=第一句"] },
    });
    const { sheets } = await readWorkbook(bytes);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["组织", false],
      ["填写说明", false],
      ["选项", true],
    ]);
    expect(sheets[2]?.rows).toHaveLength(60);
    const xml = await part(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).toMatch(/sqref="A2:A5001"[^>]*>\s*<formula1>选项!\$A\$1:\$A\$2</u);
    expect(xml).toMatch(/sqref="C2:C5001"[^>]*>\s*<formula1>选项!\$B\$1:\$B\$60</u);
  });
});

describe("a .csv file", () => {
  it("has the mark of UTF-8 and Windows line ends, and is harmless when opened", () => {
    expect(writeCsv(table(["=cmd|' /C calc'!A0", "甲,乙", null])).toString("utf8")).toBe(
      `\ufeff文字,号码\r\n行,'=cmd|' /C calc'!A0\r\n行,"甲,乙"\r\n行,\r\n`,
    );
  });

  it.each([...NASTY, ...ODD.slice(0, 6)])("gives %j back", async (text) => {
    expect(await readBack(writeCsv(table([text])))).toEqual([text]);
  });

  it("no cell begins like a formula, and reading undoes exactly the escape (property)", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."'=+-@\t\r1a") }), (text) => {
        expect(escapeCell(text)).not.toMatch(/^[=+\-@\t\r]/u);
        expect(unescapeCell(escapeCell(text))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a download", () => {
  it("has its Chinese name and a plain one", () => {
    expect(downloadHeaders("组织名单（2026年11月）", "xlsx")["content-disposition"]).toBe(
      "attachment; filename=\"_2026_11_.xlsx\"; filename*=UTF-8''%E7%BB%84%E7%BB%87%E5%90%8D%E5%8D%95%EF%BC%882026%E5%B9%B411%E6%9C%88%EF%BC%89.xlsx",
    );
  });

  it.each([
    ['a"b\r\nX: 1', "a_b__X_ 1"],
    ["../../etc", ".._.._etc"],
    ["\ud800", "_"],
    ["it's (1)", "it's (1)"],
    ["", "download"],
  ])("%j cannot leave the header", (name, plain) => {
    const header = downloadHeaders(name, "csv")["content-disposition"] ?? "";
    expect(header.startsWith(`attachment; filename="${plain}.csv"; filename*=UTF-8''`)).toBe(true);
    expect(header).toMatch(/filename\*=UTF-8''[\w.%~!-]+$/u);
  });
});
