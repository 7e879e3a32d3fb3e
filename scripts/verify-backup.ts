// npm run verify -- <backup>: reads every byte, restores the rows into a temporary SQLite file, and checks that file.
// Exit code 0: the backup is good, 1: it is damaged, 2: wrong usage.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { verifyLedger } from "../features/points/mutations/verify-ledger";
import { verifyRecallTotals } from "../features/recalls/mutations/verify-recall-totals";
import { openWholeArchive } from "../lib/backup/restore-archive";
import { restoreToSqlite } from "../lib/backup/restore-sqlite";
import { closeDb } from "../lib/db";
import { applyMigrations } from "../lib/db/migrate";
import { KEY_NAMES } from "../lib/keys";
import { forgetEnv } from "../lib/env";
import { failureText } from "./lib/backup-report";
import type { Manifest } from "../lib/backup/manifest";

const USAGE = "用法：npm run verify -- <备份文件>";
const SHOWN = 20;

function describe({ takenAt, engine, product, tables, keys, migrations }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const ids = KEY_NAMES.map((name) => `${name} ${keys.ids[name] ?? "无"}`).join("，");
  return [
    `${takenAt}的数据，来自${engine === "sqlite" ? "SQLite" : "PostgreSQL"}，程序版本${product}，迁移到${migrations.at(-1) ?? "无"}。`,
    `${tables.length}张表，${rows}行。密钥编号：${ids}（${keys.included ? "密钥在备份里面" : "密钥不在备份里面，要另外保存"}）。`,
  ].join("\n");
}

/** The sums that are kept beside the restored rows, after the migrations that this version has more. */
async function checkSums(folder: string): Promise<string> {
  delete process.env["DATABASE_URL"];
  process.env["DATA_DIR"] = folder;
  forgetEnv();
  await applyMigrations({ snapshots: folder });
  const [points, recall] = [await verifyLedger(), await verifyRecallTotals()];
  const faults = [...points.faults, ...recall.faults];
  if (faults.length > 0)
    throw new Error([`积分流水或回想合计有${faults.length}处不符：`, ...faults.slice(0, SHOWN)].join("\n"));
  return `积分流水核对无误：${points.people}人，${points.entries}条流水；回想合计核对无误：${recall.firsts}次首答。`;
}

async function run(file: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "zhijian-verify-"));
  try {
    const archive = await openWholeArchive(file);
    console.log(describe(archive.manifest));
    await restoreToSqlite(archive, path.join(folder, "zhijian.db"));
    console.log("试恢复成功：每张表的行数和内容都与清单一致，数据库完整，引用齐全。");
    console.log(await checkSums(folder));
    console.log("这份备份可用。");
  } finally {
    await closeDb();
    rmSync(folder, { recursive: true, force: true });
  }
}

const [file, ...more] = process.argv.slice(2);
if (file === undefined || more.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    await run(path.resolve(file));
  } catch (error) {
    console.error(`这份备份不可用：${failureText(error)}`);
    process.exitCode = 1;
  }
}
