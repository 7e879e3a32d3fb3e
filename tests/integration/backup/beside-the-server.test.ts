import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { archivedRows, openArchive } from "@/lib/backup/read-archive";
import { dailyFile, keepDays, newestBackup, setAside } from "@/lib/backup/retention";
import { copySqlite } from "@/lib/backup/sqlite-source";
import { writeArchive } from "@/lib/backup/write-archive";
import { db, inTransaction } from "@/lib/db";
import { env } from "@/lib/env";
import { describeOnBothEngines } from "@/tests/support/database";

/** Many rows, so that a copy takes a while; two counters in different tables that every transaction raises together. */
const FILLING = 20_000;

async function raiseBoth(): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await tx.setting.findUniqueOrThrow({ where: { key: "zz-left" } });
    const value = String(Number(row.value) + 1);
    await tx.setting.update({ where: { key: "zz-left" }, data: { value } });
    await tx.jobLease.update({ where: { name: "aa-right" }, data: { holder: value } });
  });
}

/** Writes as fast as it can until told to stop; answers how often it was acknowledged. */
function writing(): { stop: () => Promise<number> } {
  let isOn = true;
  const loop = (async () => {
    let count = 0;
    while (isOn) {
      await raiseBoth();
      count += 1;
      // SQLite answers without a turn of the event loop: the backup in this same process needs one.
      await new Promise((turn) => setImmediate(turn));
    }
    return count;
  })();
  return {
    stop: () => {
      isOn = false;
      return loop;
    },
  };
}

describeOnBothEngines("a backup beside a server that writes", (engine) => {
  let work: string;
  beforeAll(async () => {
    work = mkdtempSync(path.join(tmpdir(), "zhijian-beside-"));
    await db().setting.createMany({
      data: Array.from({ length: FILLING }, (_, at) => ({ key: `filling-${at}`, value: `${at}`.repeat(40) })),
    });
    await db().setting.create({ data: { key: "zz-left", value: "0" } });
    await db().jobLease.create({ data: { name: "aa-right", holder: "0", until: new Date() } });
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it("shows one instant, while everything that was acknowledged meanwhile stays", async () => {
    const { DATABASE: target, DATA_DIR: dataDir } = env();
    const file = path.join(work, "busy.tar");
    await raiseBoth();
    const server = writing();
    await writeArchive({ target, dataDir, file, withKeys: false, product: "0.0.0", now: () => new Date() });
    const acknowledged = (await server.stop()) + 1;
    const archive = openArchive(file);
    const valueOf = async (table: string, name: string): Promise<string> => {
      const columns =
        archive.manifest.tables.find((each) => each.name === table)?.columns.map((each) => each.name) ?? [];
      for await (const row of archivedRows(archive, table)) {
        const at = columns.indexOf(table === "setting" ? "value" : "holder");
        if (row[columns.indexOf(table === "setting" ? "key" : "name")] === name) return String(row[at]);
      }
      throw new Error(`no ${name}`);
    };
    const left = await valueOf("setting", "zz-left");
    expect(await valueOf("job_lease", "aa-right")).toBe(left);
    expect(Number(left)).toBeGreaterThan(0);
    expect(Number(left)).toBeLessThan(acknowledged);
    expect((await db().setting.findUniqueOrThrow({ where: { key: "zz-left" } })).value).toBe(String(acknowledged));
  });

  it.runIf(engine === "sqlite")("is copied in small steps that commits in between never send back", async () => {
    const { DATABASE: target } = env();
    if (target.engine !== "sqlite") throw new Error("SQLite alone");
    const left: number[] = [];
    const server = new Database(target.file, { timeout: 5000 });
    const commit = server.prepare("UPDATE setting SET value = value || 'x' WHERE key = 'filling-0'");
    await copySqlite(target.file, path.join(work, "copy.db"), (pagesLeft) => {
      left.push(pagesLeft);
      commit.run();
    });
    server.close();
    expect(left.length).toBeGreaterThan(3);
    expect(left).toEqual([...left].sort((one, other) => other - one));
    expect(new Set(left).size).toBe(left.length);
  });

  it("has a name of its day, and only backups of earlier days are removed", async () => {
    const { DATABASE: target, DATA_DIR: dataDir } = env();
    const folder = path.join(work, "daily");
    const one = path.join(work, "one.tar");
    await writeArchive({ target, dataDir, file: one, withKeys: false, product: "0.0.0", now: () => new Date() });
    expect(dailyFile(folder, "2026-11-20")).toBe(path.join(folder, "zhijian-2026-11-20.tar"));
    for (const day of ["18", "19", "20", "20", "21", "22"]) cpSync(one, dailyFile(folder, `2026-11-${day}`));
    const mine = ["zhijian-2026-11-01.tar", "zhijian-2026-11-02.tar.old", "notes.txt", "before-migration-1.tar"];
    for (const name of mine) writeFileSync(path.join(folder, name), "not a backup of ours");
    cpSync(one, path.join(folder, "by-hand.tar"));
    expect(keepDays(folder, 3)).toEqual(["zhijian-2026-11-18.tar", "zhijian-2026-11-19.tar"]);
    expect(keepDays(folder, 3)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(
      [
        ...mine,
        "by-hand.tar",
        "zhijian-2026-11-20-2.tar",
        "zhijian-2026-11-20.tar",
        "zhijian-2026-11-21.tar",
        "zhijian-2026-11-22.tar",
      ].sort(),
    );
  });

  it("is the newest that opens as long as it was not set aside", async () => {
    const { DATABASE: target, DATA_DIR: dataDir } = env();
    const folder = path.join(work, "newest");
    expect(newestBackup(folder)).toEqual({ day: null });
    const file = dailyFile(folder, "2026-11-20");
    await writeArchive({ target, dataDir, file, withKeys: false, product: "0.0.0", now: () => new Date() });
    cpSync(file, dailyFile(folder, "2026-11-21"));
    writeFileSync(path.join(folder, "zhijian-2026-11-22.tar"), "not a backup");
    expect(newestBackup(folder)).toEqual({ day: "2026-11-21" });
    setAside(path.join(folder, "zhijian-2026-11-21.tar"));
    expect(newestBackup(folder)).toEqual({ day: "2026-11-20" });
    expect(readdirSync(folder)).toContain("zhijian-2026-11-21.tar.broken");
    expect(newestBackup(file)).toEqual({ fault: "ENOTDIR" });
  });
});
