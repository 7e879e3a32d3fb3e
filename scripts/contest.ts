// npm run contest -- export <contest id> [file] | verify <file>
// Writes the export of a contest that is over, and recomputes every paper, score and place of one from its own text. Both
// may run beside the server. Exit code 0: all agrees, 1: faults were found or not done, 2: wrong usage.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { verifyContest } from "../domain/contests/verification";
import { findArchive, findPublished } from "../features/contests/queries/find-archive";
import { sha256Hex } from "../lib/crypto";
import { closeDb } from "../lib/db";
import { env } from "../lib/env";

const USAGE = `用法：
  npm run contest -- export <竞赛编号> [文件]   写出一场竞赛的档案，不写文件名则为contest-<竞赛编号>.tsv
  npm run contest -- verify <文件>              从档案自身重算封存摘要、每份试卷、每个得分和名次`;

const SHOWN = 50;

async function exportContest(id: string, file = `contest-${id}.tsv`): Promise<number> {
  const found = await findArchive(id);
  if (found === null) {
    console.error(`没有竞赛${id}的档案。结束并有了结果以后才有。`);
    return 1;
  }
  writeFileSync(file, found.archive);
  console.log(`已写出${file}，第${found.edition}版。\n档案摘要（SHA-256）：${found.digest}`);
  return 0;
}

/** What this installation published; null without a database or for a contest of another installation. */
async function findOwn(contestId: string): Promise<Published> {
  const target = env().DATABASE;
  if (target.engine === "sqlite" && !existsSync(target.file)) return null;
  return findPublished(contestId);
}

type Published = Awaited<ReturnType<typeof findPublished>>;

/** Where a file differs from what this installation published. */
function otherThan(published: Published, { seal, digest }: { seal: string; digest: string }): string[] {
  if (published === null) return [];
  const faults: string[] = [];
  if (published.seal !== seal) faults.push(`封存摘要与本系统公布的不同，公布的是${published.seal ?? "空"}。`);
  if (!published.digests.includes(digest)) faults.push("档案摘要与本系统出过的每一版都不同。");
  return faults;
}

async function verify(file: string): Promise<number> {
  if (!existsSync(file)) {
    console.error(`没有${file}这个文件。`);
    return 1;
  }
  const bytes = readFileSync(file);
  const [text, digest] = [bytes.toString("utf8"), sha256Hex(bytes)];
  const [, , contestId = "", seal = ""] = (text.split("\n", 1)[0] ?? "").split("\t");
  const published = await findOwn(contestId);
  const faults = [...verifyContest(text, sha256Hex), ...otherThan(published, { seal, digest })];
  console.log(`封存摘要：${seal}\n档案摘要（SHA-256）：${digest}`);
  if (faults.length > 0) {
    console.error(`有${faults.length}处不符：`);
    for (const fault of faults.slice(0, SHOWN)) console.error(`  ${fault}`);
    if (faults.length > SHOWN) console.error(`  其余${faults.length - SHOWN}处没有列出。`);
    return 1;
  }
  const own = published ? "摘要与本系统公布的相同。" : "本系统没有这场竞赛，只核对了档案自身，请对照公布过的封存摘要。";
  console.log(`每份试卷、每个得分和名次都重算相符。${own}`);
  return 0;
}

function run(command: string, first: string | undefined, second: string | undefined): Promise<number> | null {
  if (first === undefined) return null;
  if (command === "verify") return verify(first);
  return command === "export" ? exportContest(first, second) : null;
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
