import { normaliseName } from "./name";

/**
 * What makes two organisations the same: the name apart from width, spaces, the shape of brackets and case; and the
 * short code, the first half of every work-number login (`短码-工号`), 2 to 8 letters or digits in upper case.
 *
 * Example: `示例 精密（集团）公司` and `示例精密(集团)公司` have one key; ` slzz ` is the short code SLZZ.
 */
const SHORT_CODE = /^[A-Z0-9]{2,8}$/u;

/** Two names with the same key are the same organisation. Never throws; empty for a name without letters. */
export function organisationKey(name: string): string {
  return normaliseName(name).replace(/\s/gu, "").toLowerCase();
}

/** The short code in its one spelling, or null when it is none. */
export function parseShortCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .replace(/[\p{Cf}\s]/gu, "")
    .toUpperCase();
  return SHORT_CODE.test(code) ? code : null;
}
