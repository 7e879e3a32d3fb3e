import { describe, expect, it } from "vitest";
import { workbook } from "@/tests/fixtures/sheets/package";
import { zip, type ZipEntry } from "@/tests/fixtures/sheets/zip";
import { isAppError } from "../errors";
import { SHEET_LIMITS, type SheetLimits } from "./limits";
import { readWorkbook } from "./read";

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const types = (type: string) => ({
  name: "[Content_Types].xml",
  data: `<Types><Override ContentType="${type}"/></Types>`,
});
const sheet = (xml: string) => workbook({ sheets: [{ name: "表", xml: `<sheetData>${xml}</sheetData>` }] });
const one = sheet('<row r="1"><c r="A1"><v>1</v></c></row>');

async function refusal(bytes: Buffer, limits: SheetLimits = SHEET_LIMITS): Promise<string> {
  try {
    await readWorkbook(bytes, limits);
  } catch (error) {
    if (isAppError(error)) return `${error.code}: ${error.detail}`;
    throw error;
  }
  return "was read";
}

it.each(["甲_x0000_乙", "_xD842_", "_xDFB7__xD842_"])(
  "what no database keeps is named by its cell: %s",
  async (text) => {
    const bytes = sheet(`<row r="7"><c r="C7" t="inlineStr"><is><t>${text}</t></is></c></row>`);
    expect(await refusal(bytes)).toContain("的C7格里有不能保存的字符");
  },
);

it("reads the sheet the others are made from", async () => {
  expect(await refusal(one)).toBe("was read");
});

