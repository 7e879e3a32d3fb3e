// npm run season -- close <quarter> | export <quarter> [file] | verify <file>
// Settles a quarter that is over, writes its archive, checks an archive from its own text. All may run beside the
// server. Exit code 0: done or all agrees, 1: not done or faults were found, 2: wrong usage.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isQuarter } from "../domain/calendar/shanghai";
import { verifyArchive } from "../domain/ranking/verification";
import { closeSeason } from "../features/seasons/mutations/close-season";
import { findArchive } from "../features/seasons/queries";
import { now } from "../lib/clock";
import { sha256Hex } from "../lib/crypto";
import { closeDb } from "../lib/db";
import { env } from "../lib/env";

const USAGE = `用法：
  npm run season -- close 2026Q4             结算公示期满的一季（只结算一次，重复运行结果不变）
  npm run season -- export 2026Q4 [文件]      写出这一季的档案，不写文件名则为season-2026Q4.tsv
  npm run season -- verify <文件>             从档案自身重算每个合计和名次，并核对摘要`;

const SHOWN = 50;

async function close(quarter: string): Promise<number> {
  const season = await closeSeason({ quarter, salt: randomBytes(32).toString("hex"), now: now() });
  const when = season.isFirst ? "已结算" : "之前已经结算过，结果不变";
  console.log(`${quarter}${when}：${season.people}人参加。`);
  console.log(`档案摘要（SHA-256）：${season.digest}`);
  return 0;
}

async function exportSeason(quarter: string, file = `season-${quarter}.tsv`): Promise<number> {
  const season = await findArchive(quarter);
  if (season === null) {
    console.error(`${quarter}还没有结算，没有档案。季末以后先运行npm run season -- close ${quarter}。`);
    return 1;
  }
  writeFileSync(file, season.archive);
  console.log(`已写出${file}。\n档案摘要（SHA-256）：${season.digest}`);
  return 0;
}

/** The digest that this installation stored; null without a database or before the closing. */
async function findStoredDigest(quarter: string): Promise<string | null> {
  const target = env().DATABASE;
  if (target.engine === "sqlite" && !existsSync(target.file)) return null;
  return (await findArchive(quarter))?.digest ?? null;
}

async function verify(file: string): Promise<number> {
  if (!existsSync(file)) {
    console.error(`没有${file}这个文件。`);
    return 1;
  }
  const bytes = readFileSync(file);
  const text = bytes.toString("utf8");
  const digest = sha256Hex(bytes);
  const faults = verifyArchive(text);
  const stored = await findStoredDigest(text.split("\t", 3)[2] ?? "");
  if (stored !== null && stored !== digest) faults.push(`摘要与本系统结算时的不同，结算时是${stored}。`);
  console.log(`档案摘要（SHA-256）：${digest}`);
  if (faults.length > 0) {
    console.error(`有${faults.length}处不符：`);
    for (const fault of faults.slice(0, SHOWN)) console.error(`  ${fault}`);
    if (faults.length > SHOWN) console.error(`  其余${faults.length - SHOWN}处没有列出。`);
    return 1;
  }
  console.log(
    `每个合计和名次都与流水相符。${stored === null ? "本系统没有这一季的结算，只核对了档案自身。" : "摘要与结算时相同。"}`,
  );
  return 0;
}

function run(command: string, first: string | undefined, second: string | undefined): Promise<number> | null {
  if (first === undefined) return null;
  if (command === "verify") return verify(first);
  if (!isQuarter(first)) return null;
  if (command === "close") return close(first);
  return command === "export" ? exportSeason(first, second) : null;
}

const [command = "", first, second] = process.argv.slice(2);
try {
  const code = await run(command, first, second);
  if (code === null) console.error(USAGE);
  process.exitCode = code ?? 2;
} catch (error) {
  console.error(`没有办成：${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await closeDb();
}
