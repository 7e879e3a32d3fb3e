import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PrismaClient } from "@/generated/sqlite/client";
import { closeDb, db, inTransaction, rawSqlite, type RawSqlite } from "@/lib/db";
import { ownDatabase, withDatabase, type OwnDatabase } from "../../support/database";

/** One-time signals to bring two requests into a fixed order without looking at a clock. */
function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

/** Lets everything run that does not wait for anything: enough for the stock adapter to finish a write. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const setting = (key: string, value = "") => ({ data: { key, value } });

/** A transaction rolls back while another request writes, and acknowledges, one plain row. */
async function writeBesideARollback(client: PrismaClient): Promise<{ seenMeanwhile: number; keptRow: boolean }> {
  const opened = signal();
  const mayEnd = signal();
  const transaction = client.$transaction(async (tx) => {
    await tx.setting.create(setting("inside"));
    opened.give();
    await mayEnd.given;
    throw new Error("roll back");
  });
  const ended = expect(transaction).rejects.toThrow("roll back");
  await opened.given;
  const write = client.setting.create(setting("beside"));
  const acknowledged = write.then(() => undefined);
  await settle();
  const seenMeanwhile = await client.setting.count();
  mayEnd.give();
  await ended;
  await acknowledged;
  return { seenMeanwhile, keptRow: (await client.setting.findUnique({ where: { key: "beside" } })) !== null };
}

describe("the stock adapter", () => {
  let own: OwnDatabase;
  beforeEach(async () => {
    own = await ownDatabase("sqlite");
  });
  afterEach(() => own.remove());

  it("loses an acknowledged row that was written beside a transaction that rolls back", async () => {
    const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: own.url }) });
    expect(await writeBesideARollback(client)).toEqual({ seenMeanwhile: 2, keptRow: false });
    await client.$disconnect();
  });
});

