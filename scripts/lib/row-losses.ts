// What an upgrade took away: every row of an earlier backup is looked for in the database as it is now.
import type { LogicalValue, Table } from "../../lib/backup/columns";
import { archivedRows, type Archive } from "../../lib/backup/read-archive";
import type { Source } from "../../lib/backup/source";

export type Losses = {
  /** Rows that were compared. */
  rows: number;
  /** `table key` of rows that are gone. */
  gone: string[];
  /** `table.column` of values that differ, for columns that both have. */
  changed: string[];
};

type Row = ReadonlyMap<string, LogicalValue>;

const named = (columns: readonly { name: string }[], values: readonly LogicalValue[]): Row =>
  new Map(columns.map(({ name }, at) => [name, values[at] ?? null]));

const keyOf = (key: readonly string[], row: Row): string => JSON.stringify(key.map((name) => row.get(name)));

async function rowsByKey(source: Source, table: Table, key: readonly string[]): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  for await (const values of source.rows(table)) {
    const row = named(table.columns, values);
    found.set(keyOf(key, row), row);
  }
  return found;
}

const differingColumns = (old: Row, row: Row): string[] =>
  [...old].filter(([column, value]) => row.has(column) && row.get(column) !== value).map(([column]) => column);

/** Compares by the keys and columns of the earlier backup; what is new is no loss. */
export async function lossesSince(before: Archive, now: Source): Promise<Losses> {
  const losses: Losses = { rows: 0, gone: [], changed: [] };
  const changed = new Set<string>();
  for (const { name, columns, key } of before.manifest.tables) {
    const table = now.tables.find((each) => each.name === name);
    const present = table ? await rowsByKey(now, table, key) : new Map<string, Row>();
    for await (const values of archivedRows(before, name)) {
      const old = named(columns, values);
      const row = present.get(keyOf(key, old));
      losses.rows += 1;
      if (row === undefined) losses.gone.push(`${name} ${keyOf(key, old)}`);
      for (const column of row ? differingColumns(old, row) : []) changed.add(`${name}.${column}`);
    }
  }
  losses.changed = [...changed].sort();
  return losses;
}
