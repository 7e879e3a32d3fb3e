/**
 * Spreadsheet programs run cells of a CSV file that begin with = + - @, a tab or a carriage return as formulas. Such a
 * cell is written with an apostrophe before it, and reading takes exactly this apostrophe away. A text that already has
 * apostrophes before such a character gets one more, so that every text comes back as it was.
 *
 * Example: `=1+1` is written `'=1+1`, `'=1+1` is written `''=1+1`, `'90s` stays as it is.
 */
const DANGEROUS = /^'*[=+\-@\t\r]/u;
const ESCAPED = /^'+[=+\-@\t\r]/u;

/** Harmless in every spreadsheet program. */
export function escapeCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text that was given to `escapeCell`. */
export function unescapeCell(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text;
}
