import { parsePlainDate } from "@/domain/calendar/plain-date";
import { isQuarter, quarterOf } from "@/domain/calendar/shanghai";
import { ARCHIVE_FORMAT, ARCHIVE_NAME, compareUtf8, isField } from "./closing";
import { rank } from "./places";

/**
 * An archive of a closed quarter is checked from its own text: form and order of the lines, then every sum from the
 * entries, then every place from the sums.
 *
 * Example: an archive whose entries of p1 add up to 2 while its line says 3 gives `p1：流水合计2分，档案写3分。`.
 */
interface PlaceLine {
  readonly pseudonym: string;
  readonly points: number;
  readonly place: number;
}

interface EntryLine {
  readonly pseudonym: string;
  readonly value: number;
}

interface Contents {
  readonly quarter: string;
  readonly people: number;
  readonly entryCount: number;
  readonly places: PlaceLine[];
  readonly entries: EntryLine[];
  readonly faults: string[];
}

const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/u;

function number(text: string | undefined): number | null {
  return text !== undefined && INTEGER.test(text) ? Number(text) : null;
}

function readHeader(line: string): Contents | null {
  const [name, format, quarter = "", table = "", people, entries, ...more] = line.split("\t");
  const counts = [number(people), number(entries)];
  if (name !== ARCHIVE_NAME || format !== ARCHIVE_FORMAT || more.length > 0) return null;
  if (!isQuarter(quarter) || !isQuarter(table)) return null;
  const [personCount, entryCount] = counts;
  if (personCount == null || entryCount == null) return null;
  return { quarter, people: personCount, entryCount, places: [], entries: [], faults: [] };
}

function readPlace(fields: readonly string[]): PlaceLine | null {
  const [, pseudonym = "", points, place] = fields;
  const [sum, rankNumber] = [number(points), number(place)];
  return sum === null || rankNumber === null ? null : { pseudonym, points: sum, place: rankNumber };
}

function readEntry(fields: readonly string[], quarter: string): EntryLine | null {
  const [, pseudonym = "", date = "", , , value] = fields;
  const points = number(value);
  if (points === null || parsePlainDate(date)?.precision !== "day" || quarterOf(date) !== quarter) return null;
  return { pseudonym, value: points };
}

function readLine(line: string, at: number, into: Contents): void {
  const fields = line.split("\t");
  const wellFormed = fields.length === 6 && fields.every(isField);
  const place = wellFormed && fields[0] === "place" ? readPlace(fields) : null;
  const entry = wellFormed && fields[0] === "entry" ? readEntry(fields, into.quarter) : null;
  if (place !== null) into.places.push(place);
  else if (entry !== null) into.entries.push(entry);
  else into.faults.push(`第${at}行读不懂，或日期不在本季度内。`);
}

function checkForm(lines: readonly string[], into: Contents): void {
  for (const [index, line] of lines.entries()) {
    // The header is line 1.
    readLine(line, index + 2, into);
    const before = lines[index - 1];
    if (before !== undefined && compareUtf8(before, line) > 0) into.faults.push(`第${index + 2}行的顺序不对。`);
  }
  if (into.places.length !== into.people) {
    into.faults.push(`首行写${into.people}人，实有${into.places.length}人。`);
  }
  if (into.entries.length !== into.entryCount) {
    into.faults.push(`首行写${into.entryCount}条流水，实有${into.entries.length}条。`);
  }
}

function checkFigures({ places, entries, faults }: Contents): void {
  const sums = new Map(places.map((line) => [line.pseudonym, 0]));
  if (sums.size !== places.length) faults.push("有人出现了不止一行名次。");
  for (const { pseudonym, value } of entries) {
    const before = sums.get(pseudonym);
    if (before === undefined) faults.push(`${pseudonym}：有流水，没有名次。`);
    else sums.set(pseudonym, before + value);
  }
  const recomputed = rank([...sums].map(([id, points]) => ({ id, points })));
  const placeOf = new Map(recomputed.map((row) => [row.id, row.place]));
  for (const { pseudonym, points, place } of places) {
    const [sum, right] = [sums.get(pseudonym) ?? 0, placeOf.get(pseudonym) ?? 0];
    if (sum !== points) faults.push(`${pseudonym}：流水合计${sum}分，档案写${points}分。`);
    if (right !== place) faults.push(`${pseudonym}：应为第${right}名，档案写第${place}名。`);
  }
}

/** The differences found, in Chinese, in the order of the text; an empty list means that all agrees. Never throws. */
export function verifyArchive(text: string): string[] {
  const [header = "", ...rest] = text.split("\n");
  const contents = readHeader(header);
  if (contents === null) return ["首行不是指尖课堂赛季档案的首行，或版本不认识。"];
  if (rest.pop() !== "") contents.faults.push("末行没有以换行符结束。");
  checkForm(rest, contents);
  checkFigures(contents);
  return contents.faults;
}
