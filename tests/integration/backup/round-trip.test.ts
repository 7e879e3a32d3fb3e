import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certificateForm } from "@/domain/certificates/form";
import { findCertificate } from "@/features/certificates/queries/find-certificates";
import { loadReceipt } from "@/features/receipts/loaders";
import { openArchive, archiveFaults } from "@/lib/backup/read-archive";
import { restoreArchive } from "@/lib/backup/restore-archive";
import { writeArchive } from "@/lib/backup/write-archive";
import type { Manifest } from "@/lib/backup/manifest";
import { openText, signReceipt, verifyReceipt } from "@/lib/crypto";
import { closeDb, db, type Engine } from "@/lib/db";
import { applyMigrations } from "@/lib/db/migrate";
import { databaseDifference } from "@/lib/db/schema-engine";
import { ENGINES, migrationNames, schemaFiles } from "@/lib/db/schema-files";
import { databaseTarget, env, forgetEnv, type DatabaseTarget } from "@/lib/env";
import { forgetKeys, keyFolder, keys } from "@/lib/keys";
import { ODD_TEXTS, plantOddRows } from "@/tests/factories/odd-rows";
import { emptyDatabase, describeOnBothEngines, type OwnDatabase } from "@/tests/support/database";

const now = () => new Date();
const backup = (target: DatabaseTarget, dataDir: string, file: string, withKeys = false): Promise<Manifest> =>
  writeArchive({ target, dataDir, file, withKeys, product: "0.0.0", now });

const essence = ({ tables, migrations }: Manifest) => ({ tables, migrations });

/** Points the product of this process at another installation. */
async function moveTo(url: string | undefined, dataDir: string): Promise<void> {
  await closeDb();
  if (url === undefined) delete process.env["DATABASE_URL"];
  else process.env["DATABASE_URL"] = url;
  process.env["DATA_DIR"] = dataDir;
  forgetEnv();
  forgetKeys();
}

const GIVEN = {
  ...{
    id: "K7M2-9QXD-3FTR-B8WN",
    kind: "season" as const,
    sourceId: "2026Q3",
    title: "2026年第三季度",
    place: 1,
    score: 12,
  },
  issuedAt: new Date("2026-10-01T04:00:00.123Z"),
};

