import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { DatabaseTarget } from "../env";
import { singleton } from "../singleton";
import { catalogueReadingFactory } from "./postgresql-catalogue";

/**
 * Prisma's own schema engine as WebAssembly: the ordinary CLI would download a binary, which needs a network that
 * many offices do not have. It writes the same `_prisma_migrations` table, so that the CLI can take over at any time.
 */

/** A second process that migrates the same file waits this long for the first. */
const BUSY_TIMEOUT_MS = 30_000;
const WASM = "@prisma/schema-engine-wasm/schema_engine_bg";

interface Exports extends WebAssembly.Exports {
  __wbindgen_start: () => void;
}

/** The engine never clears the timer of its lock; it must not keep a command waiting that has finished. */
function unreferencedTimer(run: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(run, milliseconds).unref();
}

function imports(): WebAssembly.ModuleImports {
  const functions: WebAssembly.ModuleImports = { ...bindings };
  for (const name of Object.keys(functions)) {
    if (name.startsWith("__wbg_setTimeout_")) functions[name] = unreferencedTimer;
  }
  return functions;
}

async function instantiate(): Promise<void> {
  const folder = path.dirname(createRequire(import.meta.url).resolve(WASM));
  const bytes = await readFile(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports() });
  const exports = instance.exports as Exports;
  const { __wbg_set_wasm: setWasm } = bindings as typeof bindings & { __wbg_set_wasm: (exports: Exports) => void };
  setWasm(exports);
  exports.__wbindgen_start();
}

function stockFactory(target: DatabaseTarget): SqlMigrationAwareDriverAdapterFactory {
  if (target.engine === "sqlite") return new PrismaBetterSqlite3({ url: target.file, timeout: BUSY_TIMEOUT_MS });
  return catalogueReadingFactory(target.url);
}

/** The engine opens adapters and never closes them; this factory remembers them. */
function rememberingFactory(target: DatabaseTarget) {
  const opened: SqlDriverAdapter[] = [];
  const stock = stockFactory(target);
  async function remember(opening: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> {
    const adapter = await opening;
    opened.push(adapter);
    return adapter;
  }
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: stock.provider,
    adapterName: stock.adapterName,
    connect: () => remember(stock.connect()),
    connectToShadowDb: () => remember(stock.connectToShadowDb()),
  };
  return { factory, close: () => Promise.all(opened.map((adapter) => adapter.dispose())) };
}

/** Runs `work` with the engine on this database and closes its connection, which would otherwise keep an exclusive lock. */
export async function withSchemaEngine<T>(
  target: DatabaseTarget,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await singleton("schema-engine", instantiate);
  const { factory, close } = rememberingFactory(target);
  try {
    const bound = bindMigrationAwareSqlAdapterFactory(factory);
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, bound);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await close();
  }
}

/** No table or enum is managed outside of the schema. */
export const NO_FILTERS: bindings.SchemaFilter = { externalTables: [], externalEnums: [] };

interface Difference {
  from: bindings.SchemaContainer[];
  to: bindings.SchemaContainer[];
}

/** The SQL that leads from one schema to another (none: an empty list), or null when they are equal. Needs no server: any connection will do. */
export async function schemaDifference({ from, to }: Difference): Promise<string | null> {
  const anywhere: DatabaseTarget = { engine: "sqlite", file: ":memory:" };
  const params: bindings.DiffParams = {
    from: from.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: from },
    to: { tag: "schemaDatamodel", files: to },
    script: true,
    exitCode: true,
    filters: NO_FILTERS,
  };
  const result = await withSchemaEngine(anywhere, (engine) => engine.diff(params));
  return result.exitCode === 0 ? null : (result.stdout ?? "");
}

/** What would have to change in a live database to match the schema, as SQL; null when they agree. */
export async function databaseDifference(
  target: DatabaseTarget,
  schema: bindings.SchemaContainer[],
): Promise<string | null> {
  const params: bindings.DiffParams = {
    from: { tag: "schemaDatasource", files: schema, configDir: "." },
    to: { tag: "schemaDatamodel", files: schema },
    script: true,
    exitCode: true,
    filters: NO_FILTERS,
  };
  const result = await withSchemaEngine(target, (engine) => engine.diff(params));
  return result.exitCode === 0 ? null : (result.stdout ?? "");
}
