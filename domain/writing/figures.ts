/**
 * Dates and numbers of an answer, looked for in the passage that answers the question.
 *
 * A figure is a run of digits with what it counts: years, months and days stand each for themselves (`1935年1月15日` is
 * found in a passage that says 1935年 here and 1月15日 there), `9899万` is one figure. A number in Chinese numerals in the
 * passage counts for the same number in digits.
 * Example: `1935年1月15日` in the passage `会议1935年1月15日开幕` misses nothing, in `会议1月15日开幕` it misses 1935年.
 */
const FIGURE = /\d[\d,]*(?:\.\d+)?(?:万亿|[年月日万亿%])?/g;
const DIGITS = "〇一二三四五六七八九";

/** 12 → 十二, 20 → 二十, 1935 → 一九三五; from 100 on only digit by digit. */
function inChinese(number: string): string[] {
  const spelt = [...number].map((digit) => DIGITS[Number(digit)] ?? "").join("");
  const value = Number(number);
  if (!/^\d+$/.test(number) || value === 0 || value > 99) return [spelt];
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? "" : (DIGITS[value % 10] ?? "");
  const counted = tens === 0 ? ones : `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十${ones}`;
  return value === 2 ? [counted, "两", spelt] : [counted, spelt];
}

/** The figures of a text, in order. */
export function figuresIn(text: string): string[] {
  return text.normalize("NFKC").match(FIGURE) ?? [];
}

function says(passage: string, figure: string): boolean {
  const unit = /[^\d,.]+$/.exec(figure)?.[0] ?? "";
  const number = figure.slice(0, figure.length - unit.length).replaceAll(",", "");
  const pattern = new RegExp(`(?<![\\d.])${number.replace(".", "\\.")}(?!\\d|\\.\\d)${unit}`);
  return pattern.test(passage) || inChinese(number).some((form) => form !== "" && passage.includes(`${form}${unit}`));
}

/** The figures of `text` that `passage` does not say. */
export function missingFigures(text: string, passage: string): string[] {
  const plain = passage.normalize("NFKC").replace(/(?<=\d),(?=\d{3})/g, "");
  return figuresIn(text).filter((figure) => !says(plain, figure));
}