describeOnBothEngines("a backup", (engine) => {
  let work: string;
  let planted: Awaited<ReturnType<typeof plantOddRows>>;
  const file = () => path.join(work, "one.tar");
  const withKeys = () => path.join(work, "keys.tar");

  beforeAll(async () => {
    work = mkdtempSync(path.join(tmpdir(), "zhijian-backup-"));
    planted = await plantOddRows();
    await db().certificate.create({
      data: { ...GIVEN, ...signReceipt(certificateForm(GIVEN)), memberId: planted.person.memberId, issue: 1 },
    });
    writeFileSync(path.join(env().DATA_DIR, "empty-zone"), "marker\n");
    await backup(env().DATABASE, env().DATA_DIR, file());
    await backup(env().DATABASE, env().DATA_DIR, withKeys(), true);
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it("names its migrations, counts and keys, and holds no secret unless it is told to", async () => {
    const { manifest, entries } = openArchive(file());
    expect(manifest.migrations).toEqual(migrationNames(engine));
    expect(manifest.engine).toBe(engine);
    const rows = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]));
    expect(rows).toMatchObject({ member: 1, attempt: 2, receipt: 1, certificate: 1, import_file: 1, story_picture: 1 });
    expect(rows["setting"]).toBe(await db().setting.count());
    expect(manifest.keys).toMatchObject({ included: false, ids: { receipts: keys().receipts.current.keyId } });
    expect([...entries.keys()].filter((name) => name.startsWith("keys/"))).toEqual([]);
    const secrets = readdirSync(keyFolder(env().DATA_DIR)).map((name) =>
      readFileSync(path.join(keyFolder(env().DATA_DIR), name), "utf8").trim(),
    );
    expect(secrets).toHaveLength(4);
    for (const secret of secrets) expect(readFileSync(file(), "latin1")).not.toContain(secret);
    for (const secret of secrets) expect(readFileSync(withKeys(), "latin1")).toContain(secret);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(work).sort()).toEqual(["keys.tar", "one.tar"]);
    expect(await archiveFaults(openArchive(file()))).toEqual([]);
  });

  describe.each(ENGINES)("restored into %s", (into: Engine) => {
    let own: OwnDatabase;
    let folder: string;
    const before = { url: process.env["DATABASE_URL"], dataDir: process.env["DATA_DIR"] };
    const url = () => (into === "postgresql" ? own.url : undefined);
    const target = () => databaseTarget(url(), folder);

    beforeAll(async () => {
      before.url = process.env["DATABASE_URL"];
      before.dataDir = process.env["DATA_DIR"];
      own = await emptyDatabase(into);
      folder = path.join(work, `new-${into}`);
      await restoreArchive({ file: withKeys(), dataDir: folder, postgresql: url() ?? null, keys: null });
    });
    afterAll(async () => {
      await moveTo(before.url, before.dataDir ?? "");
      await own.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    it("is the same data to the last character, and a backup of it says so", async () => {
      const again = path.join(work, `again-${into}.tar`);
      expect(essence(await backup(target(), folder, again))).toEqual(essence(openArchive(file()).manifest));
      rmSync(again);
      expect(readFileSync(path.join(folder, "empty-zone"), "utf8")).toBe("marker\n");
      expect(statSync(path.join(folder, "keys/contacts.key")).mode & 0o777).toBe(0o600);
    });

    it("has the structure and the record of migrations that Prisma's engine expects", async () => {
      expect(await databaseDifference(target(), schemaFiles("prisma/schema", into))).toBeNull();
      const url = into === "postgresql" ? own.url : `file:${path.join(folder, "zhijian.db")}`;
      expect(await applyMigrations({ url, snapshots: work })).toMatchObject({ applied: [], snapshot: null });
    });

    it("goes on working: odd texts, sealed contacts, receipts and references", async () => {
      await moveTo(url(), folder);
      const texts = await db().setting.findMany({ where: { key: { startsWith: "odd-" } }, orderBy: { key: "asc" } });
      expect(texts.map(({ value }) => value).sort()).toEqual([...ODD_TEXTS].sort());
      expect(openText((await db().setting.findUniqueOrThrow({ where: { key: "sealed" } })).value)).toBe("示例联系方式");
      expect(await loadReceipt(planted.receiptId)).toMatchObject({ isSigned: true, isUnchanged: true });
      const certificate = await findCertificate(GIVEN.id);
      expect(certificate).toMatchObject(GIVEN);
      expect(certificate && verifyReceipt(certificateForm(certificate), certificate)).toBe(true);
      const { memberId } = planted.person;
      await expect(
        db().attempt.create({ data: { quizId: "nowhere", memberId, number: 9, startedAt: new Date(), paper: "{}" } }),
      ).rejects.toThrow();
      await moveTo(before.url, before.dataDir ?? "");
    });
  });

  it("restores older data, to be migrated afterwards, and refuses data of a newer version", async () => {
    const names = migrationNames("sqlite");
    const folder = path.join(work, "older");
    const newer = path.join(work, "newer.tar");
    await db().$executeRawUnsafe(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ('x', 'x', CURRENT_TIMESTAMP, '99990101000000_of-tomorrow', 1)`,
    );
    await backup(env().DATABASE, env().DATA_DIR, newer, true);
    await db().$executeRawUnsafe(`DELETE FROM _prisma_migrations WHERE id = 'x'`);
    expect(openArchive(newer).manifest.migrations).toHaveLength(names.length + 1);
    const input = { file: newer, dataDir: folder, postgresql: null, keys: null };
    await expect(restoreArchive(input)).rejects.toThrow(/来自更新的版本.*99990101000000_of-tomorrow/);
    expect(existsSync(folder)).toBe(false);
  });
});
