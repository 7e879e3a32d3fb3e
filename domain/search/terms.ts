import { dateMarks, datesIn } from "./dates";

/**
 * What of a text can be looked up.
 *
 * The rule: pairs of neighbouring characters, so that any piece of two characters and more is found wherever words are
 * thought to end, also across a sign that joins what it stands in, so that 运20 and 运-20 are one word and 奋斗者号 is found where
 * the name stands in quotation marks; dates as marks of their own, so that 1935年1月 finds the 15th of it and not December; the first letters of
 * how a title is read. Signs are folded one by one (full width, upper case), so that a place in the folded text is the same
 * place in the text. Source: docs/architecture.md, 搜索.
 *
 * Example: `遵义会议` has the terms 遵义, 义会, 会议; `1935年1月15日` has the marks d:1935-01-15, d:1935-01, d:1935, d:01-15.
 */
const RUN = /[\p{L}\p{N}]+/gu;

/** Raised with every change of the rule above: what was indexed by another one is indexed anew. */
export const TERMS_RULE = 3;

/** Quotation marks and titles of books; in what is typed they part words, in a text they stand inside of them. */
export const QUOTES = `"'“”‘’「」『』《》〈〉`;

/** Signs that stand inside a word or around a part of it: written so that they can stand between brackets of an expression. */
export const JOINING = `${QUOTES}·・･•‧.．/／~～+＋&＆%％\\-－‐‑–—―`;
const SIGNS = new RegExp(`[${JOINING}]+`, "g");

/** A folded text with the signs that join left out. */
export const joinWords = (folded: string): string => folded.replace(SIGNS, "");

/** Letters and digits wherever they stand in a folded text, whatever joins them there. */
export function patternOf(letters: string): RegExp {
  return new RegExp([...letters].join(`[${JOINING}]*`), "g");
}

/** The same of a word that somebody typed: a number at its beginning or its end is that number and no part of a longer one. */
export function wordPatternOf(letters: string): RegExp {
  const before = /^\d/.test(letters) ? "(?<!\\d|\\d[.．,])" : "";
  const behind = /\d$/.test(letters) ? "(?!\\d|[.．,]\\d)" : "";
  return new RegExp(`${before}${patternOf(letters).source}${behind}`, "g");
}

/** Capitals, and full-width letters and digits: rare, so that folding a long text costs next to nothing. */
const FOLDED = /[A-Z\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;

/** The text with these in their plain form, as long as before. */
export function foldSigns(text: string): string {
  return text.replace(FOLDED, (sign) => sign.normalize("NFKC").toLowerCase());
}

/** The pairs of a folded text. */
export function pairsOf(folded: string): string[] {
  return [...joinWords(folded).matchAll(RUN)].flatMap(([run]) => {
    const signs = [...run];
    return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
  });
}

/** The mark of pairs of first letters, apart from Latin words in the text. */
export const letterPairs = (initials: string): string[] => pairsOf(initials).map((pair) => `i:${pair}`);

/** A document as it is looked up. */
export type Searchable = {
  title: string;
  /** First letters of how the title is read. */
  initials: string;
  summary: string;
  text: string;
  /** YYYY-MM-DD of an event, MM-DD of a day without a year, null of neither. */
  date: string | null;
};

/** The marks of every date that a document tells, its own day among them. */
export function dateMarksOf({ title, summary, text, date }: Searchable): string[] {
  const [day, month, year] = (date ?? "").split("-").reverse();
  const own = month && day ? dateMarks(year, month, day) : [];
  return [...datesIn(foldSigns([title, summary, text].join("\n"))).flatMap(({ marks }) => marks), ...own];
}

/** Every term under which a document is found, each once. */
export function termsOf(document: Searchable): string[] {
  const folded = foldSigns([document.title, document.summary, document.text].join("\n"));
  return [...new Set([...pairsOf(folded), ...letterPairs(document.initials), ...dateMarksOf(document)])];
}
