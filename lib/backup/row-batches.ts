import type { LogicalValue, Table } from "./columns";
import { ArchiveFault } from "./archive-fault";

const MOST_ROWS = 1000;
const MOST_CHARACTERS = 4_000_000;

const weight = (row: readonly LogicalValue[]): number =>
  row.reduce<number>((sum, value) => sum + (typeof value === "string" ? value.length : 8), 0);

/** Rows in groups that are worth one statement and fit into memory. */
export async function* rowBatches(rows: AsyncIterable<LogicalValue[]>): AsyncGenerator<LogicalValue[][]> {
  let batch: LogicalValue[][] = [];
  let size = 0;
  for await (const row of rows) {
    batch.push(row);
    size += weight(row);
    if (batch.length < MOST_ROWS && size < MOST_CHARACTERS) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

/** The restored database must have the tables and columns that were saved. */
export function refuseOtherShape(saved: readonly Table[], present: readonly Table[]): void {
  const shape = (tables: readonly Table[]) =>
    JSON.stringify(tables.map(({ name, columns }) => [name, columns.map((column) => [column.name, column.kind])]));
  if (shape(saved) === shape(present)) return;
  const names = new Set(present.map(({ name }) => name));
  const missing = saved.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  const detail = missing.length > 0 ? `缺少${missing.join("、")}` : "列不一样";
  throw new ArchiveFault(`备份里的表与数据库迁移得到的表对不上：${detail}。没有恢复。`);
}
