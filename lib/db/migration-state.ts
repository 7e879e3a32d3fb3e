import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import pg from "pg";
import { env, type DatabaseTarget } from "../env";
import { migrationNames } from "./schema-files";

/** Which migrations a database has, read from `_prisma_migrations` without loading the schema engine. */

/** The same text on both engines. */
export const APPLIED_MIGRATIONS = `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;

interface NameRow {
  name: string;
}

function appliedOnSqlite(file: string): string[] {
  if (!existsSync(file)) return [];
  const handle = new Database(file, { readonly: true, timeout: 5000 });
  try {
    const table = handle.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get();
    return table === undefined
      ? []
      : handle
          .prepare<[], NameRow>(APPLIED_MIGRATIONS)
          .all()
          .map((row) => row.name);
  } finally {
    handle.close();
  }
}

async function appliedOnPostgresql(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const table = await client.query<{ found: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found",
    );
    if (!table.rows[0]?.found) return [];
    const { rows } = await client.query<NameRow>(APPLIED_MIGRATIONS);
    return rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

/** Names of the committed migrations that this database lacks, in order; empty when it is up to date. Throws when it cannot be reached. */
export async function pendingMigrations(target: DatabaseTarget = env().DATABASE, folder?: string): Promise<string[]> {
  const applied = target.engine === "sqlite" ? appliedOnSqlite(target.file) : await appliedOnPostgresql(target.url);
  const known = new Set(applied);
  return migrationNames(target.engine, folder).filter((name) => !known.has(name));
}
