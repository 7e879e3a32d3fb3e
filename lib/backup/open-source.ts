import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import type { DatabaseTarget } from "../env";
import { ArchiveFault } from "./archive-fault";
import { postgresqlSource } from "./postgresql-source";
import { isEmptySource, type Source } from "./source";
import { copySqlite, sqliteFaults, sqliteSource } from "./sqlite-source";

interface CopyOptions {
  /** Where the copy may lie meanwhile: it is as large as the database. The system's folder for temporary files when absent. */
  workFolder?: string;
}

async function withSqliteCopy<T>(file: string, work: (source: Source) => Promise<T>, options: CopyOptions): Promise<T> {
  if (!existsSync(file)) throw new ArchiveFault(`没有数据库文件${file}，没有可备份的。`);
  const folder = mkdtempSync(path.join(options.workFolder ?? tmpdir(), "zhijian-copy-"));
  try {
    const copy = path.join(folder, "copy.db");
    await copySqlite(file, copy);
    const handle = new Database(copy);
    try {
      const faults = sqliteFaults(handle);
      if (faults.length > 0) throw new ArchiveFault(`数据库本身有损坏，备份没有做：\n${faults.join("\n")}`);
      return await work(sqliteSource(handle));
    } finally {
      handle.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withPostgresql<T>(url: string, work: (source: Source) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    // One snapshot for all tables, however long it takes; readers never make a writer wait.
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return await work(await postgresqlSource(client));
  } finally {
    await client.end();
  }
}

/**
 * Gives `work` the database as it is at one instant, beside running servers, which are neither stopped nor delayed. A
 * SQLite file is copied first and the copy is checked; a damaged file is refused.
 */
export function withSource<T>(
  target: DatabaseTarget,
  work: (source: Source) => Promise<T>,
  options: CopyOptions = {},
): Promise<T> {
  return target.engine === "sqlite" ? withSqliteCopy(target.file, work, options) : withPostgresql(target.url, work);
}

/** True when some table of the database holds a row. A missing file holds none. */
export async function holdsRows(target: DatabaseTarget): Promise<boolean> {
  if (target.engine === "postgresql") return !(await withPostgresql(target.url, isEmptySource));
  if (!existsSync(target.file)) return false;
  const live = new Database(target.file, { readonly: true, timeout: 10_000 });
  try {
    return !(await isEmptySource(sqliteSource(live)));
  } finally {
    live.close();
  }
}
