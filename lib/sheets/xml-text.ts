/**
 * Office files write characters that XML cannot hold, and a carriage return, as `_x0001_`; a text that looks like such
 * a code has its first underscore written `_x005F_`.
 *
 * Example: a bell is `_x0007_`; the text `_x0007_` itself is written `_x005F_x0007_`.
 */
const CODE = /_x([0-9A-Fa-f]{4})_/gu;
const LOOKS_LIKE_CODE = /_(?=x[0-9A-Fa-f]{4}_)/gu;

const NOT_XML = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff\ud800-\udfff]/gu;

const codeOf = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** Safe in an Office file; `unescapeXmlText` gives the same text back. */
export function escapeXmlText(text: string): string {
  return text.replace(LOOKS_LIKE_CODE, "_x005F_").replace(NOT_XML, codeOf);
}

/** The text people wrote. */
export function unescapeXmlText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(CODE, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
