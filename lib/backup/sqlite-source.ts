import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { APPLIED_MIGRATIONS } from "../db/migration-state";
import { ArchiveFault } from "./archive-fault";
import { fromSqlite, kindOfType, type Column, type LogicalValue, type Table } from "./columns";
import { MIGRATIONS_TABLE, UNSAVED_TABLES, quoted, type Source } from "./source";

/** Pages copied between two turns of the event loop: 1 MiB, some milliseconds of one disk. */
const PAGES_A_STEP = 256;
const BUSY_TIMEOUT_MS = 10_000;

interface ColumnRow {
  name: string;
  type: string;
  pk: number;
}

/** What SQLite itself says about the file and its references; empty when all is well. */
export function sqliteFaults(handle: Database.Database): string[] {
  const damage = handle.prepare<[], { integrity_check: string }>("PRAGMA integrity_check(20)").all();
  const orphans = handle.prepare<[], { table: string; parent: string }>("PRAGMA foreign_key_check").all();
  const pairs = new Set(orphans.map(({ table, parent }) => `表${table}里有${parent}中不存在的引用。`));
  return [
    ...damage.map((row) => row.integrity_check).filter((text) => text !== "ok"),
    ...[...pairs].sort().slice(0, 20),
  ];
}

/**
 * Copies a live SQLite file as it is at one instant, by SQLite's own backup interface over a connection of ours. A read
 * transaction is held meanwhile: without it every commit of the server would make the copy begin again, and a busy
 * server would never let it end. The server can write all the time. `onStep` sees how many pages are left.
 */
export async function copySqlite(file: string, to: string, onStep?: (pagesLeft: number) => void): Promise<void> {
  if (!existsSync(file)) throw new ArchiveFault(`没有数据库文件${file}，没有可备份的。`);
  const live = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    live.exec("BEGIN");
    live.prepare("SELECT 1 FROM sqlite_master").get();
    await live.backup(to, {
      progress: ({ remainingPages }) => {
        onStep?.(remainingPages);
        return PAGES_A_STEP;
      },
    });
  } finally {
    live.close();
  }
}

function tableOf(handle: Database.Database, name: string): Table {
  const rows = handle.prepare<[string], ColumnRow>("SELECT name, type, pk FROM pragma_table_info(?)").all(name);
  const columns: Column[] = rows.map((row) => ({ name: row.name, kind: kindOfType(row.type, `${name}.${row.name}`) }));
  const key = rows.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
  columns.sort((one, other) => (one.name < other.name ? -1 : 1));
  const names = key.length > 0 ? key : columns;
  return { name, columns, key: names.map((column) => column.name) };
}

export function sqliteTables(handle: Database.Database): Table[] {
  const names = handle
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name",
    )
    .all()
    .filter(({ name }) => !UNSAVED_TABLES.includes(name));
  return names.map(({ name }) => tableOf(handle, name));
}

function* sqliteRows(handle: Database.Database, { name, columns, key }: Table): Generator<LogicalValue[]> {
  const list = columns.map((column) => quoted(column.name)).join(", ");
  const order = key.map(quoted).join(", ");
  const statement = handle.prepare<[], unknown[]>(`SELECT ${list} FROM ${quoted(name)} ORDER BY ${order}`);
  for (const row of statement.raw().safeIntegers().iterate())
    yield columns.map((column, at) => fromSqlite(column.kind, row[at]));
}

/** Reads an open SQLite file that nobody else writes. */
export function sqliteSource(handle: Database.Database): Source {
  const hasMigrations = handle.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").get(MIGRATIONS_TABLE);
  const applied = hasMigrations ? handle.prepare<[], { name: string }>(APPLIED_MIGRATIONS).all() : [];
  return {
    engine: "sqlite",
    migrations: applied.map(({ name }) => name).sort(),
    tables: sqliteTables(handle),
    rows: (table) => sqliteRows(handle, table),
  };
}
