import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/lib/db/migrate";
import { loadEmbeddedPostgres } from "./embedded-postgres";

/**
 * Runs once for the integration project: one migrated SQLite file and one migrated PostgreSQL database, which every
 * test file copies for itself. PostgreSQL is a real server from npm, on a free port, gone at the end.
 */

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated SQLite file without data. */
    sqliteTemplate: string;
    /** Address of the PostgreSQL server's `postgres` database. */
    postgresqlAdmin: string;
    /** Name of the migrated database without data. */
    postgresqlTemplate: string;
  }
}

const TEMPLATE = "zhijian_template";
const USER = "zhijian";
const PASSWORD = "only-for-tests";
const START_TRIES = 3;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

interface RunningPostgres {
  admin: string;
  stop: () => Promise<void>;
}

async function startPostgres(): Promise<RunningPostgres> {
  // The server runs as another user when we are root, so the folder above its own must be open to it.
  const folder = mkdtempSync(path.join(tmpdir(), "zhijian-postgres-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, "data"),
    user: USER,
    password: PASSWORD,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    // Nothing here has to survive a power cut.
    postgresFlags: ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "listen_addresses=127.0.0.1"],
    onLog: (message) => void log.push(String(message)),
    onError: (message) => void log.push(String(message)),
  });
  const stop = async () => {
    await server.stop().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
    await server.createDatabase(TEMPLATE);
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start:\n${log.slice(-20).join("\n")}`, { cause: error });
  }
  return { admin: `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`, stop };
}

/** Another program may take the port between finding it and using it. */
async function startPostgresSafely(): Promise<RunningPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startPostgres();
    } catch (error) {
      if (attempt === START_TRIES) throw error;
    }
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "zhijian-sqlite-"));
  const sqliteTemplate = path.join(folder, "template.db");
  await applyMigrations({ url: `file:${sqliteTemplate}`, snapshots: folder });
  const postgres = await startPostgresSafely();
  await applyMigrations({ url: postgres.admin.replace(/postgres$/, TEMPLATE), snapshots: folder });
  project.provide("sqliteTemplate", sqliteTemplate);
  project.provide("postgresqlAdmin", postgres.admin);
  project.provide("postgresqlTemplate", TEMPLATE);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
