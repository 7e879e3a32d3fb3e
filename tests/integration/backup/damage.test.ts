import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ArchiveFault } from "@/lib/backup/archive-fault";
import { openArchive, readEntry } from "@/lib/backup/read-archive";
import { openWholeArchive } from "@/lib/backup/restore-archive";
import { writeTar } from "@/lib/backup/tar";
import { writeArchive } from "@/lib/backup/write-archive";
import { env } from "@/lib/env";
import { plantOddRows } from "@/tests/factories/odd-rows";
import { withDatabase } from "@/tests/support/database";

withDatabase("sqlite");

let work: string;
let whole: Buffer;
const file = () => path.join(work, "whole.tar");
const damaged = () => path.join(work, "damaged.tar");

beforeAll(async () => {
  work = mkdtempSync(path.join(tmpdir(), "zhijian-damage-"));
  await plantOddRows();
  const { DATABASE: target, DATA_DIR: dataDir } = env();
  await writeArchive({ target, dataDir, file: file(), withKeys: true, product: "0.0.0", now: () => new Date() });
  whole = readFileSync(file());
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** What is said about these bytes; null when they pass for a whole backup. */
async function verdict(bytes: Buffer): Promise<string | null> {
  writeFileSync(damaged(), bytes);
  try {
    await openWholeArchive(damaged());
    return null;
  } catch (error) {
    if (error instanceof ArchiveFault) return error.message;
    throw error;
  }
}

/** Every byte of headers and padding is looked at by its own rule, so places are taken from all over the file. */
function places(count: number): number[] {
  const step = Math.max(1, Math.floor(whole.length / count));
  const spread = Array.from({ length: count }, (_, index) => (index * step + (index % 7)) % whole.length);
  const [{ start = 0, size = 0 } = {}] = openArchive(file()).entries.values();
  const header = Array.from({ length: 512 }, (_, at) => at);
  return [...new Set([...header, start + size, start + size + 1, ...spread, whole.length - 1, whole.length - 1024])];
}

it("the whole one passes", async () => {
  expect(await verdict(whole)).toBeNull();
});

it("one flipped bit, wherever it is, is named in Chinese", async () => {
  const passed: number[] = [];
  for (const at of places(600)) {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at);
    const said = await verdict(bytes);
    if (said === null || !/损坏|不完整|改动|不是指尖课堂的备份|不符/.test(said)) passed.push(at);
  }
  expect(passed).toEqual([]);
});

it("a file that ends too early is named, wherever it ends", async () => {
  for (const length of [0, 1, 511, 512, 5000, ...places(40), whole.length - 1024, whole.length - 1]) {
    expect(await verdict(whole.subarray(0, length)), String(length)).toMatch(/不完整|损坏|不是指尖课堂的备份/);
  }
});

it("more at the end, another kind of file and an empty archive are named", async () => {
  expect(await verdict(Buffer.concat([whole, Buffer.alloc(512)]))).toMatch(/结尾多出/);
  expect(await verdict(Buffer.from("SQLite format 3\0".padEnd(2048, "x")))).toMatch(/不是指尖课堂的备份文件/);
  expect(await verdict(Buffer.alloc(1024))).toMatch(/没有清单/);
});

/** The archive again, with its entries changed as a person with tar would. */
async function repacked(change: (names: string[]) => string[]): Promise<string | null> {
  const archive = openArchive(file());
  const odd = path.join(work, "odd.tar");
  rmSync(odd, { force: true });
  const from = (name: string) => (archive.entries.has(name) ? readEntry(archive, name) : Buffer.from("?"));
  const entries = change([...archive.entries.keys()]).map((name) => ({ name, from: from(name) }));
  await writeTar(odd, entries, new Date());
  return verdict(readFileSync(odd));
}

it("an entry that is missing, added, doubled or exchanged is named", async () => {
  const without = (gone: string) => (names: string[]) => names.filter((name) => name !== gone);
  expect(await repacked((names) => names)).toBeNull();
  expect(await repacked(without("tables/member.jsonl.gz"))).toBe("备份不完整：清单里的tables/member.jsonl.gz不见了。");
  expect(await repacked(without("keys/contacts.key"))).toBe("备份不完整：清单里的keys/contacts.key不见了。");
  expect(await repacked(without("manifest.sha256"))).toMatch(/manifest.sha256/);
  expect(await repacked(without("manifest.json"))).toMatch(/没有清单/);
  expect(await repacked(([first = "", ...rest]) => [first, "tables/more.jsonl.gz", ...rest])).toBe(
    "备份被改动：tables/more.jsonl.gz不在清单里。",
  );
  expect(await repacked(([first = "", ...rest]) => [first, "keys/lookup.key", ...rest])).toMatch(/重名/);
});
