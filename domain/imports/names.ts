import { normaliseName } from "@/domain/people/name";

/**
 * A person's name in a sheet. Characters that a program could not show leave marks (`?`, `□`, the replacement
 * character, private-use code points of old personnel systems): such a name is refused, because nobody can guess it.
 *
 * Example: `张　三` is 张三; `王?` is refused.
 */
const LOST = /[?？□■\ufffd\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/u;
const DIGITS = /\d{3,}/u;
const LONGEST = 50;

export type NameCell = { readonly name: string } | { readonly problem: string; readonly remedy: string };

/** Never throws; empty text gives an empty name. */
export function parsePersonName(text: string): NameCell {
  const name = normaliseName(text);
  if (LOST.test(name)) {
    return {
      problem: "名字里有没显示出来的字。",
      remedy: "请重新输入生僻字；仍显示不了时，请单独在人员页登记这个人。",
    };
  }
  if (DIGITS.test(name)) return { problem: "名字里有数字。", remedy: "请检查是不是和号码填反了。" };
  if ([...name].length > LONGEST)
    return { problem: `名字超过${LONGEST}个字。`, remedy: "请只填一个人的姓名，一人一行。" };
  if (/[、，,;；/]/u.test(name)) return { problem: "一格里有几个名字。", remedy: "请一人一行。" };
  return { name };
}

/** True when two names share no character: the same login then most likely belongs to somebody else. */
export function areStrangers(one: string, other: string): boolean {
  const letters = new Set(normaliseName(one).toLowerCase());
  return ![...normaliseName(other).toLowerCase()].some((letter) => letters.has(letter));
}
