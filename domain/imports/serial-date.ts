/**
 * Spreadsheets keep a day as a serial number: the days since 1899-12-31, or since 1904-01-01 in workbooks of the 1904
 * system (old Mac files). The 1900 system counts a 29 February 1900 that never was (number 60), so every later day is
 * one number higher than it should be. The fraction is the time of day.
 *
 * Example: 46082 is 2026-03-01; the same day is 44620 in the 1904 system.
 */
const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const NEVER_WAS = 60;
/** 9999-12-31 in the 1900 system, the last day spreadsheets know. */
const LAST = 2_958_465;

function instantOf(serial: number, date1904: boolean): number {
  if (date1904) return EPOCH_1904 + serial * DAY_MS;
  const days = serial >= NEVER_WAS + 1 ? serial - 1 : serial;
  return EPOCH_1900 + days * DAY_MS;
}

/**
 * `YYYY-MM-DD`, with ` HH:MM:SS` when there is a time of day; a number below one in the 1900 system is a time alone.
 * Null for numbers that are no day: negative ones, the day that never was, and those after the year 9999.
 */
export function dateOfSerial(serial: number, date1904: boolean): string | null {
  if (!(serial >= 0 && serial < LAST + 1)) return null;
  if (!date1904 && Math.floor(serial) === NEVER_WAS) return null;
  const instant = Math.round(instantOf(serial, date1904) / 1000) * 1000;
  const [day = "", time = ""] = new Date(instant).toISOString().split("T");
  const clock = time.slice(0, 8);
  if (!date1904 && serial < 1) return clock;
  return clock === "00:00:00" ? day : `${day} ${clock}`;
}
