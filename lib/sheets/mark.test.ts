import ExcelJS from "exceljs";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { styles, workbook } from "@/tests/fixtures/sheets/package";
import { markWorkbook } from "./mark";
import { FAULTS_HEADER } from "./mark-sheet";
import { readWorkbook } from "./read";

const stored = (name: string) => readFileSync(new URL(`../../tests/fixtures/sheets/${name}`, import.meta.url));
const FAULTS = [
  { row: 5, column: "B", text: "号码少一位。" },
  { row: 5, column: "B", text: "和第7行相同。" },
  { row: 5, column: "D", text: "看不懂这个身份。" },
  { row: 7, column: null, text: "这一行缺少组织。" },
];

async function open(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}

function look(sheet: ExcelJS.Worksheet | undefined, address: string) {
  const cell = sheet?.getCell(address);
  const { fill, note } = cell ?? {};
  const text = typeof note === "object" ? (note.texts ?? []).map((each) => each.text).join("") : (note ?? "");
  return { red: fill?.type === "pattern" && fill.fgColor?.argb === "FFFFC7CE", note: text };
}

/** Everything but the added column and sheet. */
async function content(bytes: Buffer) {
  const { sheets } = await readWorkbook(bytes);
  return sheets
    .filter(({ name }) => name !== FAULTS_HEADER)
    .map(({ name, hidden, rows }) => [
      name,
      hidden,
      rows.map((row) => [row.number, row.cells.filter((cell) => cell.column < "G").map((cell) => cell.text)]),
    ]);
}

describe("an .xlsx file with faults", () => {
  it("comes back with the same cells, in the same places", async () => {
    const original = stored("excel-members.xlsx");
    expect(await content(await markWorkbook(original, FAULTS, { headerRow: 3 }))).toEqual(await content(original));
  });

  it("has the faulty cells red with the reason, and no others", async () => {
    const sheet = (await open(await markWorkbook(stored("excel-members.xlsx"), FAULTS, { headerRow: 3 }))).getWorksheet(
      "党员",
    );
    expect(look(sheet, "B5")).toEqual({ red: true, note: "号码少一位。\n和第7行相同。" });
    expect(look(sheet, "D5")).toEqual({ red: true, note: "看不懂这个身份。" });
    for (const address of ["A5", "B4", "B7", "D4"]) expect(look(sheet, address)).toEqual({ red: false, note: "" });
    expect(sheet?.getCell("B4").value).toBe(13900000001);
  });

  it("says all faults of a row in an added column, shows hidden rows that have one, and lists them", async () => {
    const book = await open(await markWorkbook(stored("excel-members.xlsx"), FAULTS, { headerRow: 3 }));
    const sheet = book.getWorksheet("党员");
    expect(sheet?.getCell("G3").value).toBe(FAULTS_HEADER);
    expect(sheet?.getCell("G5").value).toBe("号码少一位。\n和第7行相同。\n看不懂这个身份。");
    expect(sheet?.getCell("G7").value).toBe("这一行缺少组织。");
    expect(sheet?.getRow(7).hidden).toBe(false);
    const list = book.getWorksheet(FAULTS_HEADER);
    expect(list?.getRow(3).values).toEqual([, 5, "B", "号码少一位。"]);
    expect(list?.rowCount).toBe(2 + FAULTS.length);
  });

  it("loses the marks of the round before", async () => {
    const once = await markWorkbook(stored("excel-members.xlsx"), FAULTS, { headerRow: 3 });
    const twice = await open(await markWorkbook(once, [{ row: 8, column: "B", text: "新的。" }], { headerRow: 3 }));
    const sheet = twice.getWorksheet("党员");
    expect(look(sheet, "B5")).toEqual({ red: false, note: "" });
    expect(look(sheet, "B8")).toEqual({ red: true, note: "新的。" });
    expect([sheet?.getCell("G5").value, sheet?.getCell("G8").value, sheet?.getCell("H3").value]).toEqual([
      null,
      "新的。",
      null,
    ]);
    expect(twice.worksheets.filter(({ name }) => name.startsWith(FAULTS_HEADER))).toHaveLength(1);
  });

  it("leaves cells alone that look like the faulty one", async () => {
    const cells = [1, 2, 3].map((row) => `<row r="${row}"><c r="A${row}" s="1"><v>46082</v></c></row>`).join("");
    const original = workbook({
      sheets: [{ name: "表", xml: `<sheetData>${cells}</sheetData>` }],
      styles: styles([0, 14]),
    });
    const sheet = (await open(await markWorkbook(original, [{ row: 2, column: "A", text: "错。" }]))).getWorksheet(
      "表",
    );
    expect(["A1", "A2", "A3"].map((address) => look(sheet, address).red)).toEqual([false, true, false]);
    expect(sheet?.getCell("A2").numFmt).toBe(sheet?.getCell("A1").numFmt);
  });

  it("marks the named sheet", async () => {
    const bytes = await markWorkbook(stored("excel-members.xlsx"), [{ row: 1, column: "A", text: "错。" }], {
      sheet: "填表说明",
    });
    const book = await open(bytes);
    expect(look(book.getWorksheet("填表说明"), "A1").red).toBe(true);
    expect(look(book.getWorksheet("党员"), "A1").red).toBe(false);
  });
});

describe("what exceljs cannot open", () => {
  it("comes back as a new workbook with the same cells", async () => {
    const original = stored("sdk-members.xlsx");
    const bytes = await markWorkbook(original, [{ row: 2, column: "B", text: "错。" }], { headerRow: 1 });
    expect(await content(bytes)).toEqual([
      [
        "export",
        false,
        [
          [1, ["姓名", "工号", "单位", "入职日期", FAULTS_HEADER]],
          [2, ["王示例", "00123", "SLDZ", "2026-03-01", "错。"]],
          [3, ["李示例", "00124", "SLDZ", "44620"]],
        ],
      ],
    ]);
    expect(look((await open(bytes)).getWorksheet("export"), "B2")).toEqual({ red: true, note: "错。" });
  });

  it("a broken part beside the sheets does not matter", async () => {
    const original = workbook({
      sheets: [
        { name: "表", xml: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row></sheetData>' },
      ],
      extra: [{ name: "xl/drawings/drawing1.xml", data: "<broken" }],
    });
    const { sheets } = await readWorkbook(await markWorkbook(original, [{ row: 1, column: "A", text: "错。" }]));
    expect(sheets[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual(["甲", "错。"]);
  });
});

it("a .csv file comes back as .xlsx, its formulas as text", async () => {
  const bytes = await markWorkbook(Buffer.from("姓名,手机\n\n'=1+1,00123\n"), [{ row: 3, column: "B", text: "错。" }], {
    headerRow: 1,
  });
  const sheet = (await open(bytes)).worksheets[0];
  expect([sheet?.getCell("A3").value, sheet?.getCell("B3").value, sheet?.getCell("C3").value]).toEqual([
    "=1+1",
    "00123",
    "错。",
  ]);
  expect(look(sheet, "B3")).toEqual({ red: true, note: "错。" });
});
