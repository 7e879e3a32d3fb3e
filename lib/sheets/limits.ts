/** What a spreadsheet may weigh. Counted while it is read: what a file says about itself is never believed. */
export const SHEET_LIMITS = Object.freeze({
  bytes: 10 * 1024 * 1024,
  zipEntries: 2_000,
  unpackedBytes: 100 * 1024 * 1024,
  /** Unpacked to packed, for one entry above `ratioFromBytes`: long lists of equal rows stay well below. */
  ratio: 300,
  ratioFromBytes: 4 * 1024 * 1024,
  sheets: 50,
  /** Rows with content, all sheets together. */
  rows: 20_000,
  columns: 60,
  mergedCells: 200_000,
});

export type SheetLimits = { readonly [limit in keyof typeof SHEET_LIMITS]: number };
