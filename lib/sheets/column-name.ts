const LETTERS = 26;
const REFERENCE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/u;

/** 1 → A, 26 → Z, 27 → AA. */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    name = String.fromCharCode(65 + ((rest - 1) % LETTERS)) + name;
  }
  return name;
}

/** A → 1, AA → 27. */
export function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0);
}

/** B12 → column 2, row 12; null for what is no address of a cell. */
export function parseReference(text: string): { readonly column: number; readonly row: number } | null {
  const [, letters, digits] = REFERENCE.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return null;
  return { column: columnIndex(letters), row: Number(digits) };
}
