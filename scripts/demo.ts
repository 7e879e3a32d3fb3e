// npm run demo -- ensure | accounts | clear | refuse-if-present: the fictitious zone of a first start.
// Exit code 0: done, 1: refused, 2: wrong usage.
import { now } from "../lib/clock";
import { closeDb } from "../lib/db";
import { clearDemo, ensureDemo, hasDemo, readAccounts } from "../prisma/seed/demo/zone";

async function ensure(): Promise<number> {
  const ensured = await ensureDemo(now());
  if (ensured === "real-people") console.log("这里已有真实的组织或人员，没有加演示数据。");
  if (ensured === "present") console.log("演示数据已在。");
  if (ensured === "made") console.log(`演示数据已备好。\n${readAccounts() ?? ""}`);
  return 0;
}

function accounts(): Promise<number> {
  const text = readAccounts();
  if (text === null) console.error("没有演示账号：这里没有演示数据，或者已经清除。");
  else console.log(text.trimEnd());
  return Promise.resolve(text === null ? 1 : 0);
}

async function clear(): Promise<number> {
  const had = await clearDemo(now());
  console.log(had ? "演示数据已全部清除，学习内容和题库都在。" : "这里没有演示数据。");
  if (had) console.log("接着运行npm run admin -- first-link，取得首位管理员的邀请链接。");
  return 0;
}

async function refuseIfPresent(): Promise<number> {
  if (!(await hasDemo())) return 0;
  console.error("这个数据目录里是演示数据，不能当作正式的空平台启动。");
  console.error("请换一个DATA_DIR，或先运行npm run demo -- clear清除演示数据。");
  return 1;
}

const COMMANDS: Record<string, () => Promise<number>> = {
  ensure,
  accounts,
  clear,
  "refuse-if-present": refuseIfPresent,
};

const command = COMMANDS[process.argv[2] ?? ""];
if (command === undefined) {
  console.error(
    "用法：npm run demo -- ensure（备好）、accounts（看账号）、clear（清除）或refuse-if-present（有就拒绝）",
  );
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(`没有办成：${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await closeDb();
  }
}
