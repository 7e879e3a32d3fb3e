// npm run restore -- <backup> <new folder> [--keys <folder>]: an installation from a backup, all of it or nothing.
// With DATABASE_URL=postgresql://… the rows go into that empty database and keys and settings into the folder.
// Exit code 0: done, 1: refused or not done, 2: wrong usage.
import path from "node:path";
import { parseArgs } from "node:util";
import { restoreArchive } from "../lib/backup/restore-archive";
import type { Manifest } from "../lib/backup/manifest";
import { env } from "../lib/env";
import { failureText } from "./lib/backup-report";

const USAGE = "用法：npm run restore -- <备份文件> <新的空文件夹> [--keys <备份时的keys文件夹>]";

interface Wanted {
  file: string;
  dataDir: string;
  keys: string | null;
}

function wantedOf(): Wanted | null {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { keys: { type: "string" } } });
    const [file, dataDir, ...more] = positionals;
    if (file === undefined || dataDir === undefined || more.length > 0) return null;
    return { file: path.resolve(file), dataDir: path.resolve(dataDir), keys: values.keys ?? null };
  } catch {
    return null;
  }
}

/** The PostgreSQL database to fill, or null for a SQLite file in the folder. Throws on a DATABASE_URL that names another SQLite file. */
function postgresqlTarget(): string | null {
  const { DATABASE } = env();
  if (DATABASE.engine === "postgresql") return DATABASE.url;
  if (process.env["DATABASE_URL"]?.trim())
    throw new Error("DATABASE_URL指向一个SQLite文件。恢复时请不要设置它，数据库会放在新文件夹里。没有改动。");
  return null;
}

function report(manifest: Manifest, { dataDir }: Wanted, isPostgresql: boolean): void {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`已恢复到${dataDir}${isPostgresql ? "和DATABASE_URL的PostgreSQL数据库" : ""}：`);
  console.log(`${manifest.tables.length}张表，${rows}行，是${manifest.takenAt}的数据，逐表核对与备份一致。`);
  console.log(`接着用DATA_DIR=${dataDir} npm start启动。之后退出登录、收回角色等操作，在这份数据里要重新做。`);
}

const wanted = wantedOf();
if (wanted === null) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    const postgresql = postgresqlTarget();
    report(await restoreArchive({ ...wanted, postgresql }), wanted, postgresql !== null);
  } catch (error) {
    console.error(`没有恢复：${failureText(error)}`);
    process.exitCode = 1;
  }
}
