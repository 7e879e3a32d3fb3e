/**
 * Titles in 《》, which are taught like figures: whoever reads that a report was called 《论联合政府》 can be asked for it.
 *
 * Example: `作了《论联合政府》的报告` has the title 《论联合政府》.
 */
const TITLE = /《[^《》]+》/g;

/** The titles of a text, each once, in order. */
export function titlesIn(text: string): string[] {
  return [...new Set(text.match(TITLE))];
}

/** The titles of `text` that `passage` does not say, letter for letter. */
export function missingTitles(text: string, passage: string): string[] {
  return titlesIn(text).filter((title) => !passage.includes(title));
}
