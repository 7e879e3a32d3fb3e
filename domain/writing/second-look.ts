import { figuresIn, missingFigures } from "./figures";

/**
 * The second look at a fact: its value is left out of its claim, somebody else fills the gap from another page, and the two
 * are compared.
 *
 * The rule: equal but for width, spaces and punctuation; of an enumeration (、) the order does not matter. Source:
 * content/README.md, 复核.
 *
 * Example: `1935年1月15日，遵义会议开幕。` with the value 1935年1月15日 is asked as `____，遵义会议开幕。`.
 */
const GAP = "____";
/** Stands for a value that is asked elsewhere. */
const MASK = "▢▢";

/** A claim with the first occurrence of its value left out. */
export function blankOf({ claim, value }: { claim: string; value: string }): string {
  const at = claim.indexOf(value);
  return at < 0 ? claim : `${claim.slice(0, at)}${GAP}${claim.slice(at + value.length)}`;
}

/** A text in which none of these values can be read. Longer values go first: 1934年底 before 1934年. */
export function masked(text: string, values: readonly string[]): string {
  return [...values]
    .sort((a, b) => b.length - a.length)
    .reduce((result, value) => result.split(value).join(MASK), text);
}

/**
 * What is asked about a fact: its claim with its gap, and with the dates and numbers that other claims ask for masked. What
 * else its own claim says stays, and so do names, because without them nobody could tell what is asked.
 *
 * Example: beside the fact `会议17日结束。` (17日), `1月15日开幕的会议，17日结束了争论。` (1月15日) is asked as `____开幕的会议，▢▢结束了争论。`.
 */
export function askOf(fact: Asked, facts: readonly Asked[]): string {
  const own = new Set(facts.filter(({ claim }) => claim === fact.claim).map(({ value }) => value));
  const hidden = facts.map(({ value }) => value).filter((value) => figuresIn(value).length > 0 && !own.has(value));
  return blankOf(fact)
    .split(GAP)
    .map((part) => masked(part, [...hidden, fact.value]))
    .join(GAP);
}

type Asked = { readonly claim: string; readonly value: string };

/** True when a value can be read in a text, as it is written or, of a date or number, figure by figure. */
export function tells(text: string, value: string): boolean {
  if (text.includes(value)) return true;
  return figuresIn(value).length > 0 && missingFigures(value, text).length === 0;
}

/** Parts things into as few groups as come of putting each into the first where it disturbs nothing. */
export function apart<Thing>(things: readonly Thing[], disturb: (one: Thing, other: Thing) => boolean): Thing[][] {
  const groups: Thing[][] = [];
  for (const thing of things) {
    const group = groups.find((members) => members.every((member) => !disturb(thing, member)));
    if (group) group.push(thing);
    else groups.push([thing]);
  }
  return groups;
}

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/(?<=\d),(?=\d{3})/g, "")
    .replaceAll(/[^\p{L}\p{N}.%]/gu, "");

/** True when what was found says the same as what is taught. */
export function isSameValue(taught: string, found: string): boolean {
  const parts = (text: string) => text.split("、").map(fold).sort().join("、");
  return parts(taught) === parts(found);
}
