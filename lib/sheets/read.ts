import { isStorable } from "../storable";
import { SHEET_LIMITS, type SheetLimits } from "./limits";
import { readCsv } from "./read-csv";
import { readXlsx } from "./read-xlsx";
import { recognise } from "./recognise";
import { refused } from "./refusals";
import type { Workbook } from "./types";

/** A workbook can spell out characters that no database keeps; its people cannot have meant them. */
function refuseUnstorable(workbook: Workbook): Workbook {
  for (const { name, rows } of workbook.sheets) {
    for (const { number, cells } of rows) {
      const cell = cells.find(({ text }) => !isStorable(text));
      if (cell === undefined) continue;
      throw refused(
        `工作表“${name}”的${cell.column}${number}格里有不能保存的字符（空字符，或残缺的半个字符），没有导入任何内容。请把这一格重新输入一遍，再上传。`,
      );
    }
  }
  return workbook;
}

/**
 * Reads an uploaded spreadsheet by its content; its name does not matter. Throws an AppError ("invalid") in plain
 * Chinese for what is no spreadsheet, is locked, broken or too large. Gives other requests their turn while it reads.
 */
export async function readWorkbook(bytes: Uint8Array, limits: SheetLimits = SHEET_LIMITS): Promise<Workbook> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPacked = recognise(buffer, limits) === "zip";
  return refuseUnstorable(isPacked ? await readXlsx(buffer, limits) : readCsv(buffer, limits));
}
