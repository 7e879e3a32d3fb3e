import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import type { Lock, Release } from "./lock";
import type { SqliteConnection } from "./sqlite-connection";

/**
 * Prisma over better-sqlite3 without the stock adapter's data loss.
 *
 * The stock adapter has one connection. A plain write that arrives while another request's interactive transaction is
 * open runs inside that transaction and vanishes, although acknowledged, when it rolls back; plain reads see its
 * uncommitted rows. Here a plain write waits for the lock that a transaction holds, and plain reads go to a second
 * connection that sees committed rows only.
 *
 * A plain write (`db()`) inside the callback of a transaction therefore waits for that very transaction: use `tx` there.
 */

const SELECT = /^\s*SELECT\b/i;
const WITH = /^\s*WITH\b/i;

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}

/** True when SQLite itself says that the statement writes nothing. `WITH` may introduce either. */
function isPlainRead(sql: string, reader: SqliteConnection): boolean {
  if (SELECT.test(sql)) return true;
  return WITH.test(sql) && reader.handle.prepare(sql).readonly;
}

/** Ends whatever transaction is open; an error of SQLite may have ended it already. */
async function rollBack(writer: SqliteConnection): Promise<void> {
  if (writer.handle.inTransaction) await writer.adapter.executeRaw(statement("ROLLBACK"));
}

function sqliteTransaction(writer: SqliteConnection, release: Release): Transaction {
  /** SQLite ends a transaction by itself on some errors (disk full); what follows must not become single commits. */
  async function guarded<T>(run: () => Promise<T>): Promise<T> {
    if (writer.handle.inTransaction) return run();
    throw new DriverAdapterError({
      kind: "TransactionAlreadyClosed",
      cause: "SQLite has rolled the transaction back.",
    });
  }
  async function execute(sql: string): Promise<void> {
    await guarded(() => writer.adapter.executeRaw(statement(sql)));
  }
  return {
    provider: "sqlite",
    adapterName: writer.adapter.adapterName,
    /** COMMIT and ROLLBACK are run here, where a failure is sure to give the lock back. */
    options: { usePhantomQuery: true },
    queryRaw: (query) => guarded(() => writer.adapter.queryRaw(query)),
    executeRaw: (query) => guarded(() => writer.adapter.executeRaw(query)),
    async commit() {
      try {
        await execute("COMMIT");
      } finally {
        try {
          await rollBack(writer);
        } finally {
          release();
        }
      }
    },
    async rollback() {
      try {
        await rollBack(writer);
      } finally {
        release();
      }
    },
    createSavepoint: (name) => execute(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => execute(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => execute(`RELEASE SAVEPOINT ${name}`),
  };
}

export interface SqliteAdapterParts {
  writer: SqliteConnection;
  reader: SqliteConnection;
  lock: Lock;
  onDispose: () => void;
}

/** The driver adapter that Prisma talks to. It owns both connections and closes them in `dispose`. */
export function sqliteAdapter({ writer, reader, lock, onDispose }: SqliteAdapterParts): SqlDriverAdapter {
  async function write<T>(run: () => Promise<T>): Promise<T> {
    const release = await lock.acquire();
    try {
      return await run();
    } finally {
      release();
    }
  }

  return {
    provider: "sqlite",
    adapterName: writer.adapter.adapterName,
    async queryRaw(query): Promise<SqlResultSet> {
      if (isPlainRead(query.sql, reader)) return reader.adapter.queryRaw(query);
      return write(() => writer.adapter.queryRaw(query));
    },
    executeRaw: (query) => write(() => writer.adapter.executeRaw(query)),
    executeScript: (script) => write(() => writer.adapter.executeScript(script)),
    async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
      if (isolationLevel !== undefined && isolationLevel !== "SERIALIZABLE") {
        throw new DriverAdapterError({ kind: "InvalidIsolationLevel", level: isolationLevel });
      }
      const release = await lock.acquire();
      try {
        // IMMEDIATE: a transaction that reads before it writes can otherwise fail in the middle (SQLITE_BUSY_SNAPSHOT).
        await writer.adapter.executeRaw(statement("BEGIN IMMEDIATE"));
      } catch (error) {
        release();
        throw error;
      }
      return sqliteTransaction(writer, release);
    },
    async dispose() {
      const release = await lock.acquire();
      try {
        onDispose();
        await reader.adapter.dispose();
        await writer.adapter.dispose();
      } finally {
        release();
      }
    },
  };
}
