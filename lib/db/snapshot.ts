import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";

/** How many snapshots stay; older ones are removed. */
const KEEP = 5;
const PREFIX = "before-migration-";

/** `20260704T080910123`: sorts by time. */
function stamp(at: Date): string {
  return at.toISOString().replace(/[-:.Z]/g, "");
}

/**
 * Copies a SQLite database as it is at this moment into the folder, readable by its owner alone, and keeps the newest
 * five. Safe beside a running server. Returns the path, or null when there is nothing to keep (no file, no table).
 */
export function snapshotSqlite(file: string, folder: string, now: Date): string | null {
  if (!existsSync(file)) return null;
  const source = new Database(file, { timeout: 10_000 });
  try {
    if (source.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table'").get() === undefined) return null;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const copy = path.join(folder, `${PREFIX}${stamp(now)}-${process.pid}.db`);
    source.prepare("VACUUM INTO ?").run(copy);
    chmodSync(copy, 0o600);
    const handle = openSync(copy, "r");
    fsyncSync(handle);
    closeSync(handle);
    removeOld(folder);
    return copy;
  } finally {
    source.close();
  }
}

function removeOld(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.startsWith(PREFIX) && name.endsWith(".db"));
  for (const name of names.sort().slice(0, -KEEP)) rmSync(path.join(folder, name));
}
