/**
 * 统一社会信用代码, GB 32100-2015: 18 digits and capital letters without I, O, S, V and Z. The last one is a check digit:
 * each of the first 17 counts its place in the alphabet times 3 to the power of its position, modulo 31; the check digit
 * completes the sum to a multiple of 31. People write the letters that look like digits (O for 0, I for 1, Z for 2,
 * S for 5); such a code is refused with the one that was probably meant, if that one's check digit is right.
 *
 * Example: 91350100M000100Y43 is right; 9135O1OOMOOO1OOY43 is refused with the hint 91350100M000100Y43.
 */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0", Q: "0", Z: "2", S: "5", V: "U" };

export type CreditCode = { readonly value: string } | { readonly problem: string; readonly suggestion: string | null };

function checkDigit(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, LENGTH - 1)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

const isWritten = (code: string) => code.length === LENGTH && [...code].every((each) => ALPHABET.includes(each));
const isRight = (code: string) => isWritten(code) && checkDigit(code) === code.at(-1);

/** The right code when the letters that are not used are read as the digits they look like. */
function meant(code: string): string | null {
  // L and Q are letters of the alphabet: they are changed only where the others alone do not help.
  const unused = code.replace(/[IOZSV]/gu, (each) => LOOK_ALIKES[each] ?? each);
  const all = unused.replace(/[LQ]/gu, (each) => LOOK_ALIKES[each] ?? each);
  return [unused, all].find((each) => each !== code && isRight(each)) ?? null;
}

/** Width, spaces, hyphens and case do not matter. Never throws. */
export function parseCreditCode(text: string): CreditCode {
  const code = text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\-‐-―−]/gu, "")
    .toUpperCase();
  if (isRight(code)) return { value: code };
  const suggestion = meant(code);
  if (code.length !== LENGTH) return { problem: `统一社会信用代码应为18位，这里是${[...code].length}位。`, suggestion };
  if (!isWritten(code)) return { problem: "统一社会信用代码只有数字和大写字母，不用I、O、S、V、Z。", suggestion };
  return { problem: "统一社会信用代码的校验位不对，可能有一位抄错了。", suggestion };
}
