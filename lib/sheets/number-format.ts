/** Number formats that ECMA-376 names by number: dates and times, 27–36 and 50–58 in Chinese and Japanese Excel. */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

const TEXT_FORMAT = "@";
const QUOTED = /"[^"]*"|\\./gu;
const BRACKETED = /\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu;
const PLAIN_ZEROS = /^(?:"([^"]*)")?(0{2,})$/u;
const SIGNIFICANT = 15;

/** What a number means when shown in a number format. */
export interface NumberFormat {
  readonly isDate: boolean;
  /** How many digits are shown at least, 0 when not said; `prefix` stands before them ("A"000). */
  readonly digits: number;
  readonly prefix: string;
}

const GENERAL: NumberFormat = { isDate: false, digits: 0, prefix: "" };

/** Reads a format by its number and, for numbers from 164, its code. Formats it does not know mean nothing special. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return { ...GENERAL, isDate: BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to) };
  const [first = ""] = code.split(";");
  if (first === TEXT_FORMAT || /general/iu.test(first)) return GENERAL;
  const zeros = PLAIN_ZEROS.exec(first);
  if (zeros !== null) return { isDate: false, digits: zeros[2]?.length ?? 0, prefix: zeros[1] ?? "" };
  return { ...GENERAL, isDate: /[ymdhs]/iu.test(first.replace(QUOTED, "").replace(BRACKETED, "")) };
}

/** The number as plain digits: no exponent up to 21 digits, no noise after the 15th digit, zeros in front as shown. */
export function numberText(value: number, format: NumberFormat): string {
  const exact = Number.isSafeInteger(value) ? value : Number(value.toPrecision(SIGNIFICANT));
  const text = String(exact);
  if (format.digits === 0 || !/^\d+$/u.test(text)) return text;
  return format.prefix + text.padStart(format.digits, "0");
}
