import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
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

/** Daily backups in the folder by name; none where there is no such folder. */
function listDaily(folder: string): { name: string; day: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const day = NAME.exec(entry.name)?.[1];
    return entry.isFile() && day !== undefined ? [{ name: entry.name, day }] : [];
  });
}

/** The newest daily backup that opens, by its day; `fault` is why the folder itself does not open. */
export type NewestBackup = { day: string | null } | { fault: string };

/** Never throws: who looks has to learn that something is wrong. The command gives such a name to what it read back alone. */
export function newestBackup(folder: string): NewestBackup {
  try {
    const newestFirst = listDaily(folder).sort((a, b) => (a.day < b.day ? 1 : -1));
    return { day: newestFirst.find(({ name }) => isBackup(path.join(folder, name)))?.day ?? null };
  } catch (error) {
    return { fault: error instanceof Error && "code" in error ? String(error.code) : String(error) };
  }
}

/** Takes a backup that could not be read back out of the daily ones; answers where it is kept. */
export function setAside(file: string): string {
  const aside = `${file}.broken`;
  renameSync(file, aside);
  return aside;
}

/** Removes the daily backups of all but the newest `days` days that have one; answers their names. */
export function keepDays(folder: string, days: number): string[] {
  const found = listDaily(folder);
  const kept = new Set([...new Set(found.map(({ day }) => day))].sort().slice(-days));
  const old = found.filter(({ name, day }) => !kept.has(day) && isBackup(path.join(folder, name)));
  for (const { name } of old) rmSync(path.join(folder, name));
  return old.map(({ name }) => name).sort();
}
