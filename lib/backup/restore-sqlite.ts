import Database from "better-sqlite3";
import { ArchiveFault } from "./archive-fault";
import { toSqlite, type Table } from "./columns";
import { scriptsFor } from "./migration-record";
import { archivedRows, type Archive } from "./read-archive";
import { refuseOtherShape, rowBatches } from "./row-batches";
import { countSource, differencesBetween, quoted } from "./source";
import { sqliteFaults, sqliteSource, sqliteTables } from "./sqlite-source";

async function fillTable(handle: Database.Database, archive: Archive, { name, columns }: Table): Promise<void> {
  const names = columns.map((column) => quoted(column.name)).join(", ");
  const marks = columns.map(() => "?").join(", ");
  const insert = handle.prepare(`INSERT INTO ${quoted(name)} (${names}) VALUES (${marks})`);
  for await (const batch of rowBatches(archivedRows(archive, name))) {
    for (const row of batch) insert.run(columns.map(({ kind }, at) => toSqlite(kind, row[at] ?? null)));
  }
}

/**
 * Builds a SQLite file from an archive: its migrations, its rows, then the proof that integrity, references, counts and
 * digests are those of the archive. The file must not exist; it is the caller's to remove when this throws.
 */
export async function restoreToSqlite(archive: Archive, file: string, migrations?: string): Promise<void> {
  const { manifest } = archive;
  const scripts = scriptsFor("sqlite", manifest.migrations, migrations);
  const handle = new Database(file);
  try {
    handle.pragma("journal_mode = WAL");
    handle.pragma("synchronous = NORMAL");
    handle.pragma("foreign_keys = OFF");
    for (const sql of scripts) handle.exec(sql);
    handle.pragma("foreign_keys = OFF");
    refuseOtherShape(manifest.tables, sqliteTables(handle));
    handle.exec("BEGIN");
    for (const table of manifest.tables) handle.exec(`DELETE FROM ${quoted(table.name)}`);
    for (const table of manifest.tables) await fillTable(handle, archive, table);
    handle.exec("COMMIT");
    const faults = [
      ...sqliteFaults(handle),
      ...differencesBetween(manifest.tables, await countSource(sqliteSource(handle))),
    ];
    if (faults.length > 0) throw new ArchiveFault(`恢复出来的数据与备份不符，没有恢复：\n${faults.join("\n")}`);
    // Everything into the file itself, and on the disk, before anybody relies on it.
    handle.pragma("synchronous = FULL");
    handle.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    handle.close();
  }
}
