// npm run migrate: brings the database of DATABASE_URL (or the SQLite file in DATA_DIR) up to date.
// Exit code 0: up to date, 1: not, or the keys are those of another database.
import { bindKeys } from "../features/installation/mutations";
import { foreignKeysText } from "../features/installation/view";
import { closeDb } from "../lib/db";
import { applyMigrations } from "../lib/db/migrate";
import { pendingMigrations } from "../lib/db/migration-state";
import { migrationNames } from "../lib/db/schema-files";
import { env } from "../lib/env";
import { ownKeyIds } from "../lib/keys";

const ENGINE_NAMES = { sqlite: "SQLite", postgresql: "PostgreSQL" } as const;

/** A database of other keys must not be touched with these: looked at before anything is changed. */
async function hasOwnKeys(): Promise<boolean> {
  const foreign = await bindKeys(ownKeyIds());
  // The schema engine wants the file for itself.
  await closeDb();
  if (foreign.length > 0) console.error(foreignKeysText(foreign));
  return foreign.length === 0;
}

async function migrate(): Promise<void> {
  const { engine, applied, snapshot } = await applyMigrations();
  if (applied.length === 0) {
    console.log(`数据库（${ENGINE_NAMES[engine]}）已是最新。`);
    return;
  }
  if (snapshot !== null) {
    console.log(`升级前已备份：${snapshot}`);
    console.log("要退回去：换回原来的程序，用npm run restore把这个备份恢复到新文件夹，再用它启动。");
  }
  console.log(`数据库（${ENGINE_NAMES[engine]}）已应用${applied.length}项迁移：${applied.join("、")}`);
}

async function run(): Promise<boolean> {
  const isNew = (await pendingMigrations()).length === migrationNames(env().DATABASE.engine).length;
  if (!isNew && !(await hasOwnKeys())) return false;
  await migrate();
  return isNew ? hasOwnKeys() : true;
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  console.error(`数据库迁移失败：${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message);
  process.exitCode = 1;
} finally {
  await closeDb();
}
