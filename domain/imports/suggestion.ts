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

function closeness(one: string, other: string): number {
  if (one === other) return 0;
  if (one.length >= 2 && other.length >= 2 && (one.includes(other) || other.includes(one))) return 1;
  const most = Math.min(MOST_EDITS, Math.floor(Math.max(one.length, other.length) / 2));
  const edits = distance([...one], [...other], most);
  return edits > most ? Infinity : edits;
}

/**
 * Gives the closest of the known names, or null when none is close; of several equally close the first by code points.
 * Answers are remembered: in a long sheet the same wrong name comes again and again.
 */
export function suggester(known: Iterable<string>): (written: string) => string | null {
  const names = [...new Set(known)].sort().map((name) => ({ name, essence: essence(name) }));
  const answers = new Map<string, string | null>();
  return (written) => {
    const remembered = answers.get(written);
    if (remembered !== undefined) return remembered;
    const answer = nearest(essence(written), names);
    answers.set(written, answer);
    return answer;
  };
}

function nearest(wanted: string, names: readonly { readonly name: string; readonly essence: string }[]): string | null {
  if (wanted === "") return null;
  const same = names.find((each) => each.essence === wanted);
  if (same !== undefined) return same.name;
  const scored = names.map((each) => ({ name: each.name, score: closeness(wanted, each.essence) }));
  const best = scored.reduce<{ readonly name: string; readonly score: number } | null>(
    (found, each) => (each.score < (found?.score ?? Infinity) ? each : found),
    null,
  );
  return best?.name ?? null;
}
