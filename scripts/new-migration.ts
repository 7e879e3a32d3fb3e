// npm run migration -- <name>: writes the next migration of both engines from the change in prisma/schema.
import path from "node:path";
import { now } from "../lib/clock";
import { makeMigration } from "../lib/db/make-migration";

const name = process.argv[2];
if (name === undefined) {
  console.error("用法：npm run migration -- <名称>，例如 npm run migration -- add-films");
  process.exit(1);
}
try {
  const made = await makeMigration({ name, now: now() });
  if (made === null) {
    console.log("数据库结构没有变化，不需要新的迁移。");
  } else {
    console.log(`已写好迁移${made.directory}：`);
    for (const file of made.files) console.log(`  ${path.relative(process.cwd(), file)}`);
    for (const line of made.destructive) console.log(`  注意，会删除数据：${line.trim()}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
