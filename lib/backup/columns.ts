import { ArchiveFault } from "./archive-fault";

/**
 * The logical form of a row: one JSON array a line, the same on SQLite and on PostgreSQL, so that a backup of either can
 * be restored into either and equal rows give equal digests. Columns stand in the order of their names.
 *
 * | kind | SQLite | PostgreSQL | in the line |
 * |---|---|---|---|
 * | text | TEXT | text | string |
 * | integer | INTEGER | integer, bigint | number; a string beyond 2^53 |
 * | real | REAL | double precision | number |
 * | boolean | BOOLEAN (0, 1) | boolean | true, false |
 * | instant | DATETIME (text) | timestamp(3) | "2026-11-22T02:10:00.000Z" |
 * | bytes | BLOB | bytea | base64 |
 */
export const COLUMN_KINDS = ["text", "integer", "real", "boolean", "instant", "bytes"] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface Column {
  name: string;
  kind: ColumnKind;
}

/** A table as both engines see it: columns by name, and the columns of its key, which give the order of its rows. */
export interface Table {
  name: string;
  columns: Column[];
  key: string[];
}

export type LogicalValue = string | number | boolean | null;

const KIND_OF_TYPE: Readonly<Record<string, ColumnKind>> = {
  text: "text",
  integer: "integer",
  bigint: "integer",
  real: "real",
  "double precision": "real",
  boolean: "boolean",
  datetime: "instant",
  "timestamp without time zone": "instant",
  blob: "bytes",
  bytea: "bytes",
};

/** The kind of a declared type. Throws on a type that has no logical form yet: extend the table above. */
export function kindOfType(type: string, where: string): ColumnKind {
  const kind = KIND_OF_TYPE[type.toLowerCase()];
  if (kind === undefined) throw new ArchiveFault(`${where}的类型${type}不能写进备份，备份没有做。`);
  return kind;
}

function refuse(kind: ColumnKind): never {
  throw new ArchiveFault(`里面有一个值不符合它的类型（${kind}）。`);
}

function integerValue(value: bigint): LogicalValue {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
}

const ZONELESS = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?$/;

/** Both engines keep UTC; a text without a zone is no local time. */
function instantValue(text: string): LogicalValue {
  const date = new Date(ZONELESS.test(text) ? `${text.replace(" ", "T")}Z` : text);
  return Number.isNaN(date.getTime()) ? refuse("instant") : date.toISOString();
}

/** A value as SQLite gives it with safe integers. Throws an ArchiveFault on one that does not fit the declared type. */
export function fromSqlite(kind: ColumnKind, value: unknown): LogicalValue {
  if (value === null) return null;
  if (kind === "text" && typeof value === "string") return value;
  if (kind === "bytes" && Buffer.isBuffer(value)) return value.toString("base64");
  if (kind === "instant" && typeof value === "string") return instantValue(value);
  if (kind === "real" && typeof value === "number") return value;
  return typeof value === "bigint" ? fromSqliteInteger(kind, value) : refuse(kind);
}

function fromSqliteInteger(kind: ColumnKind, value: bigint): LogicalValue {
  if (kind === "integer") return integerValue(value);
  if (kind === "boolean" && (value === 0n || value === 1n)) return value === 1n;
  if (kind === "real") return Number(value);
  return kind === "instant" ? new Date(Number(value)).toISOString() : refuse(kind);
}

/** The value as Prisma keeps it in SQLite. */
export function toSqlite(kind: ColumnKind, value: LogicalValue): string | number | bigint | Buffer | null {
  if (value === null) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return kind === "integer" ? BigInt(value) : value;
  if (kind === "integer") return BigInt(value);
  if (kind === "instant") return value.replace("Z", "+00:00");
  return kind === "bytes" ? Buffer.from(value, "base64") : value;
}

/** A value in PostgreSQL's own text form (ISO dates). */
export function fromPostgresql(kind: ColumnKind, text: string | null): LogicalValue {
  if (text === null || kind === "text") return text;
  if (kind === "integer") return integerValue(BigInt(text));
  if (kind === "real") return Number(text);
  if (kind === "boolean") return text === "t";
  if (kind === "instant") return instantValue(text);
  return Buffer.from(text.replace(/^\\x/, ""), "hex").toString("base64");
}

/** The text that PostgreSQL casts to the column's type. */
export function toPostgresql(kind: ColumnKind, value: LogicalValue): string | null {
  if (value === null) return null;
  if (kind === "instant") return String(value).replace("Z", "");
  if (kind === "bytes") return `\\x${Buffer.from(String(value), "base64").toString("hex")}`;
  return String(value);
}
