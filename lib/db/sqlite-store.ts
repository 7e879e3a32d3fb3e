import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type Database from "better-sqlite3";
import { groupCommit } from "./group-commit";
import { createLock } from "./lock";
import { sqliteAdapter } from "./sqlite-adapter";
import { openReader, openWriter } from "./sqlite-connection";

/**
 * One SQLite file, opened for Prisma and, beside it and under the same lock, for prepared SQL on hot paths.
 *
 * Both connections give integers as bigint unless a statement says `.safeIntegers(false)`; `prepareRead` and
 * `prepareWrite` do that and keep the statement.
 */
export interface RawSqlite {
  writer: Database.Database;
  /** `query_only`: sees everything committed, can change nothing. */
  reader: Database.Database;
  /** A kept statement of the reader, integers as numbers. Run it at any time. */
  prepareRead: (sql: string) => Database.Statement;
  /** A kept statement of the writer, integers as numbers. Run it only inside `withWriter`. */
  prepareWrite: (sql: string) => Database.Statement;
  /**
   * Runs `work` in one `BEGIN IMMEDIATE` transaction on the writer, after every transaction of Prisma that came
   * before. `work` is synchronous, so nothing can slip in between; when it throws, everything is rolled back and the
   * error is passed on. When the promise resolves, the transaction is on the disk.
   */
  withWriter: <T>(work: (writer: Database.Database) => T) => Promise<T>;
  /**
   * The same for a `work` that awaits between its statements (`prepareWrite`): one `BEGIN IMMEDIATE` transaction, committed
   * when the promise resolves, rolled back when it rejects. Other writers wait meanwhile: keep it free of other I/O.
   */
  withTransaction: <T>(work: () => Promise<T>) => Promise<T>;
  /** One synchronous write with `prepareWrite`; those that wait at the same moment are one commit. */
  write: (work: () => number) => Promise<number>;
}

export interface SqliteStore {
  factory: SqlDriverAdapterFactory;
  /** The open connections; null before Prisma has connected and after it has disconnected. */
  raw: () => RawSqlite | null;
}

function keptStatements(handle: Database.Database): (sql: string) => Database.Statement {
  const kept = new Map<string, Database.Statement>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    const made = handle.prepare(sql).safeIntegers(false);
    kept.set(sql, made);
    return made;
  };
}

/** Prepares a store; the file is opened when Prisma connects. */
export function sqliteStore(file: string): SqliteStore {
  const lock = createLock();
  let current: RawSqlite | null = null;

  const factory: SqlDriverAdapterFactory = {
    provider: "sqlite",
    adapterName: "@prisma/adapter-better-sqlite3",
    async connect() {
      const writer = await openWriter(file);
      const reader = await openReader(file);
      const withWriter: RawSqlite["withWriter"] = async (work) => {
        const release = await lock.acquire();
        try {
          // better-sqlite3 refuses a `work` that returns a promise and rolls back.
          return writer.handle.transaction(() => work(writer.handle)).immediate();
        } finally {
          release();
        }
      };
      current = {
        writer: writer.handle,
        reader: reader.handle,
        prepareRead: keptStatements(reader.handle),
        prepareWrite: keptStatements(writer.handle),
        withWriter,
        write: groupCommit(withWriter),
        async withTransaction(work) {
          const release = await lock.acquire();
          try {
            writer.handle.exec("BEGIN IMMEDIATE");
            const result = await work();
            writer.handle.exec("COMMIT");
            return result;
          } finally {
            if (writer.handle.inTransaction) writer.handle.exec("ROLLBACK");
            release();
          }
        },
      };
      return sqliteAdapter({ writer, reader, lock, onDispose: () => (current = null) });
    },
  };

  return { factory, raw: () => current };
}
