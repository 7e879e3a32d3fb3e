import { quarterOf } from "@/domain/calendar/shanghai";
import { rank } from "./places";

/**
 * The archive of a closed quarter: plain text from which anybody can recompute every sum and place. It holds those who
 * joined, under pseudonyms made for this quarter alone, and their ledger entries with days and without times. UTF-8, one
 * record a line, fields parted by tabs, every line ended by one LF, no BOM:
 *
 *     zhijian-ketang-season  1  <quarter>  <table version>  <number of people>  <number of entries>
 *     entry  <pseudonym>  <date>  <reason>  <kind of source>  <value>
 *     place  <pseudonym>  <points>  <place>  <branch or ->  <organisation or ->
 *
 * The header stands first; all other lines are sorted by their UTF-8 bytes. Two equal entries are two equal lines. The
 * digest of a season is taken over exactly this text.
 *
 * Example: p1 with a lesson (2) and p2 with nothing → `place p1 2 1 b1 -` and `place p2 0 2 b1 -`.
 */
export const ARCHIVE_NAME = "zhijian-ketang-season";
export const ARCHIVE_FORMAT = "1";
const NO_UNIT = "-";

export interface ArchivePerson {
  readonly pseudonym: string;
  /** Pseudonyms too; null without one. */
  readonly branch: string | null;
  readonly organisation: string | null;
}

export interface ArchiveEntry {
  readonly pseudonym: string;
  /** Business date `YYYY-MM-DD`. */
  readonly date: string;
  readonly reason: string;
  /** What kind of thing earned it, never which. */
  readonly sourceKind: string;
  readonly value: number;
}

export interface ArchiveInput {
  readonly quarter: string;
  readonly tableVersion: string;
  readonly people: readonly ArchivePerson[];
  readonly entries: readonly ArchiveEntry[];
}

/** Code units as UTF-8 would order them: surrogates stand for characters above all others. */
function byteRank(codeUnit: number): number {
  if (codeUnit < 0xd800) return codeUnit;
  return codeUnit <= 0xdfff ? codeUnit + 0x2000 : codeUnit - 0x800;
}

/** Negative, zero or positive, as the bytes of the two texts in UTF-8 compare; the same on every platform and engine. */
export function compareUtf8(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = byteRank(a.charCodeAt(i)) - byteRank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** True for text that can stand between two tabs: not empty, no control characters, no broken characters. */
export function isField(text: string): boolean {
  return text !== "" && !/[\p{Cc}\p{Cs}]/u.test(text);
}

function lineOf(fields: readonly string[]): string {
  const bad = fields.find((field) => !isField(field));
  if (bad !== undefined) throw new RangeError(`Cannot stand in an archive: ${JSON.stringify(bad)}`);
  return fields.join("\t");
}

/** Sum per pseudonym, 0 for a person without entries. Throws a RangeError for a double person and for a stranger's entry. */
function pointsOf(input: ArchiveInput): Map<string, number> {
  const points = new Map(input.people.map((person) => [person.pseudonym, 0]));
  if (points.size !== input.people.length) throw new RangeError("A pseudonym stands for two people");
  for (const { pseudonym, date, value } of input.entries) {
    const before = points.get(pseudonym);
    if (before === undefined) throw new RangeError(`An entry of somebody who did not join: ${pseudonym}`);
    if (quarterOf(date) !== input.quarter) throw new RangeError(`An entry outside ${input.quarter}: ${date}`);
    if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
    points.set(pseudonym, before + value);
  }
  return points;
}

/**
 * The exact text. The same for any order of people and entries. Throws a RangeError when something cannot stand in an
 * archive: see `isField`, a double or unknown pseudonym, a date outside the quarter, a value that is no whole number.
 */
export function archiveOf(input: ArchiveInput): string {
  const points = pointsOf(input);
  const rows = input.people.map((person) => ({
    ...person,
    id: person.pseudonym,
    points: points.get(person.pseudonym) ?? 0,
  }));
  const places = rank(rows).map((row) =>
    lineOf([
      "place",
      row.pseudonym,
      String(row.points),
      String(row.place),
      row.branch ?? NO_UNIT,
      row.organisation ?? NO_UNIT,
    ]),
  );
  const entries = input.entries.map((entry) =>
    lineOf(["entry", entry.pseudonym, entry.date, entry.reason, entry.sourceKind, String(entry.value)]),
  );
  const sizes = [String(input.people.length), String(input.entries.length)];
  const header = lineOf([ARCHIVE_NAME, ARCHIVE_FORMAT, input.quarter, input.tableVersion, ...sizes]);
  return [header, ...[...places, ...entries].sort(compareUtf8)].map((line) => `${line}\n`).join("");
}
