import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { schemaDifference } from "./schema-engine";
import { ENGINES, prismaFolder, schemaFiles } from "./schema-files";

/**
 * Makes the next migration of both engines: the difference between the schema as it was at the last migration
 * (`prisma/migrations/snapshot`) and the schema now. Comparing two schemas needs no database.
 */

export interface MakeMigrationInput {
  /** Lower case words joined by dashes or underscores. */
  name: string;
  now: Date;
  /** The folder with `schema/` and `migrations/`; `prisma` when absent. */
  folder?: string;
}

export interface MadeMigration {
  directory: string;
  files: string[];
  /** Statements that drop something, for the author to look at. */
  destructive: string[];
}

function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, "").slice(0, 14);
}

/** Writes the migration and moves the snapshot on. Null when the schema has not changed. Throws on a name that is no file name. */
export async function makeMigration({
  name,
  now,
  folder = prismaFolder(),
}: MakeMigrationInput): Promise<MadeMigration | null> {
  if (!/^[a-z][a-z0-9_-]{0,60}$/.test(name))
    throw new Error("名称只能用小写字母、数字、连字符和下划线，并以字母开头。");
  const schema = path.join(folder, "schema");
  const migrations = path.join(folder, "migrations");
  const snapshot = path.join(migrations, "snapshot");

  const scripts: { engine: string; sql: string | null }[] = [];
  for (const engine of ENGINES) {
    const sql = await schemaDifference({ from: schemaFiles(snapshot, engine), to: schemaFiles(schema, engine) });
    scripts.push({ engine, sql });
  }
  if (scripts.every(({ sql }) => sql === null)) return null;

  const directory = `${timestamp(now)}_${name}`;
  const files = scripts.map(({ engine, sql }) => {
    const target = path.join(migrations, engine, directory);
    mkdirSync(target, { recursive: true });
    writeFileSync(path.join(migrations, engine, "migration_lock.toml"), `provider = "${engine}"\n`);
    const file = path.join(target, "migration.sql");
    writeFileSync(file, `${sql?.trim() ?? "-- Nothing to change on this engine."}\n`);
    return file;
  });
  rmSync(snapshot, { recursive: true, force: true });
  cpSync(schema, snapshot, { recursive: true });
  const lines = scripts.flatMap((script) => script.sql?.split("\n") ?? []);
  return { directory, files, destructive: lines.filter((line) => /\bDROP (TABLE|COLUMN)\b/.test(line)) };
}
