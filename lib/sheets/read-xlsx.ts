import type { SheetLimits } from "./limits";
import { spreadMergedCells } from "./merged-cells";
import { refuseOtherPackages } from "./recognise";
import { refused, tooMuch } from "./refusals";
import { RowCounter } from "./row-counter";
import type { Sheet, Workbook } from "./types";
import { unpack } from "./unzip";
import type { CellContext } from "./xlsx-cells";
import { partAt, readSharedStrings, readStyles, readWorkbookPart, type Parts, type SheetPart } from "./xlsx-parts";
import { readSheetXml } from "./xlsx-sheet";

/** Everything that may hold texts, numbers and how they are shown; pictures, drawings and macros are passed over. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|mimetype)$|\.rels$|(?:^|\/)(?:workbook|styles|sharedStrings)\d*\.xml$|sheets\/[^/]+\.xml$/iu;

async function readSheet(
  part: SheetPart,
  parts: Parts,
  context: CellContext,
  counter: RowCounter,
  limits: SheetLimits,
) {
  const bytes = partAt(parts, part.path);
  if (bytes === undefined) return null;
  const { rows, merges, hiddenColumns } = await readSheetXml(bytes, context, counter);
  const spread = spreadMergedCells(rows, merges, { columns: limits.columns, budget: limits.mergedCells });
  const { name, hidden } = part;
  return { name, hidden, rows: spread, hiddenColumns, date1904: context.date1904 } satisfies Sheet;
}

/** Reads a packed workbook, all of its worksheets. Throws an AppError for other packages and beyond the limits. */
export async function readXlsx(bytes: Buffer, limits: SheetLimits): Promise<Workbook> {
  const parts = await unpack(bytes, limits, (name) => WANTED.test(name));
  const openDocument = parts.get("mimetype")?.subarray(0, 100).toString("latin1");
  refuseOtherPackages(partAt(parts, "[Content_Types].xml")?.toString("utf8"), openDocument);
  const { sheets: listed, date1904, strings, styles } = await readWorkbookPart(parts);
  if (listed.length > limits.sheets) throw tooMuch(`工作表超过${limits.sheets}张`);
  const context: CellContext = {
    strings: await readSharedStrings(strings),
    styles: await readStyles(styles),
    date1904,
  };
  const counter = new RowCounter(limits);
  const sheets: Sheet[] = [];
  for (const part of listed) {
    const sheet = await readSheet(part, parts, context, counter, limits);
    if (sheet !== null) sheets.push(sheet);
  }
  if (sheets.length === 0) throw refused("这个文件里没有工作表，没有导入任何内容。请确认表格已经保存，再重新上传。");
  return { format: "xlsx", sheets };
}
