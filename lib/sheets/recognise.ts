import type { SheetLimits } from "./limits";
import { brokenFile, refused, tooMuch } from "./refusals";

/** First bytes of what people upload by mistake. */
const MAGIC: readonly (readonly [string, string])[] = [
  ["25504446", "PDF文件"],
  ["89504e47", "图片"],
  ["ffd8ff", "图片"],
  ["47494638", "图片"],
  ["424d", "图片"],
  ["52617221", "RAR压缩包"],
  ["377abcaf271c", "7z压缩包"],
  ["1f8b", "gzip压缩包"],
];

const ZIP = "504b0304";
const EMPTY_ZIP = "504b0506";
const OLE = "d0cf11e0a1b11ae1";
const MARKUP = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|script|div)\b/iu;
const XML = /^\s*<\?xml\b/iu;
const MHTML = /^\s*mime-version:/iu;
const HEAD_BYTES = 4_096;

const AS_XLSX = "请用Excel或WPS打开，另存为.xlsx后重新上传。";

const startsWith = (bytes: Buffer, hex: string) => bytes.subarray(0, hex.length / 2).toString("hex") === hex;
const utf16 = (text: string) => Buffer.from(text, "utf16le");

function refuseOle(bytes: Buffer): never {
  if (bytes.includes(utf16("EncryptedPackage"))) {
    throw refused("这个表格加了打开密码，没有导入任何内容。请在Excel或WPS里去掉密码，另存为.xlsx后重新上传。");
  }
  if (bytes.includes(utf16("WordDocument"))) {
    throw refused(`这是旧版Word文档，不是表格。请把表格复制到Excel或WPS里，另存为.xlsx后重新上传。`);
  }
  throw refused(`这是旧版Excel格式（.xls），读不了。${AS_XLSX}`);
}

function refuseMarkup(bytes: Buffer): void {
  const head = bytes
    .subarray(0, HEAD_BYTES)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/u, "");
  if (MARKUP.test(head) || MHTML.test(head)) {
    throw refused(`这是网页，只是改了名字，不是真正的表格。${AS_XLSX}`);
  }
  if (XML.test(head)) throw refused(`这是XML文件，不是真正的表格。${AS_XLSX}`);
}

/**
 * What the file is by its content, never by its name: a packed workbook or text. Everything else gets an AppError that
 * says what it is and what to do.
 */
export function recognise(bytes: Buffer, limits: SheetLimits): "zip" | "text" {
  if (bytes.length === 0) throw refused("这个文件是空的，没有导入任何内容。请确认表格已经保存，再重新上传。");
  if (bytes.length > limits.bytes) throw tooMuch("文件超过10MB");
  if (startsWith(bytes, OLE)) refuseOle(bytes);
  if (startsWith(bytes, ZIP)) return "zip";
  if (startsWith(bytes, EMPTY_ZIP)) throw brokenFile();
  const found = MAGIC.find(([hex]) => startsWith(bytes, hex));
  if (found !== undefined) throw refused(`这是${found[1]}，不是表格。请上传.xlsx或.csv文件。`);
  refuseMarkup(bytes);
  return "text";
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled\.main/u, ""],
  [/ms-excel\.sheet\.binary/u, "二进制工作簿（.xlsb）"],
  [/wordprocessingml|ms-word/u, "Word文档"],
  [/presentationml|ms-powerpoint/u, "演示文稿"],
];

/** Refuses packed files that are no workbook. `types` is the text of [Content_Types].xml, undefined when missing. */
export function refuseOtherPackages(types: string | undefined, openDocument: string | undefined): void {
  if (openDocument?.startsWith("application/vnd.oasis.opendocument.spreadsheet") === true) {
    throw refused(`这是OpenDocument表格（.ods），读不了。请用LibreOffice、Excel或WPS打开，另存为.xlsx后重新上传。`);
  }
  if (types === undefined) throw refused("这是压缩包，不是表格。请先解压，上传里面的.xlsx或.csv文件。");
  const found = KINDS.find(([pattern]) => pattern.test(types));
  if (found?.[1] === "") return;
  throw refused(`这是${found?.[1] ?? "别的Office文件"}，读不了。请把表格放进Excel或WPS，另存为.xlsx后重新上传。`);
}
