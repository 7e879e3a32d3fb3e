// npm run seed:load -- --members 3500 --organisations 410 | --remove: a zone to measure with, one password for all.
// Accounts are load-00001 …; the last line of the output is JSON: {quizId, accounts}.
// Exit code 0: done, 1: refused, 2: wrong usage.
import { parseArgs } from "node:util";
import { isDemo } from "../features/installation/queries";
import { now } from "../lib/clock";
import { closeDb } from "../lib/db";
import { loadLogin } from "../prisma/seed/load/rows";
import { plantLoad, removeLoad } from "../prisma/seed/load/zone";

const USAGE =
  "用法：LOAD_PASSWORD=<密码> npm run seed:load -- --members 3500 --organisations 410，或npm run seed:load -- --remove";
const MAX_MEMBERS = 99_999;
const MAX_ORGANISATIONS = 9_999;

type Wanted = { kind: "remove" } | { kind: "plant"; members: number; organisations: number; password: string };

function wantedOf(): Wanted | string {
  const { values } = parseArgs({
    options: { members: { type: "string" }, organisations: { type: "string" }, remove: { type: "boolean" } },
  });
  if (values.remove) return { kind: "remove" };
  const members = Number(values.members ?? 3500);
  const organisations = Number(values.organisations ?? 410);
  const password = process.env["LOAD_PASSWORD"] ?? "";
  const isCount = (count: number, most: number) => Number.isInteger(count) && count >= 1 && count <= most;
  if (!isCount(members, MAX_MEMBERS) || !isCount(organisations, MAX_ORGANISATIONS)) return "人数和组织数要是正整数。";
  if (password.length < 8) return "请用环境变量LOAD_PASSWORD给出压测账号的密码，至少8个字符。";
  return { kind: "plant", members, organisations, password };
}

async function run(wanted: Wanted): Promise<number> {
  if (wanted.kind === "remove") {
    const accounts = await removeLoad();
    console.log(accounts === 0 ? "没有压测数据。" : `压测数据已全部清除，共${accounts}个账号。`);
    return 0;
  }
  const zone = await plantLoad({ ...wanted, now: now() });
  if (zone === null) {
    console.error("已有另一种规模的压测数据，没有改动。先运行npm run seed:load -- --remove清除。");
    return 1;
  }
  if (await isDemo()) console.log("这里还有演示数据，压测数据加在旁边。");
  console.log(`压测账号${loadLogin(1)}至${loadLogin(zone.accounts)}，大小写不论，密码是LOAD_PASSWORD。`);
  console.log(JSON.stringify(zone));
  return 0;
}

try {
  const wanted = wantedOf();
  if (typeof wanted === "string") {
    console.error(`${wanted}\n${USAGE}`);
    process.exitCode = 2;
  } else process.exitCode = await run(wanted);
} catch (error) {
  console.error(`没有办成：${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await closeDb();
}
