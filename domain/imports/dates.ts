import { parsePlainDate } from "@/domain/calendar/plain-date";
import { dateOfSerial } from "./serial-date";
import type { SheetCell } from "./types";

/**
 * A day as people write it in a sheet: as a date of the program, as its serial number, or as text in the order year,
 * month, day. Two-digit years and the order day, month, year are refused, because they can be read in two ways. The
 * time of day is left out.
 *
 * Example: 2026/3/1, 2026.3.1, 2026年3月1日, 20260301 and the number 46082 are all 2026-03-01.
 */
const YEAR_FIRST = /^(\d{4})(?:[-/.年、\s]\s*)(\d{1,2})(?:[-/.月、\s]\s*)(\d{1,2})日?(?:\s+\d{1,2}[:：时].*|T.*)?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
const MONTH_ONLY = /^\d{4}(?:[-/.年]\s*)\d{1,2}月?$/u;
/** 1927 to 2119: serial numbers outside are more likely something else. */
const SERIAL = /^[1-7]\d{4}(?:\.\d+)?$/u;

export type DayCell = { readonly day: string } | { readonly problem: string };

const FORM = "请写成2026-03-01这样的日期。";

function dayOf(parts: readonly (string | undefined)[]): DayCell {
  const [year = "", month = "", day = ""] = parts;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parsePlainDate(text) === null ? { problem: "日历上没有这一天。" } : { day: text };
}

/** Never throws. `date1904` is the system of the workbook. */
export function parseDay(cell: Pick<SheetCell, "text" | "kind">, date1904: boolean): DayCell {
  const text = cell.text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s*([年月])\s*|\s+(?=日)/gu, "$1")
    .trim();
  const compact = COMPACT.exec(text);
  if (compact !== null) return dayOf(compact.slice(1));
  const written = YEAR_FIRST.exec(text);
  if (written !== null) return dayOf(written.slice(1));
  if (SERIAL.test(text)) {
    const day = dateOfSerial(Math.floor(Number(text)), date1904);
    if (day !== null) return { day };
  }
  if (MONTH_ONLY.test(text)) return { problem: `只写到月份，缺少日。${FORM}` };
  return { problem: `看不懂这个日期。${FORM}` };
}
