import pg from "pg";
import { ArchiveFault } from "./archive-fault";
import { toPostgresql, type Table } from "./columns";
import { scriptsFor } from "./migration-record";
import { postgresqlSource } from "./postgresql-source";
import { archivedRows, type Archive } from "./read-archive";
import { refuseOtherShape, rowBatches } from "./row-batches";
import { countSource, differencesBetween, quoted } from "./source";

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/** References may go in circles, so they are set up again after the rows, which also proves them. */
async function takeForeignKeysOff(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`);
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  return rows;
}

async function putForeignKeysOn(client: pg.Client, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys) {
    try {
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
    } catch (error) {
      throw new ArchiveFault(`表${table}里有不存在的引用（${name}），没有恢复。`, { cause: error });
    }
  }
}

const CASTS = {
  text: "text",
  integer: "bigint",
  real: "float8",
  boolean: "bool",
  instant: "timestamp",
  bytes: "bytea",
};

async function fillTable(client: pg.Client, archive: Archive, { name, columns }: Table): Promise<void> {
  const names = columns.map((column) => quoted(column.name));
  const values = columns.map(({ kind }, at) => `v${at}::${CASTS[kind]}`).join(", ");
  const lists = columns.map((_, at) => `$${at + 1}::text[]`).join(", ");
  const aliases = columns.map((_, at) => `v${at}`).join(", ");
  const sql = `INSERT INTO ${quoted(name)} (${names.join(", ")}) SELECT ${values} FROM unnest(${lists}) AS u(${aliases})`;
  for await (const batch of rowBatches(archivedRows(archive, name)))
    await client.query(
      sql,
      columns.map(({ kind }, at) => batch.map((row) => toPostgresql(kind, row[at] ?? null))),
    );
}

async function refuseUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm') LIMIT 1",
  );
  if (rows[0])
    throw new ArchiveFault(`这个PostgreSQL数据库不是空的（有表${rows[0].name}）。恢复只写进空的数据库，没有改动。`);
}

/**
 * Fills an empty PostgreSQL database from an archive, in one transaction: migrations, rows, references, then the proof
 * that counts and digests are those of the archive. Anything else leaves the database empty as it was. `beforeCommit`
 * runs last; when it throws, nothing is kept either.
 */
export async function restoreToPostgresql(
  archive: Archive,
  url: string,
  beforeCommit: () => Promise<void> | void,
  migrations?: string,
): Promise<void> {
  const { manifest } = archive;
  const scripts = scriptsFor("postgresql", manifest.migrations, migrations);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("BEGIN");
    await refuseUsed(client);
    for (const sql of scripts) await client.query(sql);
    refuseOtherShape(manifest.tables, (await postgresqlSource(client)).tables);
    const keys = await takeForeignKeysOff(client);
    for (const table of manifest.tables) await client.query(`DELETE FROM ${quoted(table.name)}`);
    for (const table of manifest.tables) await fillTable(client, archive, table);
    const source = await postgresqlSource(client);
    const faults = differencesBetween(manifest.tables, await countSource(source));
    if (faults.length > 0) throw new ArchiveFault(`恢复出来的数据与备份不符，没有恢复：\n${faults.join("\n")}`);
    await putForeignKeysOn(client, keys);
    await beforeCommit();
    await client.query("COMMIT");
  } finally {
    // Without a COMMIT the server forgets everything.
    await client.end();
  }
}
