import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { DatabaseTarget } from "../env";
import { migrationNames, prismaFolder } from "../db/schema-files";
import { ArchiveFault } from "./archive-fault";

/**
 * The migrations of an archive as scripts to run, and the record of them that Prisma's engine keeps. They are run by
 * hand here because a restore has to be one transaction from the first table to the last row; the engine commits each.
 * A test proves that the engine takes the result for its own.
 */

type Engine = DatabaseTarget["engine"];

interface Script {
  name: string;
  sql: string;
}

/** The engine's own table, in its own words for each engine. */
const RECORD_TABLE: Readonly<Record<Engine, string>> = {
  sqlite: `CREATE TABLE "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
    "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
  );`,
  postgresql: `CREATE TABLE _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0
  );`,
};

/** The SQL that gives an empty database these migrations. Throws when this version of the product does not have them in this order. */
export function scriptsFor(engine: Engine, names: readonly string[], folder?: string): string[] {
  const base = folder ?? path.join(prismaFolder(), "migrations");
  const own = migrationNames(engine, base);
  const unknown = names.filter((name) => !own.includes(name));
  if (unknown.length > 0)
    throw new ArchiveFault(`备份来自更新的版本，本版本没有这些数据库迁移：${unknown.join("、")}。请用那个版本恢复。`);
  if (names.length === 0 || names.some((name, at) => own[at] !== name))
    throw new ArchiveFault("备份里的数据库迁移与本版本的顺序对不上，不能恢复。");
  const scripts: Script[] = names.map((name) => ({
    name,
    sql: readFileSync(path.join(base, engine, name, "migration.sql"), "utf8"),
  }));
  return [RECORD_TABLE[engine], ...scripts.flatMap(({ name, sql }) => [sql, recordOf(name, sql)])];
}

/** Checksum and name hold nothing that would need escaping: hex digits, and a folder of ours. */
function recordOf(name: string, sql: string): string {
  const checksum = createHash("sha256").update(sql).digest("hex");
  return `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
    VALUES ('${randomUUID()}', '${checksum}', CURRENT_TIMESTAMP, '${name.replaceAll("'", "''")}', 1);`;
}
