import { Converter } from "opencc-js/t2cn";
import { dateMarks, partsOfMark, writeRangesOut } from "./dates";
import { foldSigns, JOINING, letterPairs, pairsOf, QUOTES, wordPatternOf } from "./terms";

/**
 * What somebody typed, as words that must all be found.
 *
 * The rule: words are parted by spaces and punctuation, but not by the signs inside of them (运-20, 一二·九), and a date is a word even where it is written against others; a date
 * counts in any of its usual spellings and a range of days (1978年12月18日至22日) as its first and its last; Latin letters may be a word of the text or the first letters of a title; traditional
 * characters count as simplified ones; a single character says too little and is left out. At most forty characters are read.
 *
 * Example: `1935年1月遵义` → the date 1935-01 and the text 遵义; `zyhy` → the letters of 遵义会议.
 */
export type Word =
  | { kind: "date"; mark: string; typed: string }
  | ({ kind: "text" } & Typed)
  | ({ kind: "letters"; letters: readonly string[] } & Typed);

/** Letters and digits as they were typed, without the signs between them. */
type Typed = { text: string; pairs: readonly string[]; pattern: RegExp };

export type SearchQuery = {
  words: readonly Word[];
  /** Single characters that were left out. */
  ignored: readonly string[];
};

const LONGEST = 40;
const toSimplified = Converter({ from: "tw", to: "cn" });
const WRITTEN_DATE = /\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月\d{1,2}[日号]/g;
const SHAPES = [
  /^(?<year>\d{4})年?$/,
  /^(?<year>\d{4})[年./-](?<month>\d{1,2})月?$/,
  /^(?<year>\d{4})[年./-](?<month>\d{1,2})[月./-](?<day>\d{1,2})[日号]?$/,
  /^(?<month>\d{1,2})[月./-](?<day>\d{1,2})[日号]?$/,
] as const;

/** The mark of a date in one of its spellings: the day as exactly as it was typed. Null for anything else. */
function markOf(word: string): string | null {
  for (const shape of SHAPES) {
    const { year, month, day } = shape.exec(word)?.groups ?? {};
    if (Number(month ?? 1) > 12 || Number(day ?? 1) > 31) continue;
    const mark = dateMarks(year, month, day).at(-1);
    if (mark) return mark;
  }
  return null;
}

function wordOf(typed: string): Word | null {
  const mark = markOf(typed);
  if (mark) return { kind: "date", mark, typed };
  return wordOfLetters(typed.replaceAll(/[^\p{L}\p{N}]/gu, ""));
}

/** Letters and digits as a word; null for a single one. */
export function wordOfLetters(text: string): Word | null {
  const pairs = pairsOf(text);
  if (pairs.length === 0) return null;
  const written = { text, pairs, pattern: wordPatternOf(text) };
  return /^[a-z0-9]+$/.test(text)
    ? { kind: "letters", ...written, letters: letterPairs(text) }
    : { kind: "text", ...written };
}

const PARTING = new RegExp(`[^\\p{L}\\p{N}${JOINING}]+|[${QUOTES}]+`, "u");

/** A closing quotation mark before a single last character, as in “奋斗者”号, which would say too little alone. */
const BEFORE_ONE = new RegExp(`[${QUOTES}](?=[\\p{L}\\p{N}](?![\\p{L}\\p{N}${JOINING}]))`, "gu");

/** The words of what was typed. Never throws. */
export function parseQuery(typed: string): SearchQuery {
  const plain = foldSigns(toSimplified([...typed.normalize("NFKC")].slice(0, LONGEST).join("")));
  const parts = writeRangesOut(plain).replaceAll(WRITTEN_DATE, " $& ").replaceAll(BEFORE_ONE, "").split(PARTING);
  const found = parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).map((part) => ({ part, word: wordOf(part) }));
  const words = found.flatMap(({ word }) => (word ? [word] : []));
  const key = (word: Word) => (word.kind === "date" ? word.mark : word.text);
  return {
    words: words.filter((word, index) => words.findIndex((other) => key(other) === key(word)) === index),
    ignored: found.flatMap(({ part, word }) => (word ? [] : [part])),
  };
}

/** Every term that has to be looked up. */
export function termsToFind({ words }: SearchQuery): string[] {
  const terms = words.flatMap((word) => {
    if (word.kind === "date") return [word.mark, ...partsOfMark(word.mark)];
    return word.kind === "letters" ? [...word.pairs, ...word.letters] : word.pairs;
  });
  return [...new Set(terms)];
}

/** True when a document with these terms can have all words; whether it really has, its text says. */
export function canMatch({ words }: SearchQuery, terms: ReadonlySet<string>): boolean {
  const hasAll = (wanted: readonly string[]) => wanted.every((term) => terms.has(term));
  return words.every((word) => {
    if (word.kind === "date") return terms.has(word.mark);
    return hasAll(word.pairs) || (word.kind === "letters" && hasAll(word.letters));
  });
}

/** From which share of the terms on a document comes near what was asked for. */
const NEAR = 0.5;

/** What a date comes near by: a full one by its year, its month and its day, any other by itself. */
function nearMarks(mark: string): readonly string[] {
  const parts = partsOfMark(mark);
  return parts.length > 0 ? parts : [mark];
}

/** True when a document has at least half of what was asked for, dates included, and more than one pair or part of it. */
export function comesNear(query: SearchQuery, terms: ReadonlySet<string>): boolean {
  const wanted = query.words.flatMap((word) => (word.kind === "date" ? nearMarks(word.mark) : word.pairs));
  const there = wanted.filter((term) => terms.has(term)).length;
  return there >= 2 && there / wanted.length >= NEAR;
}
