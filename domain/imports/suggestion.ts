import { organisationKey } from "@/domain/people/organisation";

/**
 * What a name that is not known was probably meant to be. Names are compared without the words that people leave out or
 * add (中共, 委员会, 党, 有限公司 …) and with Chinese numerals for digits; the closest one is offered, never taken.
 *
 * Example: 第2支部 among 第一党支部 and 第二党支部 → 第二党支部.
 */
const NUMERALS = "〇一二三四五六七八九";
const FILLERS = /中共|中国共产党|委员会|支部委员会|总支|党|有限责任公司|股份有限公司|有限公司|公司/gu;
const MOST_EDITS = 2;

function essence(name: string): string {
  return organisationKey(name)
    .replace(FILLERS, "")
    .replace(/\d/gu, (digit) => NUMERALS.charAt(Number(digit)));
}

/** Letters to insert, delete or change from one to the other, no further than `most` + 1. */
function distance(one: readonly string[], other: readonly string[], most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = other.map((_, index) => index).concat(other.length);
  for (const [row, letter] of one.entries()) {
    const now = [row + 1];
    for (const [column, match] of other.entries()) {
      const changed = (before[column] ?? 0) + (letter === match ? 0 : 1);
      now.push(Math.min(changed, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}

/** A name as it is compared. `letters` has a bit for each letter: a quick proof that two names are far apart. */
interface Known {
  readonly name: string;
  readonly essence: string;
  readonly characters: readonly string[];
  readonly letters: number;
}

const LETTER_BITS = 31;

function known(name: string): Known {
  const characters = [...essence(name)];
  const letters = characters.reduce((bits, each) => bits | (1 << ((each.codePointAt(0) ?? 0) % LETTER_BITS)), 0);
  return { name, essence: characters.join(""), characters, letters };
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function closeness(one: Known, other: Known): number {
  const [a, b] = [one.essence, other.essence];
  if (a === b) return 0;
  if (a.length >= 2 && b.length >= 2 && (a.includes(b) || b.includes(a))) return 1;
  const most = Math.min(MOST_EDITS, Math.floor(Math.max(a.length, b.length) / 2));
  // One edit takes away one letter and brings another.
  if (bitsIn(one.letters ^ other.letters) > 2 * most) return Infinity;
  const edits = distance(one.characters, other.characters, most);
  return edits > most ? Infinity : edits;
}

/**
 * Gives the closest of the known names, or null when none is close; of several equally close the first by code points.
 * Answers are remembered: in a long sheet the same wrong name comes again and again.
 */
export function suggester(names: Iterable<string>): (written: string) => string | null {
  const all = [...new Set(names)].sort().map(known);
  const answers = new Map<string, string | null>();
  return (written) => {
    const remembered = answers.get(written);
    if (remembered !== undefined) return remembered;
    const answer = nearest(known(written), all);
    answers.set(written, answer);
    return answer;
  };
}

function nearest(wanted: Known, names: readonly Known[]): string | null {
  if (wanted.essence === "") return null;
  let best: string | null = null;
  let score = Infinity;
  for (const each of names) {
    const closer = closeness(wanted, each);
    if (closer >= score) continue;
    best = each.name;
    score = closer;
    if (score === 0) break;
  }
  return best;
}
