import { SHEET_LIMITS, type SheetLimits } from "./limits";
import { readCsv } from "./read-csv";
import { readXlsx } from "./read-xlsx";
import { recognise } from "./recognise";
import type { Workbook } from "./types";

/**
 * Reads an uploaded spreadsheet by its content; its name does not matter. Throws an AppError ("invalid") in plain
 * Chinese for what is no spreadsheet, is locked, broken or too large. Gives other requests their turn while it reads.
 */
export async function readWorkbook(bytes: Uint8Array, limits: SheetLimits = SHEET_LIMITS): Promise<Workbook> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return recognise(buffer, limits) === "zip" ? readXlsx(buffer, limits) : readCsv(buffer, limits);
}
