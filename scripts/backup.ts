// npm run backup -- [--to <folder>] [--keep <days>] [--with-keys]: one archive of database and settings, beside the running server.
// Standard output: what was written. Exit code 0: done, 1: not done, 2: wrong usage.
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { businessDateOf } from "../domain/calendar/shanghai";
import { dailyFile, keepDays, setAside } from "../lib/backup/retention";
import { openWholeArchive } from "../lib/backup/restore-archive";
import { writeArchive } from "../lib/backup/write-archive";
import { now } from "../lib/clock";
import { env } from "../lib/env";
import { productVersion } from "../lib/product-version";
import { failureText } from "./lib/backup-report";

const USAGE = "用法：npm run backup -- [--to <文件夹>] [--keep <保留几天>] [--with-keys]";

interface Wanted {
  folder: string;
  days: number | null;
  withKeys: boolean;
}

function wantedOf(): Wanted | null {
  try {
    const { values } = parseArgs({
      options: { to: { type: "string" }, keep: { type: "string" }, "with-keys": { type: "boolean" } },
    });
    const days = values.keep === undefined ? null : Number(values.keep);
    if (days !== null && !(Number.isInteger(days) && days >= 1)) return null;
    const folder = path.resolve(values.to ?? env().BACKUP_DIR);
    return { folder, days, withKeys: values["with-keys"] ?? false };
  } catch {
    return null;
  }
}

function keysText(dataDir: string, included: boolean): string {
  if (included) return "密钥在备份里面：谁拿到这个文件，谁就拿到全部数据。请放在只有管理员能读的地方。";
  return `密钥不在备份里面。请把${path.join(dataDir, "keys")}（或KEY_SESSION等环境变量）另外妥善保存，恢复时要用。`;
}

async function run({ folder, days, withKeys }: Wanted): Promise<void> {
  const { DATABASE: target, DATA_DIR: dataDir } = env();
  const began = performance.now();
  const file = dailyFile(folder, businessDateOf(now()));
  const manifest = await writeArchive({ target, dataDir, file, withKeys, product: productVersion(), now });
  await openWholeArchive(file).catch((error: unknown) => {
    console.error(`写完以后读回来不对，留在${setAside(file)}，不算备份。`);
    throw error;
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`已备份：${file}`);
  console.log(`${manifest.tables.length}张表，${rows}行，写完后已逐字节读回核对，用时${seconds}秒。`);
  console.log(keysText(dataDir, manifest.keys.included));
  if (existsSync(path.join(dataDir, "films")))
    console.log(`本单位的影片不在备份里面，请另外复制${path.join(dataDir, "films")}这个文件夹。`);
  const removed = days === null ? [] : keepDays(folder, days);
  if (removed.length > 0) console.log(`只留最近${days}天的备份，已删除：${removed.join("、")}`);
}

const wanted = wantedOf();
if (wanted === null) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    await run(wanted);
  } catch (error) {
    console.error(`没有备份成：${failureText(error)}`);
    process.exitCode = 1;
  }
}
