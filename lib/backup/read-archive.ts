import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";
import { ArchiveFault } from "./archive-fault";
import type { LogicalValue } from "./columns";
import { sha256OfFile } from "./file-digest";
import { MANIFEST, MANIFEST_DIGEST, manifestSchema, tableEntry, type Manifest, type TableRecord } from "./manifest";
import { countingLines, differencesBetween, type Counted } from "./source";
import { readTarIndex, type TarEntry } from "./tar";

/** An archive whose manifest is whole and lists exactly the entries that are there. Contents are not read yet. */
export interface Archive {
  file: string;
  manifest: Manifest;
  entries: ReadonlyMap<string, TarEntry>;
}

/** A small entry as bytes. */
export function readEntry({ file, entries }: Pick<Archive, "file" | "entries">, name: string): Buffer {
  const entry = entries.get(name);
  if (entry === undefined) throw new ArchiveFault(`备份里少了${name}。`);
  const bytes = Buffer.alloc(entry.size);
  const handle = openSync(file, "r");
  try {
    readSync(handle, bytes, 0, entry.size, entry.start);
  } finally {
    closeSync(handle);
  }
  return bytes;
}

function parseManifest(bytes: Buffer): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(bytes.toString("utf8")));
  } catch (error) {
    throw new ArchiveFault("备份的清单不是本版本认得的形式：也许是更新的版本做的，请用那个版本恢复。", {
      cause: error,
    });
  }
}

function refuseOthers({ entries: listed, tables }: Manifest, entries: ReadonlyMap<string, TarEntry>): void {
  const names = new Set([MANIFEST, MANIFEST_DIGEST, ...listed.map(({ name }) => name)]);
  const missing = [...listed.map(({ name }) => name), ...tables.map(({ name }) => tableEntry(name))];
  for (const name of missing) if (!entries.has(name)) throw new ArchiveFault(`备份不完整：清单里的${name}不见了。`);
  for (const name of entries.keys()) if (!names.has(name)) throw new ArchiveFault(`备份被改动：${name}不在清单里。`);
}

/** Opens an archive. Throws an ArchiveFault when it is no backup, is cut off, or its list and its entries disagree. */
export function openArchive(file: string): Archive {
  const index = readTarIndex(file);
  const entries = new Map(index.map((entry) => [entry.name, entry]));
  if (index[0]?.name !== MANIFEST) throw new ArchiveFault("这不是指尖课堂的备份文件：开头没有清单。");
  if (index.at(-1)?.name !== MANIFEST_DIGEST)
    throw new ArchiveFault("备份不完整：结尾的校验（manifest.sha256）不见了。");
  if (entries.size !== index.length) throw new ArchiveFault("备份被改动：有重名的条目。");
  const bytes = readEntry({ file, entries }, MANIFEST);
  const digest = createHash("sha256").update(bytes).digest("hex");
  if (readEntry({ file, entries }, MANIFEST_DIGEST).toString("utf8") !== `${digest}  ${MANIFEST}\n`)
    throw new ArchiveFault("备份已损坏：清单（manifest.json）或它的校验被改动。");
  const manifest = parseManifest(bytes);
  refuseOthers(manifest, entries);
  return { file, manifest, entries };
}

/** True for a file that opens as a backup. */
export function isBackup(file: string): boolean {
  try {
    openArchive(file);
    return true;
  } catch {
    return false;
  }
}

/** Lines as they were written: only a line feed ends one (readline would also split at U+2028, which a text may hold). */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") throw new ArchiveFault("最后一行不完整。");
}

/** The rows of a table as they stand in the archive. */
export async function* archivedRows(archive: Archive, table: string): AsyncGenerator<LogicalValue[]> {
  const entry = archive.entries.get(tableEntry(table));
  if (entry === undefined) throw new ArchiveFault(`备份里少了表${table}。`);
  const bytes = createReadStream(archive.file, { start: entry.start, end: entry.start + entry.size - 1 });
  const gunzip = createGunzip();
  bytes.once("error", (error) => gunzip.destroy(error)).pipe(gunzip);
  for await (const line of linesOf(gunzip)) yield JSON.parse(line) as LogicalValue[];
}

async function countArchive(archive: Archive): Promise<Map<string, Counted>> {
  const found = new Map<string, Counted>();
  for (const { name } of archive.manifest.tables) {
    const counting = countingLines();
    for await (const row of archivedRows(archive, name)) counting.line(row);
    found.set(name, counting.end());
  }
  return found;
}

/** Reads every byte: what differs from the manifest, in Chinese; empty when the archive is as it was written. */
export async function archiveFaults(archive: Archive): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, bytes, sha256 } of archive.manifest.entries) {
    const entry = archive.entries.get(name);
    if (entry === undefined || entry.size !== bytes) faults.push(`${name}的大小与清单不符。`);
    else if ((await sha256OfFile(archive.file, entry)) !== sha256)
      faults.push(`${name}已损坏：内容与清单里的校验不符。`);
  }
  if (faults.length > 0) return faults;
  const records: readonly TableRecord[] = archive.manifest.tables;
  return differencesBetween(records, await countArchive(archive));
}
