import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { KEY_NAMES, keyFolder, keyIdOf, keyOfEnvironment, keyOfFolder, RETIRED_FILE, type KeyName } from "../keys";
import { ArchiveFault } from "./archive-fault";
import { readEntry, type Archive } from "./read-archive";

/** The keys that a restored folder gets: found, and of the same ids as when the backup was made. */
export interface FittingKeys {
  /** Files of `keys/` by name; empty for a key that the environment gives. */
  files: ReadonlyMap<string, string>;
}

type Found = { bytes: Buffer; from: "environment" | "archive" | "folder" };

function archivedKey(archive: Archive, name: KeyName): Buffer | null {
  const entry = `keys/${name}.key`;
  return archive.entries.has(entry) ? Buffer.from(readEntry(archive, entry).toString("utf8").trim(), "base64") : null;
}

function findKey(archive: Archive, folder: string | null, name: KeyName): Found | null {
  const given = keyOfEnvironment(name);
  if (given) return { bytes: given, from: "environment" };
  const inside = archivedKey(archive, name);
  if (inside) return { bytes: inside, from: "archive" };
  const beside = folder === null ? null : keyOfFolder(folder, name);
  return beside && { bytes: beside, from: "folder" };
}

/**
 * Finds the keys of an archive: in the environment, in the archive itself, in a folder kept beside it, in this order.
 * Throws when one is missing or is not the one that the data was made with: nobody could sign in afterwards.
 */
export function fittingKeys(archive: Archive, folder: string | null): FittingKeys {
  const files = new Map<string, string>();
  const faults: string[] = [];
  for (const name of KEY_NAMES) {
    const wanted = archive.manifest.keys.ids[name];
    if (wanted === null || wanted === undefined) continue;
    const found = findKey(archive, folder, name);
    if (found === null) faults.push(`缺少${name}.key（编号${wanted}）。`);
    else if (keyIdOf(name, found.bytes) !== wanted)
      faults.push(`${name}的密钥（编号${keyIdOf(name, found.bytes)}）不是这份数据的，应为编号${wanted}。`);
    else if (found.from !== "environment") files.set(`${name}.key`, `${found.bytes.toString("base64")}\n`);
  }
  if (faults.length > 0)
    throw new ArchiveFault(
      [
        "密钥与备份对不上，没有恢复：",
        ...faults.map((fault) => `  ${fault}`),
        "请用--keys指明备份时的DATA_DIR/keys文件夹，或用KEY_SESSION等环境变量给出密钥。没有这些密钥，恢复以后谁也登录不了。",
      ].join("\n"),
    );
  const retired = retiredKeys(archive, folder);
  if (retired !== null) files.set(RETIRED_FILE, retired);
  return { files };
}

/** Public keys of earlier receipts. */
function retiredKeys(archive: Archive, folder: string | null): string | null {
  const entry = `keys/${RETIRED_FILE}`;
  if (archive.entries.has(entry)) return readEntry(archive, entry).toString("utf8");
  const file = folder === null ? null : path.join(folder, RETIRED_FILE);
  return file !== null && existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** Writes the keys into a data folder, for its owner's eyes alone. */
export function writeKeys(dataDir: string, { files }: FittingKeys): void {
  if (files.size === 0) return;
  const folder = keyFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, text] of files) writeFileSync(path.join(folder, name), text, { mode: 0o600, flush: true });
}