describe("what is no spreadsheet is named, by its content", () => {
  it.each<[string, Buffer, string]>([
    ["nothing", Buffer.alloc(0), "是空的"],
    ["an old .xls", Buffer.concat([OLE, utf16("Workbook")]), "旧版Excel格式（.xls）"],
    ["a locked .xlsx", Buffer.concat([OLE, Buffer.alloc(600), utf16("EncryptedPackage")]), "打开密码"],
    ["an old Word file", Buffer.concat([OLE, utf16("WordDocument")]), "旧版Word"],
    ["a PDF", Buffer.from("%PDF-1.7"), "PDF"],
    ["a picture", Buffer.from("89504e470d0a1a0a", "hex"), "图片"],
    ["a photograph", Buffer.from("ffd8ffe000104a46", "hex"), "图片"],
    ["a RAR archive", Buffer.from("Rar!\x1a\x07", "latin1"), "RAR"],
    ["a web page", Buffer.from('\ufeff\n<html xmlns:x="urn:excel"><table><tr><td>1'), "网页"],
    ["a web page in GBK", Buffer.from("<TABLE><tr><td>\xd0\xd5", "latin1"), "网页"],
    ["an archived web page", Buffer.from("MIME-Version: 1.0\r\nX-Document-Type: Workbook"), "网页"],
    ["Excel's XML of 2003", Buffer.from('<?xml version="1.0"?><Workbook/>'), "XML"],
    ["a zip file", zip([{ name: "名单.xlsx", data: one }]), "压缩包"],
    ["an empty zip file", zip([]), "不完整"],
    [
      "a Word file",
      zip([types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")]),
      "Word",
    ],
    [
      "slides",
      zip([types("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")]),
      "演示",
    ],
    ["an .xlsb", zip([types("application/vnd.ms-excel.sheet.binary.macroEnabled.main")]), ".xlsb"],
    ["an .ods", zip([{ name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" }]), ".ods"],
    ["bytes that are no text", Buffer.from([0x41, 0xff, 0xff, 0x80]), "编码"],
    ["text with NUL", Buffer.from("a,b\0c"), "编码"],
    ["an open quote", Buffer.from('姓名,手机\n"王示例,1\n李示例,2\n'), "引号"],
    ["a cut file", one.subarray(0, one.length - 40), "不完整"],
    ["damaged bytes", Buffer.concat([one.subarray(0, 300), Buffer.alloc(200, 7), one.subarray(500)]), "不完整"],
    ["a locked entry", zip([{ name: "xl/workbook.xml", data: "x", deflate: true, encrypted: true }]), "密码"],
  ])("%s", async (_, bytes, says) => {
    expect(await refusal(bytes)).toMatch(new RegExp(`^invalid: .*${says}`, "u"));
  });

  it("takes the name for nothing: a text file is a table of one column", async () => {
    expect(await refusal(Buffer.from("姓名\n王示例"))).toBe("was read");
  });
});

describe("limits are counted, not believed", () => {
  const large = Buffer.alloc(8 * 1024 * 1024, 0x20);
  const entry = (more: Partial<ZipEntry> = {}): ZipEntry => ({
    name: "xl/media/a.bin",
    data: large,
    deflate: true,
    ...more,
  });
  const small = { ...SHEET_LIMITS, unpackedBytes: 12 * 1024 * 1024, ratio: 1e9 };
  const rows = (count: number) =>
    sheet(Array.from({ length: count }, (_, i) => `<row r="${i + 1}"><c><v>${i}</v></c></row>`).join(""));

  it("a file above 10 MB", async () => {
    expect(await refusal(Buffer.alloc(SHEET_LIMITS.bytes + 1, 0x41))).toContain("10MB");
  });

  it("a bomb in one entry, by its ratio", async () => {
    expect(await refusal(zip([entry()]))).toContain("100MB");
  });

  it("a bomb over several entries, by the sum", async () => {
    expect(await refusal(zip([entry(), entry({ name: "b" })]), small)).toContain("100MB");
  });

  it.each([10, 4_000_000_000])("an entry of 8 MB that says it has %d bytes", async (declaredSize) => {
    expect(await refusal(zip([entry({ declaredSize })]), small)).toContain("不完整");
  });

  it("one packed entry named twice counts twice", async () => {
    const twice = zip([entry()]);
    const end = twice.subarray(-22);
    const start = end.readUInt32LE(16);
    const listed = twice.subarray(start, -22);
    const tail = Buffer.from(end);
    tail.writeUInt16LE(2, 8);
    tail.writeUInt16LE(2, 10);
    tail.writeUInt32LE(listed.length * 2, 12);
    expect(await refusal(Buffer.concat([twice.subarray(0, start), listed, listed, tail]), small)).toContain("100MB");
  });

  it("more entries than a workbook has", async () => {
    const many = Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}`, data: "" }));
    expect(await refusal(zip(many))).toContain("部件太多");
  });

  it("row 20,001 and no row before it", async () => {
    expect(await refusal(rows(20_000))).toBe("was read");
    expect(await refusal(rows(20_001))).toContain("超过20000行");
    expect(await refusal(Buffer.from("a\n".repeat(20_001)))).toContain("超过20000行");
  });

  it("column 61 with content, but not one that is empty", async () => {
    expect(await refusal(sheet('<row r="1"><c r="BH1"><v>1</v></c><c r="BI1" s="0"/></row>'))).toBe("was read");
    expect(await refusal(sheet('<row r="7"><c r="BI7"><v>1</v></c></row>'))).toContain("第7行写到了BI列");
    expect(await refusal(Buffer.from(`${",".repeat(60)}x`))).toContain("BI列");
  });

  it("merged cells that would fill the memory", async () => {
    const merges = Array.from({ length: 400 }, (_, i) => `<mergeCell ref="A${i + 1}:ZZ1048576"/>`).join("");
    const cells = Array.from({ length: 400 }, (_, i) => `<row r="${i + 1}"><c><v>1</v></c></row>`).join("");
    const xml = `<sheetData>${cells}</sheetData><mergeCells>${merges}</mergeCells>`;
    expect(await refusal(workbook({ sheets: [{ name: "表", xml }] }))).toContain("合并的单元格太多");
  });

  it("a million blank rows of a text file are no rows, blank records before text are", async () => {
    expect(await refusal(Buffer.from(`a,b\n${",,\n".repeat(1_000_000)}`))).toBe("was read");
    expect(await refusal(Buffer.from(`a\n${"\n".repeat(300_000)}b`))).toContain("空行太多");
  });
});

describe("document types and entities", () => {
  const withType = (type: string, text: string) =>
    workbook({
      sheets: [
        {
          name: "表",
          xml: `<?xml version="1.0"?>${type}<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
        },
      ],
    });

  it.each([
    ["a file of the server", '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]>', "&e;"],
    ["entities that multiply", '<!DOCTYPE w [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>', "&b;"],
    ["a document type of no use", "<!DOCTYPE w>", "甲"],
    ["an entity nobody declared", "", "&e;"],
    ["elements that are not closed", "", "<b>"],
  ])("%s", async (_, type, text) => {
    expect(await refusal(withType(type, text))).toContain("不完整");
  });

  it("sheets outside the file are not looked for", async () => {
    const links = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/../../etc/passwd"/></Relationships>`;
    const bytes = zip([
      types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
      { name: "xl/workbook.xml", data: '<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>' },
      { name: "xl/_rels/workbook.xml.rels", data: links },
    ]);
    expect(await refusal(bytes)).toContain("没有工作表");
  });
});
