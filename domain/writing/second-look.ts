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

/** A claim with the first occurrence of its value left out. */
export function blankOf({ claim, value }: { claim: string; value: string }): string {
  const at = claim.indexOf(value);
  return at < 0 ? claim : `${claim.slice(0, at)}${GAP}${claim.slice(at + value.length)}`;
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
