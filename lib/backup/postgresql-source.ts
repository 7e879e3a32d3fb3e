import type pg from "pg";
import { APPLIED_MIGRATIONS } from "../db/migration-state";
import { fromPostgresql, kindOfType, type LogicalValue, type Table } from "./columns";
import { MIGRATIONS_TABLE, quoted, UNSAVED_TABLES, type Source } from "./source";

/** Rows fetched at a time; few when a row may hold a whole file. */
const ROWS_A_FETCH = 1000;
const FILES_A_FETCH = 20;

interface ColumnRow {
  table: string;
  name: string;
  type: string;
  /** Place in the primary key, from 1; null outside. */
  pk: number | null;
}

const CATALOGUE = `
  SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type,
    array_position(i.indkey::int2[], a.attnum) AS pk
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> ALL($1)`;

/** Values as the server writes them: no local time zones, no rounding. */
const AS_TEXT: pg.CustomTypesConfig = { getTypeParser: () => (value: string) => value };

const byName = (one: { name: string }, other: { name: string }): number => (one.name < other.name ? -1 : 1);

async function postgresqlTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<ColumnRow>(CATALOGUE, [UNSAVED_TABLES]);
  const names = [...new Set(rows.map((row) => row.table))].sort();
  return names.map((name) => {
    const own = rows.filter((row) => row.table === name).sort(byName);
    const columns = own.map((row) => ({ name: row.name, kind: kindOfType(row.type, `${name}.${row.name}`) }));
    const key = own.filter((row) => row.pk !== null).sort((one, other) => Number(one.pk) - Number(other.pk));
    return { name, columns, key: (key.length > 0 ? key : columns).map((column) => column.name) };
  });
}

async function* postgresqlRows(client: pg.ClientBase, { name, columns, key }: Table): AsyncGenerator<LogicalValue[]> {
  const list = columns.map((column) => quoted(column.name)).join(", ");
  const isText = new Set(columns.filter(({ kind }) => kind === "text").map((column) => column.name));
  // The order of bytes, as in SQLite, whatever language the database sorts by.
  const order = key.map((column) => quoted(column) + (isText.has(column) ? ' COLLATE "C"' : "")).join(", ");
  const many = columns.some(({ kind }) => kind === "bytes") ? FILES_A_FETCH : ROWS_A_FETCH;
  await client.query(`DECLARE backup_rows NO SCROLL CURSOR FOR SELECT ${list} FROM ${quoted(name)} ORDER BY ${order}`);
  try {
    for (;;) {
      const { rows } = await client.query<(string | null)[]>({
        text: `FETCH ${many} FROM backup_rows`,
        rowMode: "array",
        types: AS_TEXT,
      });
      if (rows.length === 0) return;
      for (const row of rows) yield columns.map((column, at) => fromPostgresql(column.kind, row[at] ?? null));
    }
  } finally {
    // After a failure the transaction takes no statement any more; the failure itself is what counts.
    await client.query("CLOSE backup_rows").catch(() => undefined);
  }
}

/** Reads a PostgreSQL database over a client that is inside a transaction. */
export async function postgresqlSource(client: pg.ClientBase): Promise<Source> {
  await client.query("SET LOCAL datestyle TO 'ISO, YMD'");
  await client.query("SET LOCAL bytea_output TO 'hex'");
  const { rows } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('${MIGRATIONS_TABLE}') IS NOT NULL AS found`,
  );
  const applied = rows[0]?.found ? (await client.query<{ name: string }>(APPLIED_MIGRATIONS)).rows : [];
  return {
    engine: "postgresql",
    migrations: applied.map(({ name }) => name).sort(),
    tables: await postgresqlTables(client),
    rows: (table) => postgresqlRows(client, table),
  };
}
