import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { holdsRows } from "../backup/open-source";
import { isBackup } from "../backup/read-archive";
import { writeArchive } from "../backup/write-archive";
import type { DatabaseTarget } from "../env";
import { productVersion } from "../product-version";

/** How many stay; older ones are removed. */
const KEEP = 5;
const NAME = /^before-migration-\d{8}T\d{9}-\d+\.tar$/;

export interface SnapshotInput {
  target: DatabaseTarget;
  /** Where the keys lie that belong to the data; they are named in the backup and not put inside. */
  dataDir: string;
  folder: string;
  now: () => Date;
}

/** `20260704T080910123`: sorts by time. */
function stamp(at: Date): string {
  return at.toISOString().replace(/[-:.Z]/g, "");
}

/**
 * Backs a database up before its structure changes, in the form that `npm run restore` reads, and keeps the newest five
 * of these. Safe beside a running server. Returns the path, or null when there is no row to keep.
 */
export async function snapshotBefore({ target, dataDir, folder, now }: SnapshotInput): Promise<string | null> {
  if (!(await holdsRows(target))) return null;
  const file = path.join(folder, `before-migration-${stamp(now())}-${process.pid}.tar`);
  await writeArchive({ target, dataDir, file, withKeys: false, product: productVersion(), now });
  removeOld(folder);
  return file;
}

function removeOld(folder: string): void {
  const names = readdirSync(folder).filter((name) => NAME.test(name));
  for (const name of names.sort().slice(0, -KEEP))
    if (isBackup(path.join(folder, name))) rmSync(path.join(folder, name));
}
