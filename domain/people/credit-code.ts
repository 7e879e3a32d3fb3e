/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters, digits and capital letters without I, O, S, V and Z. Every character
 * has a value (0–9, then A = 10 … Y = 30); the first 17 are weighted with 3^(place − 1) modulo 31, and the last one makes
 * the weighted sum divisible by 31. The first character names the
 * registrar; none is 0, so that a row of zeros is no code. One mistyped character or two that changed places are thereby noticed.
 *
 * Example: `91350100M000100Y43`, also typed in full width, in small letters or in groups, is that code; `…Y44` is none.
 */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;
const FORM = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`, "u");

/** Letters that the standard leaves out, and the characters they are mistaken for. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: "1", O: "0", S: "5", V: "U", Z: "2" };

export type ParsedCreditCode = { readonly value: string } | { readonly error: string };

/** One spelling for one code: half width, capital letters, without spaces, hyphens and invisible characters. */
function normalise(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/[\p{Cf}\s\p{Pd}]/gu, "")
    .toUpperCase();
}

/** The 18th character for the first 17. */
function checkCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function isRight(code: string): boolean {
  return FORM.test(code) && checkCharacter(code.slice(0, LENGTH - 1)) === code.slice(-1);
}

/** What the writer may have meant where a letter stands that no code has; null when that does not make a right code. */
function meant(code: string): string | null {
  const guess = code.replace(/[IOSVZ]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
  return guess !== code && isRight(guess) && !guess.startsWith("0") ? guess : null;
}

/**
 * Never throws. The code in its one spelling, or one Chinese sentence that says what is wrong and what to look at. The
 * sentence proposes a code only when that one is right in itself.
 */
export function parseCreditCode(typed: string): ParsedCreditCode {
  const code = normalise(typed);
  if (code === "") return { error: "请输入统一社会信用代码。" };
  if (isRight(code)) {
    return code.startsWith("0") ? { error: "统一社会信用代码不以0开头，请核对。" } : { value: code };
  }
  const length = [...code].length;
  if (length !== LENGTH) return { error: `统一社会信用代码是18位，这里有${length}位，请对照营业执照或登记证书核对。` };
  const guess = meant(code);
  if (guess !== null) return { error: `统一社会信用代码里没有字母I、O、S、V、Z，是不是“${guess}”？` };
  if (/[IOSVZ]/u.test(code))
    return { error: "统一社会信用代码里没有字母I、O、S、V、Z，可能是数字1、0、5、2，请核对。" };
  if (!FORM.test(code)) return { error: "统一社会信用代码只有数字和大写字母，请核对。" };
  return { error: "统一社会信用代码的校验位不对，可能有一位写错了，请对照营业执照或登记证书核对。" };
}
