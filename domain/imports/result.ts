import type { RowReader } from "./cells";
import type { Change, RowResult } from "./types";

/** What a reader found, put together: faults decide the state, then whether there is a record and what would change. */
export function rowResult<F extends string, V>(
  reader: RowReader<F>,
  found: {
    readonly key: string | null;
    readonly existingId: string | null;
    readonly values: V | null;
    readonly changes: readonly Change<F>[];
  },
): RowResult<F, V> {
  const { row, faults, shown } = reader;
  const base = { number: row.number, hidden: row.hidden, key: found.key, existingId: found.existingId, shown, faults };
  if (faults.length > 0 || found.values === null) return { ...base, state: "fault", values: null, changes: [] };
  if (found.existingId === null) return { ...base, state: "new", values: found.values, changes: [] };
  const state = found.changes.length > 0 ? "update" : "same";
  return { ...base, state, values: found.values, changes: found.changes };
}

/** The fields in which the shown values differ, and those that differ though they look the same, in the given order. */
export function changesBetween<F extends string>(
  before: { readonly [field in F]?: string },
  after: { readonly [field in F]?: string },
  fields: readonly F[],
  differing: readonly F[] = [],
): readonly Change<F>[] {
  return fields.flatMap((field) => {
    const change = { field, before: before[field] ?? "", after: after[field] ?? "" };
    return change.before === change.after && !differing.includes(field) ? [] : [change];
  });
}

/**
 * The known records that no row of the file speaks of, whatever the state of the row. They are listed for people and
 * never removed.
 */
export function absentFrom<R extends { readonly id: string }>(
  known: Iterable<R>,
  results: Iterable<{ readonly existingId: string | null }>,
): readonly R[] {
  const named = new Set([...results].map(({ existingId }) => existingId));
  return [...known].filter(({ id }) => !named.has(id));
}
