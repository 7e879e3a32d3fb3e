/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters, digits and capital letters without I, O, S, V and Z. Every character
 * has a value (0–9, then A = 10 … Y = 30); the first 17 are weighted with 3^(place − 1) modulo 31, and the last one makes
 * the weighted sum divisible by 31. The first character names the registrar; none is 0, so that a row of zeros is no
 * code. One mistyped character or two that changed places are thereby noticed. People write the letters that look like
 * digits; such a code is refused with the one that was probably meant, when that one is right.
 *
 * Example: `91350100M000100Y43`, also typed in full width, in small letters or in groups, is that code;
 * `9135O1OOMOOO1OOY43` is refused with the suggestion 91350100M000100Y43.
 */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0", Q: "0", Z: "2", S: "5", V: "U" };

export type CreditCode = { readonly value: string } | { readonly problem: string; readonly suggestion: string | null };

/** One spelling for one code: half width, capital letters, without spaces, hyphens and invisible characters. */
function normalise(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/[\p{Cf}\s\p{Pd}−]/gu, "")
    .toUpperCase();
}

/** The 18th character for the first 17. */
function checkCharacter(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, LENGTH - 1)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

const isWritten = (code: string) => code.length === LENGTH && [...code].every((each) => ALPHABET.includes(each));
const isRight = (code: string) => isWritten(code) && !code.startsWith("0") && checkCharacter(code) === code.at(-1);

/** The right code when letters are read as the characters they look like. */
function meant(code: string): string | null {
  // L and Q are letters of the alphabet: they are changed only where the others alone do not help.
  const unused = code.replace(/[IOSVZ]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
  const all = unused.replace(/[LQ]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
  return [unused, all].find((guess) => guess !== code && isRight(guess)) ?? null;
}

/**
 * Never throws. The code in its one spelling; or one Chinese sentence that says what is wrong, and the code that was
 * probably meant (null when none comes of it).
 */
export function parseCreditCode(typed: string): CreditCode {
  const code = normalise(typed);
  if (isRight(code)) return { value: code };
  const suggestion = meant(code);
  const length = [...code].length;
  if (length !== LENGTH) return { problem: `统一社会信用代码应为18位，这里是${length}位。`, suggestion };
  if (!isWritten(code)) return { problem: "统一社会信用代码只有数字和大写字母，不用I、O、S、V、Z。", suggestion };
  if (code.startsWith("0")) return { problem: "统一社会信用代码不以0开头。", suggestion };
  return { problem: "统一社会信用代码的校验位不对，可能有一位抄错了。", suggestion };
}
