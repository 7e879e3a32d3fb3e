import { pinyin } from "pinyin-pro";

/**
 * The letters people type instead of a Chinese name: the first letter of each character's reading, Latin letters and
 * digits as they stand, nothing else, in lower case. A person's name begins with a surname, and surnames are read as
 * surnames; the name of a place is read as a word. What is typed fits where it stands unbroken in these letters.
 *
 * Example: 单示例 is `ssl`, 示例精密（集团）公司 is `sljmjtgs`, and `jmjt` fits it.
 */
export type NameKind = "person" | "place";

const LETTERS = /^[a-z0-9]+$/u;

/** Lower-case letters and digits; empty for a name without any. Never throws. */
export function initialsOf(name: string, kind: NameKind): string {
  const letters = pinyin(name.normalize("NFKC"), {
    ...{ pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" },
    surname: kind === "person" ? "head" : "off",
  });
  return letters
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, "");
}

/** The typed letters in their one spelling, or null when something else than letters and digits was typed. */
export function parseInitials(typed: string): string | null {
  const letters = typed.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
  return LETTERS.test(letters) ? letters : null;
}

/** Whether a name can be meant by the letters that `parseInitials` gave. */
export function fitsInitials(letters: string, name: string, kind: NameKind): boolean {
  return initialsOf(name, kind).includes(letters);
}
