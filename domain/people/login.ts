/**
 * What a person types to sign in: a mobile number, or the organisation's short code, a hyphen and the work number
 * there (`组织短码-工号`). The same login typed in another way gives the same value: full width, spaces, the look-alikes
 * of the hyphen, +86 and the case of letters do not matter.
 *
 * A mobile number is 1, then 3–9, then nine digits. A short code is 2–8 letters or digits, a work number 1–20 letters,
 * digits, `_` or `.`; a further hyphen inside a work number is not allowed, so that the split is never in doubt. What can
 * be read as a mobile number is one, even where the hyphen would allow a short code of digits.
 *
 * Example: `+86 138－0000－0000` → phone 13800000000; `hxjm—0012` → short code HXJM, work number 0012, value HXJM-0012.
 */
export type ParsedLogin =
  | { readonly kind: "phone"; readonly value: string }
  | {
      readonly kind: "work-number";
      readonly shortCode: string;
      readonly workNumber: string;
      readonly value: string;
    };

export interface LoginError {
  readonly error: string;
}

const HYPHENS = /[\u2010-\u2015\u2043\u2212\u207b\u208b\uff0d\ufe58\ufe63\u30fc\uff70\u4e00]/gu;
const INVISIBLE = /[\p{Cf}\s]/gu;
const PHONE = /^(?:\+?86|0086)?(1[3-9]\d{9})$/u;
const PHONE_LIKE = /^\+?\d{9,15}$/u;
const WORK_NUMBER = /^([A-Z0-9]{2,8})-([A-Z0-9_.]{1,20})$/u;

/** One spelling for one login: half width, upper case, plain hyphens, no spaces or invisible characters. */
export function normaliseLogin(text: string): string {
  return text.normalize("NFKC").replace(INVISIBLE, "").replace(HYPHENS, "-").toUpperCase();
}

function asPhone(typed: string): string | null {
  const bare = typed.replace(/[-()]/gu, "");
  return PHONE.exec(bare)?.[1] ?? null;
}

/** Never throws. `value` is the same for every spelling of one login and differs between logins. */
export function parseLogin(text: string): ParsedLogin | LoginError {
  const typed = normaliseLogin(text);
  if (typed === "") return { error: "请输入手机号，或“组织短码-工号”。" };

  const phone = asPhone(typed);
  if (phone !== null) return { kind: "phone", value: phone };

  const [, shortCode, workNumber] = WORK_NUMBER.exec(typed) ?? [];
  if (shortCode !== undefined && workNumber !== undefined) {
    return { kind: "work-number", shortCode, workNumber, value: `${shortCode}-${workNumber}` };
  }

  if (PHONE_LIKE.test(typed)) return { error: "手机号应为11位数字，以13至19开头。" };
  if (!typed.includes("-")) return { error: "请输入11位手机号，或“组织短码-工号”，中间用短横线连接。" };
  return { error: "组织短码为2至8位字母或数字，工号为1至20位字母、数字、下划线或点，中间用一个短横线连接。" };
}

/**
 * A stored login as officers see it: of a mobile number the first three and last four digits, a work number whole,
 * because it says nothing outside the organisation. Never throws.
 */
export function maskLogin(kind: string, value: string): string {
  return kind === "phone" ? `${value.slice(0, 3)}****${value.slice(-4)}` : value;
}

const MASKED = /^1[3-9]\d\*{4}\d{4}$/u;

/** True for a mobile number as `maskLogin` shows it, however its stars are typed. */
export const isMaskedPhone = (text: string): boolean => MASKED.test(normaliseLogin(text));
