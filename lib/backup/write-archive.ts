import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { rename, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { existingKeyIds, KEY_NAMES, keyFolder, keyOfEnvironment, keyOfFolder, RETIRED_FILE } from "../keys";
import type { DatabaseTarget } from "../env";
import { sha256OfFile } from "./file-digest";
import { FORMAT, MANIFEST, MANIFEST_DIGEST, tableEntry, type Manifest, type TableRecord } from "./manifest";
import { withSource } from "./open-source";
import { countingLines, type Source } from "./source";
import type { Table } from "./columns";
import { writeTar, type NewEntry } from "./tar";

/** Small files of DATA_DIR that belong to an installation beside database and keys. */
const COMPANIONS = ["empty-zone", "demo-accounts.txt"];

export interface BackupInput {
  target: DatabaseTarget;
  dataDir: string;
  /** The archive to make; its folder is made when missing. */
  file: string;
  /** Puts the secret keys inside: whoever has the file then has everything. */
  withKeys: boolean;
  /** Version of the program. */
  product: string;
  now: () => Date;
}

/** Lines are joined into pieces of this size before they are compressed. */
const PIECE = 64 * 1024;

async function* pieces(source: Source, table: Table, line: (row: never[]) => string): AsyncGenerator<string> {
  let piece = "";
  for await (const row of source.rows(table)) {
    piece += line(row as never[]);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** Writes one table as compressed lines and says what it wrote. */
async function writeTable(source: Source, table: Table, file: string): Promise<TableRecord> {
  const counting = countingLines();
  await pipeline(
    Readable.from(pieces(source, table, counting.line)),
    createGzip({ level: 6 }),
    createWriteStream(file, { mode: 0o600 }),
  );
  return { ...table, ...counting.end() };
}

/** Public keys of earlier receipts are no secret and always come along. */
function keyEntries(dataDir: string, withKeys: boolean): NewEntry[] {
  const folder = keyFolder(dataDir);
  const retired = path.join(folder, RETIRED_FILE);
  const entries: NewEntry[] = existsSync(retired) ? [{ name: `keys/${RETIRED_FILE}`, from: retired }] : [];
  if (!withKeys) return entries;
  for (const name of KEY_NAMES) {
    const bytes = keyOfEnvironment(name) ?? keyOfFolder(folder, name);
    if (bytes) entries.push({ name: `keys/${name}.key`, from: Buffer.from(`${bytes.toString("base64")}\n`) });
  }
  return entries;
}

async function recordOf({ name, from }: NewEntry): Promise<Manifest["entries"][number]> {
  if (typeof from === "string") return { name, bytes: (await stat(from)).size, sha256: await sha256OfFile(from) };
  return { name, bytes: from.length, sha256: createHash("sha256").update(from).digest("hex") };
}

async function assemble(input: BackupInput, work: string): Promise<Manifest> {
  const { target, dataDir, withKeys, product, now } = input;
  const takenAt = now().toISOString();
  const { migrations, tables } = await withSource(
    target,
    async (source) => {
      const records: TableRecord[] = [];
      for (const table of source.tables)
        records.push(await writeTable(source, table, path.join(work, `${table.name}.jsonl.gz`)));
      return { migrations: source.migrations, tables: records };
    },
    { workFolder: work },
  );
  const companions = COMPANIONS.map((name) => ({ name: `files/${name}`, from: path.join(dataDir, name) }));
  const entries: NewEntry[] = [
    ...tables.map(({ name }) => ({ name: tableEntry(name), from: path.join(work, `${name}.jsonl.gz`) })),
    ...keyEntries(dataDir, withKeys),
    ...companions.filter(({ from }) => existsSync(from)).map(({ name, from }) => ({ name, from: readFileSync(from) })),
  ];
  const ids = existingKeyIds(dataDir);
  const manifest: Manifest = {
    ...{ format: FORMAT, version: 1, product, engine: target.engine },
    ...{ takenAt, finishedAt: now().toISOString(), migrations, tables },
    keys: { included: withKeys && KEY_NAMES.every((name) => ids[name] !== null), ids },
    entries: await Promise.all(entries.map(recordOf)),
  };
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  const digest = createHash("sha256").update(text).digest("hex");
  const all: NewEntry[] = [
    { name: MANIFEST, from: text },
    ...entries,
    { name: MANIFEST_DIGEST, from: Buffer.from(`${digest}  ${MANIFEST}\n`) },
  ];
  await writeTar(path.join(work, "archive"), all, now());
  return manifest;
}

/**
 * Writes one archive of a database and what belongs to it, beside running servers. The file appears whole, readable by
 * its owner alone, or not at all. Answers what is inside.
 */
export async function writeArchive(input: BackupInput): Promise<Manifest> {
  const folder = path.dirname(input.file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const work = mkdtempSync(path.join(folder, ".unfinished-"));
  try {
    const manifest = await assemble(input, work);
    await rename(path.join(work, "archive"), input.file);
    return manifest;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
