import { mkdirSync } from "node:fs";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import Database from "better-sqlite3";
import { countWriter } from "../writer-count";

/** How long SQLite waits for another process's transaction. It waits synchronously, hence the limit of 50 ms on transactions of commands. */
const BUSY_TIMEOUT_MS = 5000;

/** One stock adapter and the better-sqlite3 handle below it. */
export interface SqliteConnection {
  adapter: SqlDriverAdapter;
  handle: Database.Database;
}

/** The stock adapter keeps its handle in `client`, which its declarations leave out. */
function handleOf(adapter: SqlDriverAdapter): Database.Database {
  if ("client" in adapter && adapter.client instanceof Database) return adapter.client;
  throw new Error(
    "@prisma/adapter-better-sqlite3 no longer keeps its handle in `client`: look at lib/db/sqlite-connection.ts.",
  );
}

async function open(file: string): Promise<SqliteConnection> {
  const adapter = await new PrismaBetterSqlite3({ url: file, timeout: BUSY_TIMEOUT_MS }).connect();
  return { adapter, handle: handleOf(adapter) };
}

/**
 * The connection that writes. WAL lets readers and commands work beside it; FULL makes a commit reach the disk before
 * it is acknowledged (WAL's usual NORMAL may lose the last commits when the power fails).
 */
export async function openWriter(file: string): Promise<SqliteConnection> {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const connection = await open(file);
  countWriter();
  connection.handle.pragma("journal_mode = WAL");
  connection.handle.pragma("synchronous = FULL");
  connection.handle.pragma("foreign_keys = ON");
  return connection;
}

/** A connection that cannot write. Each of its statements sees everything committed before it. The writer must be open already. */
export async function openReader(file: string): Promise<SqliteConnection> {
  const connection = await open(file);
  connection.handle.pragma("query_only = ON");
  return connection;
}
