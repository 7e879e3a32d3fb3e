import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { MigrationDirectory, MigrationList, SchemaContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { DatabaseTarget } from "../env";

/** Where schema and migrations lie, below the folder that the program was started in. */

type Engine = DatabaseTarget["engine"];

export const ENGINES = ["sqlite", "postgresql"] as const satisfies readonly Engine[];

export function prismaFolder(): string {
  return path.resolve(/* turbopackIgnore: true */ process.cwd(), "prisma");
}

/** The schema as one engine sees it: the files name SQLite as their provider. No files when the folder is missing. */
export function schemaFiles(folder: string, engine: Engine): SchemaContainer[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  return names.sort().map((name) => ({
    path: name,
    content: readFileSync(path.join(folder, name), "utf8").replace('provider = "sqlite"', `provider = "${engine}"`),
  }));
}

/** Names of the committed migrations of an engine, in the order in which they apply. */
export function migrationNames(engine: Engine, folder = path.join(prismaFolder(), "migrations")): string[] {
  const entries = readdirSync(path.join(folder, engine), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The committed migrations in the form that the schema engine wants. */
export function migrationList(engine: Engine, folder = path.join(prismaFolder(), "migrations")): MigrationList {
  const baseDir = path.join(folder, engine);
  const lockfile = path.join(baseDir, "migration_lock.toml");
  const directory = (name: string): MigrationDirectory => ({
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok", value: readFileSync(path.join(baseDir, name, "migration.sql"), "utf8") },
    },
  });
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames(engine, folder).map(directory),
  };
}
