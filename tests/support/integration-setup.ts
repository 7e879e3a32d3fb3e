import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/lib/db/migrate";
import { startPostgres } from "./postgres-server";

/**
 * Runs once for the integration project: one migrated SQLite file and one migrated PostgreSQL database, which every
 * test file copies for itself.
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

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "zhijian-sqlite-"));
  const sqliteTemplate = path.join(folder, "template.db");
  await applyMigrations({ url: `file:${sqliteTemplate}`, snapshots: folder });
  const postgres = await startPostgres();
  await applyMigrations({ url: await postgres.createDatabase(TEMPLATE), snapshots: folder });
  project.provide("sqliteTemplate", sqliteTemplate);
  project.provide("postgresqlAdmin", postgres.admin);
  project.provide("postgresqlTemplate", TEMPLATE);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
