/**
 * When two written answers to a blank count as the same.
 *
 * The rule: people are asked for a fact, not for a way to type it. Before comparing, both sides are folded: full and
 * half width (NFKC), upper and lower case, spaces, traditional characters, quotation marks and book-title marks, and
 * the punctuation that an input method leaves at the end. Nothing else is forgiven: numbers written in another way
 * (一九三一 for 1931) are listed by the author as accepted variants.
 * Source: Unicode Standard Annex 15 (NFKC); OpenCC's dictionaries for traditional characters; content/README.md, 填空.
 *
 * Example: `《中國共產黨章程》。` and `中国共产党章程` fold to the same text.
 */
import { Converter } from "opencc-js/t2cn";

const toSimplified = Converter({ from: "tw", to: "cn" });

/** Spaces of every kind and the marks without width that pasting leaves behind. */
const BLANK = /[\s\u200B-\u200D\u2060\uFEFF]+/gu;
const QUOTATION_MARKS = /["'`“”„‘’‚「」『』〝〞〟′]/gu;
const OPENING_MARKS = /^[《〈]+/u;
/** Title marks, and full stops, commas and the like after the answer. */
const CLOSING_MARKS = /[》〉。.,、;:!?]+$/u;
/** Signs that keyboards produce for one another. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/[•‧・∙⋅]/gu, "·"],
  [/[‐‑‒–—―−~〜]+/gu, "-"],
  [/[○◯]/gu, "〇"],
  [/、/gu, ","],
];

/** The form of an answer in which it is compared. Folding a folded text changes nothing. */
export function foldAnswer(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().replace(BLANK, "").replace(QUOTATION_MARKS, "");
  const simplified = toSimplified(plain);
  const evened = LOOKALIKES.reduce((result, [pattern, sign]) => result.replace(pattern, sign), simplified);
  return evened.replace(CLOSING_MARKS, "").replace(OPENING_MARKS, "");
}

/** Whether what was typed is one of the accepted ways to write it. What folds to nothing is never right. */
export function isAccepted(typed: string, accepted: readonly string[]): boolean {
  const folded = foldAnswer(typed);
  return folded !== "" && accepted.some((variant) => foldAnswer(variant) === folded);
}

/** What a stem or an item says, without any punctuation: the same for two that differ in signs alone. */
export const stemKey = (text: string): string => foldAnswer(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
