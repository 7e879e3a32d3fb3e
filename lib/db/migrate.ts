import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { now } from "../clock";
import { databaseTarget, env, type DatabaseTarget } from "../env";
import { NO_FILTERS, withSchemaEngine } from "./schema-engine";
import { migrationList } from "./schema-files";
import { pendingMigrations } from "./migration-state";
import { snapshotBefore } from "./snapshot";

export interface MigrateOptions {
  /** As DATABASE_URL; the environment's database when absent. */
  url?: string;
  /** Where the backup made before goes; DATA_DIR/backups when absent. */
  snapshots?: string;
  /** Where the migrations lie; prisma/migrations when absent. */
  folder?: string;
}

export interface MigrateResult {
  engine: DatabaseTarget["engine"];
  /** Names of the migrations that this call applied. */
  applied: string[];
  /** The backup made before, when the database held any row. */
  snapshot: string | null;
}

/** Any fixed number: whoever migrates this database holds the advisory lock of this name. */
const ADVISORY_LOCK = 19_210_723;

async function withAdvisoryLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}

/** How long a process waits for another one's migration of the same file. */
const WAIT_MS = 120_000;

/**
 * The schema engine locks the whole file, and whoever looks into it meanwhile fails: processes take turns at a file
 * beside it. A transaction is the lock, so that it ends with its process, however that ends.
 */
async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const lock = new Database(`${file}.migrating`, { timeout: WAIT_MS });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return await work();
  } finally {
    lock.close();
  }
}

async function apply(target: DatabaseTarget, folder: string | undefined): Promise<string[]> {
  const input = { migrationsList: migrationList(target.engine, folder), filters: NO_FILTERS };
  const result = await withSchemaEngine(target, (engine) => engine.applyMigrations(input));
  return result.appliedMigrationNames;
}

/** Another process may have applied what was pending while this one waited for the lock: then there is nothing left to do. */
async function applyPending(target: DatabaseTarget, options: MigrateOptions): Promise<Omit<MigrateResult, "engine">> {
  if ((await pendingMigrations(target, options.folder)).length === 0) return { applied: [], snapshot: null };
  const { DATA_DIR: dataDir } = env();
  const snapshot = await snapshotBefore({
    target,
    dataDir,
    folder: options.snapshots ?? path.join(dataDir, "backups"),
    now,
  });
  try {
    return { applied: await apply(target, options.folder), snapshot };
  } catch (error) {
    if (snapshot === null) throw error;
    throw new Error(`升级数据库没有成功。升级前的备份在${snapshot}，可以用npm run restore恢复。`, { cause: error });
  }
}

/**
 * Brings a database up to date with the committed migrations; running it again does nothing. Several processes may
 * call it at once: each migration is applied by one of them. A database with rows is backed up first.
 */
export async function applyMigrations(options: MigrateOptions = {}): Promise<MigrateResult> {
  const target = options.url === undefined ? env().DATABASE : databaseTarget(options.url, env().DATA_DIR);
  const run = () => applyPending(target, options);
  const isServer = target.engine === "postgresql";
  const result = await (isServer ? withAdvisoryLock(target.url, run) : withFileLock(target.file, run));
  return { engine: target.engine, ...result };
}
