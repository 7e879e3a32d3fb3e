import { createHash } from "node:crypto";
import type { DatabaseTarget } from "../env";
import { ArchiveFault } from "./archive-fault";
import type { LogicalValue, Table } from "./columns";

/** A database that stands still while it is read: a copy of a SQLite file, or one transaction of PostgreSQL. */
export interface Source {
  engine: DatabaseTarget["engine"];
  migrations: string[];
  /** In the order of their names, without the table of migrations and those that are counted anew. */
  tables: Table[];
  /** The rows of a table in the order of its key, in the logical form. */
  rows: (table: Table) => AsyncIterable<LogicalValue[]> | Iterable<LogicalValue[]>;
}

export const MIGRATIONS_TABLE = "_prisma_migrations";

/** Not saved: the table of migrations is made by migrating, the others are sums that triggers and the next look make. */
export const UNSAVED_TABLES: readonly string[] = [MIGRATIONS_TABLE, "study_change", "study_total", "study_total_day"];

/** Names of tables and columns are put into SQL: ours are of this form alone. */
export function quoted(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new ArchiveFault(`表或列的名字${name}不合要求。`);
  return `"${name}"`;
}

export interface Counted {
  rows: number;
  digest: string;
}

/** The lines of a table, counted and digested as they pass. `end` may be called when all have passed. */
export function countingLines(): { line: (row: readonly LogicalValue[]) => string; end: () => Counted } {
  const hash = createHash("sha256");
  let rows = 0;
  return {
    line: (row) => {
      const text = `${JSON.stringify(row)}\n`;
      hash.update(text);
      rows += 1;
      return text;
    },
    end: () => ({ rows, digest: hash.digest("hex") }),
  };
}

/** Count and digest of every table of a source, by table name. */
export async function countSource(source: Source): Promise<Map<string, Counted>> {
  const found = new Map<string, Counted>();
  for (const table of source.tables) {
    const counting = countingLines();
    for await (const row of source.rows(table)) counting.line(row);
    found.set(table.name, counting.end());
  }
  return found;
}

/** True when no table holds a row: there is nothing to keep. */
export async function isEmptySource(source: Source): Promise<boolean> {
  for (const table of source.tables) for await (const row of source.rows(table)) return row.length === 0;
  return true;
}

/** Says of which tables the rows are not those of the record: in Chinese, one fault a table. */
export function differencesBetween(
  recorded: readonly { name: string; rows: number; digest: string }[],
  found: ReadonlyMap<string, Counted>,
): string[] {
  return recorded.flatMap(({ name, rows, digest }) => {
    const now = found.get(name);
    if (now === undefined) return [`表${name}没有了。`];
    if (now.rows !== rows) return [`表${name}应有${rows}行，实有${now.rows}行。`];
    return now.digest === digest ? [] : [`表${name}的内容与清单不符。`];
  });
}
