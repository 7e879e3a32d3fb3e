import { db, engine, inTransaction, rawSqlite, type Tx } from "@/lib/db";

/**
 * Plain SQL for hot paths, the same text on both engines: `?` stands for a value, names are the database's own
 * (snake_case), and only what SQLite and PostgreSQL understand alike is used. On SQLite the statements stay prepared.
 * Like everything of lib/db it is used from queries and mutations alone.
 *
 * Example: `selectRows("SELECT id FROM quiz WHERE state = ?", ["released"])`.
 */
export type SqlValue = string | number | boolean | Date | null;
/** An instant or a truth value as either engine gives it; read it with `toDate`, `toNullableDate`, `toBoolean`. */
export type SqlInstant = string | Date;
export type SqlBoolean = number | boolean;

/** How Prisma writes into SQLite: instants as text that sorts by time, truth values as 0 and 1. */
const forSqlite = (value: SqlValue): string | number | null => {
  if (typeof value === "boolean") return Number(value);
  return value instanceof Date ? value.toISOString().replace("Z", "+00:00") : value;
};

const numbered = new Map<string, string>();

/** `?` as PostgreSQL's `$1`, `$2` … */
function forPostgresql(sql: string): string {
  const known = numbered.get(sql);
  if (known !== undefined) return known;
  let count = 0;
  const text = sql.replace(/\?/g, () => `$${String((count += 1))}`);
  numbered.set(sql, text);
  return text;
}

/** Rows that are committed. Inside a transaction use its own client instead. */
export async function selectRows<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
  const raw = await rawSqlite();
  if (raw) return raw.prepareRead(sql).all(...values.map(forSqlite)) as Row[];
  return db().$queryRawUnsafe<Row[]>(forPostgresql(sql), ...values);
}

/** Changes rows in a transaction of its own and says how many; on the disk when the promise resolves. */
export async function changeRows(sql: string, values: readonly SqlValue[]): Promise<number> {
  const raw = await rawSqlite();
  if (raw) {
    const given = values.map(forSqlite);
    return raw.write(() => raw.prepareWrite(sql).run(...given).changes);
  }
  return db().$executeRawUnsafe(forPostgresql(sql), ...values);
}

/** Plain SQL inside one open transaction. */
export type Sql = {
  readonly select: <Row>(sql: string, values?: readonly SqlValue[]) => Promise<Row[]>;
  readonly change: (sql: string, values: readonly SqlValue[]) => Promise<number>;
};

const isSql = (tx: Tx | Sql): tx is Sql => "select" in tx && "change" in tx;

/** Plain SQL in the caller's transaction, whichever kind it is. */
export function sqlOf(tx: Tx | Sql): Sql {
  if (isSql(tx)) return tx;
  const text = engine() === "postgresql" ? forPostgresql : (sql: string) => sql;
  const given = engine() === "postgresql" ? (value: SqlValue) => value : forSqlite;
  return {
    select: <Row>(sql: string, values: readonly SqlValue[] = []) =>
      tx.$queryRawUnsafe<Row[]>(text(sql), ...values.map(given)),
    change: (sql, values) => tx.$executeRawUnsafe(text(sql), ...values.map(given)),
  };
}

/**
 * One transaction of plain SQL: what `inTransaction` is for Prisma, at a fraction of its cost on SQLite. `work` must not
 * wait for anything but its own statements.
 */
export async function inSqlTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const raw = await rawSqlite();
  if (!raw) return inTransaction((tx) => work(sqlOf(tx)));
  const sql: Sql = {
    select: <Row>(text: string, values: readonly SqlValue[] = []) =>
      Promise.resolve(raw.prepareWrite(text).all(...values.map(forSqlite)) as Row[]),
    change: (text, values) => Promise.resolve(raw.prepareWrite(text).run(...values.map(forSqlite)).changes),
  };
  return raw.withTransaction(() => work(sql));
}

/** Names of a table and its columns stand in the code alone; anything else is refused. */
const NAME = /^[a-z_0-9]+$/;

/** One row by column names; every row of a call has the same columns. */
export type NewRow = Readonly<Record<string, SqlValue>>;

/**
 * Adds rows in the caller's transaction with one statement and one parameter, which costs a fifth of `createMany`.
 * Defaults of Prisma (ids, times) are not filled in. A failure is Prisma's: see `isUniqueViolation`.
 */
export async function insertRows(tx: Tx | Sql, table: string, rows: readonly NewRow[]): Promise<void> {
  await insert(tx, table, rows, "");
}

/** The same, leaving out rows that a unique constraint refuses; answers how many were added. */
export function insertMissingRows(tx: Tx | Sql, table: string, rows: readonly NewRow[]): Promise<number> {
  return insert(tx, table, rows, "WHERE true ON CONFLICT DO NOTHING");
}

async function insert(tx: Tx | Sql, table: string, rows: readonly NewRow[], end: string): Promise<number> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return 0;
  if (![table, ...columns].every((name) => NAME.test(name))) throw new Error(`Not a name: ${table} ${columns.join()}`);
  const names = columns.map((name) => `"${name}"`).join(", ");
  if (engine() === "postgresql") {
    const sql = `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, ?::json) ${end}`;
    return sqlOf(tx).change(sql, [JSON.stringify(rows)]);
  }
  const values = columns.map((_, at) => `json_extract(value, '$[${at}]')`).join(", ");
  const lists = rows.map((row) => columns.map((name) => forSqlite(row[name] ?? null)));
  const sql = `INSERT INTO ${table} (${names}) SELECT ${values} FROM json_each(?) ${end}`;
  return sqlOf(tx).change(sql, [JSON.stringify(lists)]);
}

export const toDate = (value: SqlInstant): Date => (value instanceof Date ? value : new Date(value));
export const toNullableDate = (value: SqlInstant | null): Date | null => (value === null ? null : toDate(value));
export const toBoolean = (value: SqlBoolean): boolean => value === true || value === 1;
