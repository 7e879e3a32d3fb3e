import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ArchiveFault } from "./archive-fault";
import { fittingKeys, writeKeys } from "./fitting-keys";
import { archiveFaults, openArchive, readEntry, type Archive } from "./read-archive";
import { restoreToPostgresql } from "./restore-postgresql";
import { restoreToSqlite } from "./restore-sqlite";
import type { Manifest } from "./manifest";

export interface RestoreInput {
  file: string;
  /** The new DATA_DIR: missing or empty. */
  dataDir: string;
  /** An empty PostgreSQL database instead of a SQLite file in the folder. */
  postgresql: string | null;
  /** A folder with the keys that were kept beside the backup. */
  keys: string | null;
  /** Where the migrations lie; prisma/migrations when absent. */
  migrations?: string;
}

const DATABASE_FILE = "zhijian.db";

function refuseUsed(folder: string): void {
  const [first] = existsSync(folder) ? readdirSync(folder) : [];
  if (first !== undefined)
    throw new ArchiveFault(`${folder}不是空的（有${first}）。恢复只写进空的文件夹，没有改动。请换一个新文件夹。`);
}

function writeCompanions(archive: Archive, folder: string): void {
  for (const name of archive.entries.keys()) {
    const [, companion] = /^files\/([a-z0-9.-]+)$/.exec(name) ?? [];
    if (companion) writeFileSync(path.join(folder, companion), readEntry(archive, name), { mode: 0o600 });
  }
}

/** The folder appears under its name as a whole. */
function putInPlace(work: string, folder: string): void {
  try {
    renameSync(work, folder);
  } catch (error) {
    throw new ArchiveFault(`不能把恢复好的文件夹放到${folder}（它也许是一个挂载点）。请指定它下面的一个新文件夹。`, {
      cause: error,
    });
  }
}

/** Opens a backup and reads every byte of it. Throws an ArchiveFault that names the damage. */
export async function openWholeArchive(file: string): Promise<Archive> {
  const archive = openArchive(file);
  const faults = await archiveFaults(archive);
  if (faults.length > 0) throw new ArchiveFault(`备份已损坏：\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  return archive;
}

/**
 * Makes an installation from a backup: all of it or nothing. The whole archive is checked first, then the keys, then
 * everything is built beside the folder and put in its place at the end. Throws an ArchiveFault that says what is wrong.
 */
export async function restoreArchive(input: RestoreInput): Promise<Manifest> {
  const folder = path.resolve(input.dataDir);
  refuseUsed(folder);
  const archive = await openWholeArchive(input.file);
  const keys = fittingKeys(archive, input.keys);
  mkdirSync(path.dirname(folder), { recursive: true });
  const work = mkdtempSync(path.join(path.dirname(folder), ".restoring-"));
  let isInPlace = false;
  const finish = () => {
    putInPlace(work, folder);
    isInPlace = true;
  };
  try {
    writeKeys(work, keys);
    writeCompanions(archive, work);
    if (input.postgresql === null) {
      await restoreToSqlite(archive, path.join(work, DATABASE_FILE), input.migrations);
      finish();
    } else await restoreToPostgresql(archive, input.postgresql, finish, input.migrations);
    return archive.manifest;
  } catch (error) {
    if (isInPlace) rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
