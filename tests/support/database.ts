import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { closeDb, type Engine } from "@/lib/db";
import { forgetEnv } from "@/lib/env";
import { forgetKeys } from "@/lib/keys";
import { forgetRemembered } from "@/lib/remembered";
import { guardAuditLog } from "./audit-guard";
import { failOnConsoleError } from "./console-guard";

/** A migrated database of one's own, without data. */
export interface OwnDatabase {
  url: string;
  remove: () => Promise<void>;
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresqlAdmin") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function ownPostgresql(template: string): Promise<OwnDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: inject("postgresqlAdmin").replace(/postgres$/, name),
    remove: () => asAdmin(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

function ownSqlite(isMigrated: boolean): OwnDatabase {
  const folder = mkdtempSync(path.join(tmpdir(), "zhijian-db-"));
  const file = path.join(folder, "test.db");
  if (isMigrated) copyFileSync(inject("sqliteTemplate"), file);
  return {
    url: `file:${file}`,
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}

/** Makes a migrated database; the caller removes it. Most tests want `describeOnBothEngines` instead. */
export async function ownDatabase(engine: Engine): Promise<OwnDatabase> {
  return engine === "sqlite" ? ownSqlite(true) : ownPostgresql(inject("postgresqlTemplate"));
}

/** Makes a database without a single table. */
export async function emptyDatabase(engine: Engine): Promise<OwnDatabase> {
  return engine === "sqlite" ? ownSqlite(false) : ownPostgresql("template0");
}

/**
 * Gives the enclosing describe (or file) a database and a data folder of its own: `db()`, `env()` and `keys()` work on
 * them until its last test. Also fails tests that write to console.error, and acts that the log could not show.
 */
export function withDatabase(engine: Engine): void {
  failOnConsoleError();
  const before = { DATABASE_URL: process.env["DATABASE_URL"], DATA_DIR: process.env["DATA_DIR"] };
  let database: OwnDatabase | null = null;
  let dataDir: string | null = null;

  beforeAll(async () => {
    database = await ownDatabase(engine);
    dataDir = mkdtempSync(path.join(tmpdir(), "zhijian-data-"));
    process.env["DATABASE_URL"] = database.url;
    process.env["DATA_DIR"] = dataDir;
    forgetEnv();
    forgetKeys();
    forgetRemembered();
  });

  afterAll(async () => {
    await closeDb();
    await database?.remove();
    if (dataDir !== null) rmSync(dataDir, { recursive: true, force: true });
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    forgetEnv();
    forgetKeys();
  });

  // Hooks after all run in reverse: this one while the database is still there.
  guardAuditLog();
}

/** Runs the same tests on SQLite and on PostgreSQL, each with a fresh database. */
export function describeOnBothEngines(name: string, tests: (engine: Engine) => void): void {
  describe.each(["sqlite", "postgresql"] as const)(`${name} (%s)`, (engine) => {
    withDatabase(engine);
    tests(engine);
  });
}
