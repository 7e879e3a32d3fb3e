import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { isBackup } from "./read-archive";

/**
 * Daily backups and how many days of them stay. A backup of 22 November 2026 is `zhijian-2026-11-22.tar`, a second one of
 * that day `zhijian-2026-11-22-2.tar`. Only files of such a name that open as a backup are ever removed.
 */
const NAME = /^zhijian-(\d{4}-\d\d-\d\d)(-\d+)?\.tar$/;

/** A path in the folder that is free on this day (`YYYY-MM-DD`). */
export function dailyFile(folder: string, day: string): string {
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, `zhijian-${day}${number === 1 ? "" : `-${number}`}.tar`);
    if (!existsSync(file)) return file;
  }
}

/** Removes the daily backups of all but the newest `days` days that have one; answers their names. */
export function keepDays(folder: string, days: number): string[] {
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const day = NAME.exec(entry.name)?.[1];
    return entry.isFile() && day !== undefined ? [{ name: entry.name, day }] : [];
  });
  const kept = new Set([...new Set(found.map(({ day }) => day))].sort().slice(-days));
  const old = found.filter(({ name, day }) => !kept.has(day) && isBackup(path.join(folder, name)));
  for (const { name } of old) rmSync(path.join(folder, name));
  return old.map(({ name }) => name).sort();
}
