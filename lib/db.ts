import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient as PostgresqlClient } from "@/generated/postgresql/client";
import { PrismaClient, type Prisma } from "@/generated/sqlite/client";
import { withRetry } from "./db/retry";
import { sqliteStore, type RawSqlite, type SqliteStore } from "./db/sqlite-store";
import { env, type DatabaseTarget } from "./env";
import { dropSingleton, existingSingleton, singleton } from "./singleton";

export { isUniqueViolation } from "./db/retry";
export type { Prisma };
export type { RawSqlite };

/**
 * The database of this process: one client, SQLite or PostgreSQL as DATABASE_URL says. Both have the same models, so
 * that the SQLite client's types serve for both; what exists on PostgreSQL alone (`mode: "insensitive"`,
 * `skipDuplicates`) does not compile.
 */

export type Db = PrismaClient;
/** The client inside a transaction. A function that takes it works with `db()` as well. */
export type Tx = Prisma.TransactionClient;
export type Engine = DatabaseTarget["engine"];

export interface TransactionOptions {
  /** How long the callback may take, in milliseconds. */
  timeout?: number;
  /** How often a busy database is tried. 1 for a callback that must not be repeated. */
  tries?: number;
}

interface Connection {
  client: PrismaClient;
  store: SqliteStore | null;
}

const NAME = "db";
/** Interactive transactions queue for the one writer; Prisma's own 2 s give up in a rush that 10 s ride out. */
const MAX_WAIT_MS = 10_000;
const TIMEOUT_MS = 5_000;
const TRIES = 4;
/** Per process. PostgreSQL allows 100 connections by default; short statements rarely use more than a few. */
const POOL_SIZE = 10;

function connect(target: DatabaseTarget): Connection {
  const options = {
    transactionOptions: { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS },
    errorFormat: "minimal" as const,
  };
  if (target.engine === "sqlite") {
    const store = sqliteStore(target.file);
    return { client: new PrismaClient({ ...options, adapter: store.factory }), store };
  }
  const adapter = new PrismaPg({
    connectionString: target.url,
    max: POOL_SIZE,
    connectionTimeoutMillis: MAX_WAIT_MS,
    idleTimeoutMillis: 30_000,
    application_name: "zhijian-ketang",
  });
  const client = new PostgresqlClient({ ...options, adapter });
  // Two clients generated from one schema: their types differ in name only, and in the extras that the SQLite one lacks.
  return { client: client as unknown as PrismaClient, store: null };
}

function connection(): Connection {
  return singleton(NAME, () => connect(env().DATABASE));
}

/** The client of this process. It connects at its first query. */
export function db(): Db {
  return connection().client;
}

export function engine(): Engine {
  return env().DATABASE.engine;
}

/**
 * Runs `work` in one transaction: all of it or nothing. Use `tx` for everything inside, keep it short and free of
 * other I/O. `work` is run again when the database was busy or two transactions collided, so it must not change
 * anything outside of the database. A unique violation is passed on at once: see `isUniqueViolation`.
 */
export function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  { timeout = TIMEOUT_MS, tries = TRIES }: TransactionOptions = {},
): Promise<T> {
  return withRetry(() => db().$transaction(work, { maxWait: MAX_WAIT_MS, timeout }), tries);
}

/** The SQLite handles for prepared SQL, or null on PostgreSQL. */
export async function rawSqlite(): Promise<RawSqlite | null> {
  const { client, store } = connection();
  if (!store) return null;
  if (!store.raw()) await client.$connect();
  return store.raw();
}

/** Closes the connection, after the transaction that is open now. The next `db()` opens a new one. */
export async function closeDb(): Promise<void> {
  const open = existingSingleton<Connection>(NAME);
  dropSingleton(NAME);
  await open?.client.$disconnect();
}
