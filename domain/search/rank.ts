import { datesIn, partsOfMark, placeOfMark } from "./dates";
import type { SearchQuery, Word } from "./query";
import { dateMarksOf, foldSigns, joinWords, patternOf, type Searchable } from "./terms";

/**
 * How well a document answers, and the piece of it that shows so.
 *
 * The rule: a word in the title counts most, then the letters of the title, the day itself, the summary, and each of the
 * first five places in the text. A document that has all words unbroken goes before one that only has their pairs. Equal
 * ones stand in the order of their ids. All of it is whole numbers worked out here, so that both engines say the same.
 */
const IN_TITLE = 1000;
const IS_TITLE = 500;
const BY_LETTERS = 600;
const ON_ITS_DAY = 800;
const IN_SUMMARY = 200;
const EACH_PLACE = 10;
const PLACES = 5;

export type Match = {
  score: number;
  /** All words stand there as they were typed. */
  isExact: boolean;
};

/** How often a word stands in a folded text, counted up to so many: the text may be long. */
function timesIn(text: string, pattern: RegExp, most: number): number {
  let times = 0;
  for (pattern.lastIndex = 0; times < most && pattern.test(text);) times += 1;
  return times;
}

type Found = { score: number; isThere: boolean };

/** How well a document has a date; one that it does not tell counts by its parts. */
function scoreOfDate(mark: string, document: Searchable): Found {
  const own = document.date === null ? "" : `d:${document.date}`;
  if (own !== "" && (own.startsWith(mark) || own.endsWith(mark.slice(2)))) return { score: ON_ITS_DAY, isThere: true };
  const told = new Set(dateMarksOf(document));
  if (told.has(mark)) return { score: EACH_PLACE, isThere: true };
  return { score: partsOfMark(mark).filter((part) => told.has(part)).length, isThere: false };
}

/** How well a document has a word; one that is not there unbroken counts by its pairs. */
function scoreOf(word: Word, document: Searchable): Found {
  if (word.kind === "date") return scoreOfDate(word.mark, document);
  const { title, initials, summary, text } = document;
  const folded = { title: foldSigns(title), summary: foldSigns(summary), text: foldSigns(text) };
  const isTitle = joinWords(folded.title) === word.text;
  const inTitle = timesIn(folded.title, word.pattern, 1) * (IN_TITLE + (isTitle ? IS_TITLE : 0));
  const inSummary = timesIn(folded.summary, word.pattern, 1) * IN_SUMMARY;
  const inText = timesIn(folded.text, word.pattern, PLACES) * EACH_PLACE;
  const byLetters = word.kind === "letters" && initials.includes(word.text) ? BY_LETTERS : 0;
  const score = inTitle + inSummary + inText + byLetters;
  if (score > 0) return { score, isThere: true };
  const all = joinWords(Object.values(folded).join("\n"));
  return { score: word.pairs.filter((pair) => all.includes(pair)).length, isThere: false };
}

export function matchOf({ words }: SearchQuery, document: Searchable): Match {
  const found = words.map((word) => scoreOf(word, document));
  return { score: found.reduce((sum, { score }) => sum + score, 0), isExact: found.every(({ isThere }) => isThere) };
}

/** A piece of a text; marked pieces are what was looked for. */
export type Piece = { text: string; isMarked: boolean };

type Span = { from: number; to: number };

function placesOf(folded: string, pattern: RegExp): Span[] {
  return [...folded.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
}

/** Where a folded text tells a date, as much of it as was asked for. */
function placesOfDate(folded: string, mark: string): Span[] {
  return datesIn(folded).flatMap((told) => placeOfMark(mark, told) ?? []);
}

/** What of a folded text a word means: the word itself, every date it fits, or as much of it as stands there. */
function spansOf(word: Word, folded: string): Span[] {
  if (word.kind === "date") {
    const told = placesOfDate(folded, word.mark);
    return told.length > 0
      ? told
      : partsOfMark(word.mark)
          .slice(1)
          .flatMap((part) => placesOfDate(folded, part));
  }
  const whole = placesOf(folded, word.pattern);
  if (whole.length > 0) return whole;
  // A word of one pair that is not there as a word may be part of a longer number.
  return word.pairs.filter((pair) => pair !== word.text).flatMap((pair) => placesOf(folded, patternOf(pair)));
}

/** Spans in order, those that touch as one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

function cut(text: string, spans: readonly Span[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const span of spans.filter((each) => each.from >= from && each.to <= to)) {
    if (span.from > at) pieces.push({ text: text.slice(at, span.from), isMarked: false });
    pieces.push({ text: text.slice(span.from, span.to), isMarked: true });
    at = span.to;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), isMarked: false });
  return pieces;
}

/** The whole text with what was looked for marked. */
export function marked({ words }: SearchQuery, text: string): Piece[] {
  const folded = foldSigns(text);
  return cut(text, joined(words.flatMap((word) => spansOf(word, folded))), 0, text.length);
}

const BEFORE = 14;
const LENGTH = 72;

/** The beginning of a number, where a place stands inside of one: half a year would be another one. */
function beforeNumber(text: string, place: number): number {
  return place - (/\d+$/.exec(/^\d/.test(text.slice(place)) ? text.slice(0, place) : "")?.[0].length ?? 0);
}

/** Signs that belong to what stands before them: no piece begins with one. */
const ENDS_OF_CLAUSE = /^[，、；：。！？”’》）\s]+/u;

/** The piece of a text in which most of the words stand, from the sentence on if that is near; null when none stands there. */
export function snippet({ words }: SearchQuery, text: string): Piece[] | null {
  const folded = foldSigns(text);
  const each = words.map((word) => spansOf(word, folded));
  const spans = joined(each.flat());
  if (spans.length === 0) return null;
  const inWindow = (from: number) =>
    each.filter((own) => own.some((span) => span.from >= from && span.to <= from + LENGTH - BEFORE)).length;
  const best = spans.reduce((top, span) => (inWindow(span.from) > inWindow(top.from) ? span : top));
  const start = beforeNumber(text, Math.max(0, best.from - BEFORE));
  const sentence = /[。！？\n][^。！？\n]*$/.exec(text.slice(start, best.from))?.index;
  const ends = ENDS_OF_CLAUSE.exec(text.slice(start, best.from))?.[0].length ?? 0;
  const from = start + (sentence === undefined ? ends : sentence + 1);
  const to = Math.min(text.length, Math.max(from + LENGTH, best.to));
  const rest: Piece[] = to < text.length ? [{ text: "…", isMarked: false }] : [];
  return [...cut(text, spans, from, to), ...rest];
}
