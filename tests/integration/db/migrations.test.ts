import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/db";
import { makeMigration } from "@/lib/db/make-migration";
import { archivedRows, openArchive } from "@/lib/backup/read-archive";
import { restoreArchive } from "@/lib/backup/restore-archive";
import { applyMigrations } from "@/lib/db/migrate";
import { pendingMigrations } from "@/lib/db/migration-state";
import { databaseDifference } from "@/lib/db/schema-engine";
import { ENGINES, migrationNames, schemaFiles } from "@/lib/db/schema-files";
import { databaseTarget } from "@/lib/env";
import { emptyDatabase, ownDatabase, type OwnDatabase } from "../../support/database";

const target = (url: string) => databaseTarget(url, tmpdir());

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const aim = target(url);
  if (aim.engine === "sqlite") {
    const handle = new Database(aim.file);
    const statement = handle.prepare<[], Record<string, unknown>>(sql);
    const rows = statement.reader ? statement.all() : [];
    if (!statement.reader) statement.run();
    handle.close();
    return rows;
  }
  const client = new pg.Client({ connectionString: aim.url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

/** A copy of prisma/ with one more migration than the product has. */
function folderWithBrokenMigration(work: string, engine: Engine): string {
  const folder = path.join(work, "migrations");
  cpSync("prisma/migrations", folder, { recursive: true });
  mkdirSync(path.join(folder, engine, "99990101000000_broken"));
  writeFileSync(
    path.join(folder, engine, "99990101000000_broken", "migration.sql"),
    "CREATE TABLE ok (x INTEGER);\nALTER TABLE nowhere ADD COLUMN x INTEGER;\n",
  );
  return folder;
}

describe.each(ENGINES)("migrations (%s)", (engine) => {
  let own: OwnDatabase;
  let work: string;
  let snapshots: string;

  beforeEach(async () => {
    work = mkdtempSync(path.join(tmpdir(), "zhijian-migrations-"));
    snapshots = path.join(work, "snapshots");
    own = await emptyDatabase(engine);
  });
  afterEach(async () => {
    await own.remove();
    rmSync(work, { recursive: true, force: true });
  });

  it("lead to exactly the schema, and a planted column is noticed", async () => {
    const schema = schemaFiles("prisma/schema", engine);
    await applyMigrations({ url: own.url, snapshots });
    expect(await databaseDifference(target(own.url), schema)).toBeNull();
    await query(own.url, "ALTER TABLE member ADD COLUMN planted TEXT");
    expect(await databaseDifference(target(own.url), schema)).toMatch(/(DROP TABLE "member"|DROP COLUMN "planted")/);
  });

  it("stand on the same snapshot as the schema: no change waits for a migration", async () => {
    expect(schemaFiles("prisma/migrations/snapshot", engine)).toEqual(schemaFiles("prisma/schema", engine));
  });

  it("are applied once and reported as pending until then", async () => {
    const names = migrationNames(engine);
    expect(await pendingMigrations(target(own.url))).toEqual(names);
    expect(await applyMigrations({ url: own.url, snapshots })).toEqual({ engine, applied: names, snapshot: null });
    expect(await pendingMigrations(target(own.url))).toEqual([]);
    expect(await applyMigrations({ url: own.url, snapshots })).toEqual({ engine, applied: [], snapshot: null });
    expect(existsSync(snapshots)).toBe(false);
  });

  it("are applied by one of several processes that start together", async () => {
    const environment = { ...process.env, DATABASE_URL: own.url, DATA_DIR: work };
    const run = () =>
      promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/migrate.ts"], { env: environment });
    const outputs = (await Promise.all([run(), run(), run()])).map(({ stdout }) => stdout);
    expect(outputs.filter((output) => /已应用\d+项迁移/.test(output))).toHaveLength(1);
    expect(outputs.filter((output) => output.includes("已是最新"))).toHaveLength(2);
    const rows = await query(own.url, "SELECT migration_name FROM _prisma_migrations");
    expect(rows).toHaveLength(migrationNames(engine).length);
  });

  it("stop at a broken one, say so and name the backup made before", async () => {
    await applyMigrations({ url: own.url, snapshots });
    await query(own.url, "INSERT INTO setting VALUES ('round', '0')");
    const folder = folderWithBrokenMigration(work, engine);
    const failure = applyMigrations({ url: own.url, snapshots, folder });
    await expect(failure).rejects.toThrow(/升级前的备份在.*before-migration-.*npm run restore/);
    expect(await pendingMigrations(target(own.url), folder)).toEqual(["99990101000000_broken"]);
  });

  it("are made for both engines from a change of the schema", async () => {
    const folder = path.join(work, "prisma");
    cpSync("prisma", folder, { recursive: true });
    writeFileSync(path.join(folder, "schema/film.prisma"), "model Film {\n  id Int @id\n  title String\n}\n");
    const made = await makeMigration({ name: "add-film", now: new Date("2099-12-31T23:59:58Z"), folder });
    expect(made?.directory).toBe("20991231235958_add-film");
    expect(made?.destructive).toEqual([]);
    const applied = await applyMigrations({ url: own.url, snapshots, folder: path.join(folder, "migrations") });
    expect(applied.applied.at(-1)).toBe("20991231235958_add-film");
    await query(own.url, `INSERT INTO "Film" (id, title) VALUES (1, '建党伟业')`);
    expect(await databaseDifference(target(own.url), schemaFiles(path.join(folder, "schema"), engine))).toBeNull();

    expect(await makeMigration({ name: "nothing", now: new Date(), folder })).toBeNull();
    rmSync(path.join(folder, "schema/film.prisma"));
    const dropped = await makeMigration({ name: "drop-film", now: new Date("2100-01-01T00:00:00Z"), folder });
    expect(dropped?.destructive).toEqual(
      [`DROP TABLE "Film";`, `DROP TABLE "Film";`].slice(0, dropped?.destructive.length),
    );
    expect(dropped?.destructive.length).toBeGreaterThan(0);
  });
});

describe("the name of a migration", () => {
  it.each(["", "Add", "../x", "a b", "影片"])("cannot be %j", async (name) => {
    await expect(makeMigration({ name, now: new Date() })).rejects.toThrow(/名称只能用/);
  });
});

describe.each(ENGINES)("the backup before a migration (%s)", (engine) => {
  let own: OwnDatabase;
  let work: string;
  beforeEach(async () => {
    work = mkdtempSync(path.join(tmpdir(), "zhijian-snapshots-"));
    own = await ownDatabase(engine);
  });
  afterEach(async () => {
    await own.remove();
    rmSync(work, { recursive: true, force: true });
  });

  it("is the way back to the data as they were, for the owner's eyes alone; five stay", async () => {
    const snapshots = path.join(work, "backups");
    const folder = path.join(work, "migrations");
    cpSync("prisma/migrations", folder, { recursive: true });
    await query(own.url, "INSERT INTO setting VALUES ('round', '0')");
    for (let round = 1; round <= 7; round += 1) {
      // For both engines: whatever it was made of, the backup goes back into a SQLite file here.
      for (const each of ENGINES) {
        const directory = path.join(folder, each, `9999010100000${round}_round`);
        mkdirSync(directory);
        writeFileSync(path.join(directory, "migration.sql"), `UPDATE setting SET value = '${round}';\n`);
      }
      const { snapshot } = await applyMigrations({ url: own.url, snapshots, folder });
      const file = snapshot ?? "";
      expect(statSync(file).mode & 0o777).toBe(0o600);
      for await (const row of archivedRows(openArchive(file), "setting"))
        expect(row).toEqual(["round", `${round - 1}`]);
      expect(openArchive(file).manifest.migrations).toHaveLength(migrationNames(engine).length + round - 1);
    }
    expect(readdirSync(snapshots)).toHaveLength(5);
    const [oldest = ""] = readdirSync(snapshots).sort();
    const dataDir = path.join(work, "back");
    await restoreArchive({
      file: path.join(snapshots, oldest),
      dataDir,
      postgresql: null,
      keys: null,
      migrations: folder,
    });
    expect(await query(`file:${path.join(dataDir, "zhijian.db")}`, "SELECT value FROM setting")).toEqual([
      { value: "2" },
    ]);
  });

  it("is not made of a database without rows", async () => {
    const folder = folderWithBrokenMigration(work, engine);
    await expect(applyMigrations({ url: own.url, snapshots: work, folder })).rejects.toThrow(/nowhere/);
    expect(readdirSync(work)).toEqual(["migrations"]);
  });
});
