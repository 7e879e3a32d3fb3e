/**
 * Rows gathered by a key.
 *
 * Example: words by length: `["a", "bc", "d"]` → 1: a, d · 2: bc.
 */

/** The groups in the order in which their keys first appear; inside a group the order given. */
export function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
