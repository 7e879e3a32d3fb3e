import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { restoreArchive } from "@/lib/backup/restore-archive";
import { writeArchive } from "@/lib/backup/write-archive";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { keyFolder, loadKeys } from "@/lib/keys";
import { plantOddRows } from "@/tests/factories/odd-rows";
import { emptyDatabase, withDatabase, type OwnDatabase } from "@/tests/support/database";

/** A restore is all or nothing: whatever it refuses, folder and database are as they were. */
withDatabase("sqlite");

let work: string;
let own: OwnDatabase;
const good = () => path.join(work, "good.tar");
const orphaned = () => path.join(work, "orphaned.tar");
const folder = () => path.join(work, "new");

async function tables(): Promise<string[]> {
  const client = new pg.Client({ connectionString: own.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  await client.end();
  return rows.map(({ name }) => name);
}

async function archive(file: string, withKeys: boolean): Promise<void> {
  const { DATABASE: target, DATA_DIR: dataDir } = env();
  await writeArchive({ target, dataDir, file, withKeys, product: "0.0.0", now: () => new Date() });
}

beforeAll(async () => {
  work = mkdtempSync(path.join(tmpdir(), "zhijian-refusals-"));
  await plantOddRows();
  await archive(good(), false);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));
beforeEach(async () => {
  own = await emptyDatabase("postgresql");
});
afterEach(async () => {
  await own.remove();
  rmSync(folder(), { recursive: true, force: true });
});

const restore = (over: Partial<Parameters<typeof restoreArchive>[0]>) =>
  restoreArchive({
    ...{ file: good(), dataDir: folder(), postgresql: null, keys: keyFolder(env().DATA_DIR) },
    ...over,
  });

it("a folder that holds anything", async () => {
  mkdirSync(folder());
  writeFileSync(path.join(folder(), "notes.txt"), "mine");
  await expect(restore({})).rejects.toThrow(/不是空的（有notes.txt）.*没有改动/);
  expect(readdirSync(folder())).toEqual(["notes.txt"]);
  rmSync(path.join(folder(), "notes.txt"));
  await restore({});
  expect(readdirSync(folder()).sort()).toEqual(["keys", "zhijian.db"]);
});

it("a PostgreSQL database with a table", async () => {
  const client = new pg.Client({ connectionString: own.url });
  await client.connect();
  await client.query("CREATE TABLE mine (x INTEGER)");
  await client.end();
  await expect(restore({ postgresql: own.url })).rejects.toThrow(/不是空的（有表mine）.*没有改动/);
  expect(await tables()).toEqual(["mine"]);
  expect(existsSync(folder())).toBe(false);
});

it("no keys, keys of another installation, and one key among them that is another", async () => {
  await expect(restore({ keys: null })).rejects.toThrow(/缺少session.key（编号[0-9a-f]{16}）/);
  const other = path.join(work, "other");
  loadKeys(other);
  await expect(restore({ keys: keyFolder(other) })).rejects.toThrow(/contacts的密钥（编号.*不是这份数据的/);
  cpSync(keyFolder(env().DATA_DIR), keyFolder(other), { recursive: true });
  rmSync(path.join(keyFolder(other), "lookup.key"));
  await expect(restore({ keys: keyFolder(other) })).rejects.toThrow(/缺少lookup.key/);
  expect(existsSync(folder())).toBe(false);
});

it("rows that point nowhere: nothing is left in PostgreSQL or in the folder", async () => {
  const { DATABASE: target, DATA_DIR: dataDir } = env();
  if (target.engine !== "sqlite") throw new Error("SQLite alone");
  // A backup of such rows is refused, so one is made from PostgreSQL without its constraint.
  await restore({ postgresql: own.url });
  rmSync(folder(), { recursive: true });
  const client = new pg.Client({ connectionString: own.url });
  await client.connect();
  await client.query("ALTER TABLE attempt DROP CONSTRAINT attempt_quiz_id_fkey");
  await client.query("UPDATE attempt SET quiz_id = 'nowhere'");
  await client.end();
  await writeArchive({
    ...{ target: { engine: "postgresql", url: own.url }, dataDir, file: orphaned(), withKeys: false },
    ...{ product: "0.0.0", now: () => new Date() },
  });
  await own.remove();
  own = await emptyDatabase("postgresql");
  await expect(restore({ file: orphaned(), postgresql: own.url })).rejects.toThrow(/表attempt里有不存在的引用/);
  expect(await tables()).toEqual([]);
  await expect(restore({ file: orphaned() })).rejects.toThrow(/表attempt里有quiz中不存在的引用/);
  expect(existsSync(folder())).toBe(false);
  expect(readdirSync(work).filter((name) => name.startsWith("."))).toEqual([]);
});

it("a SQLite database whose rows point nowhere is not backed up", async () => {
  const { id } = await db().attempt.findFirstOrThrow();
  await db().$executeRawUnsafe("PRAGMA foreign_keys = OFF");
  await db().$executeRawUnsafe(`UPDATE attempt SET quiz_id = 'nowhere' WHERE id = '${id}'`);
  await expect(archive(path.join(work, "never.tar"), false)).rejects.toThrow(/数据库本身有损坏.*\n.*表attempt/);
  expect(readdirSync(work).filter((name) => name.startsWith("never") || name.startsWith("."))).toEqual([]);
});

it("a place that cannot be written leaves nothing behind", async () => {
  const closed = path.join(work, "closed");
  mkdirSync(closed);
  chmodSync(closed, 0o500);
  // root may write everywhere, but not below a file.
  writeFileSync(path.join(work, "file"), "");
  await expect(restore({ dataDir: path.join(work, "file", "new") })).rejects.toThrow();
  expect(existsSync(folder())).toBe(false);
});