describe("our adapter", () => {
  withDatabase("sqlite");

  async function open(): Promise<RawSqlite> {
    const raw = await rawSqlite();
    if (!raw) throw new Error("not on SQLite");
    return raw;
  }

  beforeEach(async () => {
    await db().setting.deleteMany();
  });

  it("keeps that row and shows nobody what is not committed", async () => {
    expect(await writeBesideARollback(db())).toEqual({ seenMeanwhile: 0, keptRow: true });
  });

  it("shows every acknowledged write to the next read", async () => {
    for (let index = 0; index < 50; index += 1) {
      await db().setting.create(setting(`s${index}`));
      expect(await db().setting.count()).toBe(index + 1);
    }
    await inTransaction((tx) => tx.setting.create(setting("last")));
    expect(await db().setting.findUnique({ where: { key: "last" } })).not.toBeNull();
  });

  it("syncs every commit to the disk, also after a load of concurrent writes and transactions", async () => {
    const work = Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0
        ? db().setting.create(setting(`w${index}`))
        : inTransaction((tx) => tx.setting.create(setting(`w${index}`))),
    );
    await Promise.all(work);
    const { writer, reader } = await open();
    expect(writer.pragma("synchronous", { simple: true })).toBe(2n);
    expect(await db().$queryRawUnsafe("PRAGMA synchronous")).toEqual([{ synchronous: 2n }]);
    expect(writer.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(writer.pragma("foreign_keys", { simple: true })).toBe(1n);
    expect(writer.pragma("busy_timeout", { simple: true })).toBe(5000n);
    expect(reader.pragma("query_only", { simple: true })).toBe(1n);
    expect(await db().setting.count()).toBe(100);
  });

  it("enforces foreign keys", async () => {
    const data = { memberId: "nobody", branchId: "nowhere", since: "2026-01-01" };
    await expect(db().membership.create({ data })).rejects.toMatchObject({ code: "P2003" });
  });

  it("has a reader that cannot write, and finds the writes among statements that look like reads", async () => {
    const { reader } = await open();
    expect(() => reader.prepare("INSERT INTO setting VALUES ('a', 'b')").run()).toThrow(/readonly|query_only/);
    await db().$executeRawUnsafe(`WITH n(x) AS (VALUES ('c')) INSERT INTO setting SELECT x, 'raw' FROM n`);
    await db().$queryRawUnsafe(`WITH n(x) AS (VALUES ('d')) INSERT INTO setting SELECT x, 'raw' FROM n RETURNING key`);
    await db().$queryRawUnsafe(`INSERT INTO setting VALUES ('e', 'raw') RETURNING key`);
    const rows = await db().$queryRawUnsafe(`WITH s AS (SELECT key FROM setting) SELECT key FROM s ORDER BY key`);
    expect(rows).toEqual([{ key: "c" }, { key: "d" }, { key: "e" }]);
  });

  it("lets prepared SQL wait for an open transaction, and the next transaction for it", async () => {
    const { withWriter, prepareWrite, prepareRead } = await open();
    const opened = signal();
    const mayEnd = signal();
    const order: string[] = [];
    const first = inTransaction(async (tx) => {
      await tx.setting.create(setting("counter", "1"));
      opened.give();
      await mayEnd.given;
      order.push("prisma");
    });
    await opened.given;
    const second = withWriter(() => {
      order.push("prepared");
      return prepareWrite("UPDATE setting SET value = value + 1 WHERE key = ?").run("counter").changes;
    });
    const third = inTransaction(async (tx) => {
      order.push("prisma again");
      await tx.setting.update({ where: { key: "counter" }, data: { value: "9" } });
    });
    await settle();
    expect(order).toEqual([]);
    mayEnd.give();
    expect(await second).toBe(1);
    await Promise.all([first, third]);
    expect(order).toEqual(["prisma", "prepared", "prisma again"]);
    expect(prepareRead("SELECT value FROM setting").all()).toEqual([{ value: "9" }]);
  });

  it("rolls prepared SQL back when it throws or tries to wait", async () => {
    const { withWriter, prepareWrite, prepareRead } = await open();
    const insert = (key: string) => prepareWrite("INSERT INTO setting VALUES (?, '')").run(key);
    await expect(
      withWriter(() => {
        insert("a");
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await expect(withWriter(() => Promise.resolve(insert("b")))).rejects.toThrow(/promise/i);
    await withWriter(() => insert("c"));
    expect(prepareRead("SELECT key FROM setting").all()).toEqual([{ key: "c" }]);
  });

  it("gives integers of prepared statements as numbers", async () => {
    expect((await open()).prepareRead("SELECT count(*) AS n FROM setting").get()).toEqual({ n: 0 });
  });

  it("gives the lock back when a transaction cannot begin or commit", async () => {
    const { writer } = await open();
    writer.pragma("busy_timeout = 0");
    const other = new Database(writer.name);
    other.exec("BEGIN IMMEDIATE");
    await expect(inTransaction((tx) => tx.setting.create(setting("a")), { tries: 1 })).rejects.toMatchObject({
      code: "P1008",
    });
    other.exec("ROLLBACK");
    other.close();
    writer.pragma("busy_timeout = 5000");

    const deferred = inTransaction(async (tx) => {
      await tx.$executeRawUnsafe("PRAGMA defer_foreign_keys = ON");
      await tx.membership.create({ data: { memberId: "nobody", branchId: "nowhere", since: "2026-01-01" } });
    });
    await expect(deferred).rejects.toThrow();
    expect(writer.inTransaction).toBe(false);
    await db().setting.create(setting("after"));
    expect(await db().setting.count()).toBe(1);
    expect(await db().membership.count()).toBe(0);
  });

  it("commits nothing after SQLite itself has ended the transaction", async () => {
    const broken = inTransaction(async (tx) => {
      await tx.setting.create(setting("before"));
      await tx.$executeRawUnsafe("ROLLBACK");
      await tx.setting.create(setting("behind"));
    });
    await expect(broken).rejects.toThrow();
    expect(await db().setting.count()).toBe(0);
    await db().setting.create(setting("next"));
  });

  it("ends a transaction that takes too long, does not repeat it, and goes on", async () => {
    let runs = 0;
    const late = inTransaction(
      async (tx) => {
        runs += 1;
        await tx.setting.create(setting("slow"));
        await new Promise((resolve) => setTimeout(resolve, 400));
        await tx.setting.create(setting("slower"));
      },
      { timeout: 100 },
    );
    await expect(late).rejects.toMatchObject({ code: "P2028" });
    expect(runs).toBe(1);
    expect(await db().setting.count()).toBe(0);
    await db().setting.create(setting("next"));
  });

  it("opens again after it was closed", async () => {
    await db().setting.create(setting("kept"));
    const before = await open();
    await closeDb();
    expect(before.writer.open).toBe(false);
    expect(before.reader.open).toBe(false);
    expect(await db().setting.count()).toBe(1);
    expect((await open()).writer.pragma("synchronous", { simple: true })).toBe(2n);
  });
});
