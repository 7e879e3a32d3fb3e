// npm run migrate: brings the database of DATABASE_URL (or the SQLite file in DATA_DIR) up to date.
import { applyMigrations } from "../lib/db/migrate";

const ENGINE_NAMES = { sqlite: "SQLite", postgresql: "PostgreSQL" } as const;

try {
  const { engine, applied, snapshot } = await applyMigrations();
  if (applied.length === 0) {
    console.log(`数据库（${ENGINE_NAMES[engine]}）已是最新。`);
  } else {
    if (snapshot !== null) console.log(`升级前已留副本：${snapshot}`);
    console.log(`数据库（${ENGINE_NAMES[engine]}）已应用${applied.length}项迁移：${applied.join("、")}`);
  }
} catch (error) {
  console.error(`数据库迁移失败：${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message);
  process.exit(1);
}
