// npm run rehearse -- [--from <commit>] [--members 3500] [--organisations 410]: an upgrade as its operator does it, on a large
// fictitious zone, while people take a quiz. Nothing of the own installation is touched. Last line: JSON. Exit code 0: nothing
// was lost, 1: something was, or it could not be done.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { withSource } from "../lib/backup/open-source";
import { openArchive } from "../lib/backup/read-archive";
import { writeArchive } from "../lib/backup/write-archive";
import { freePort } from "./lib/free-port";
import { settingsOf, startProduct, type Place } from "./lib/rehearsal/product";
import { beginQuiz, brokenPromises, handIn, saveNext, type Taker } from "./lib/rehearsal/taker";
import { commitBeforeLastMigration, copyPackages, pullInto, unpackCommit } from "./lib/old-tree";
import { lossesSince, type Losses } from "./lib/row-losses";

const PASSWORD = "rehearsal-only-5d1c";
const TAKERS = 40;
const HANDED_IN = 10;
const ANSWERS_BEFORE = 8;
/** What a new version changes by itself: the library, its own notes, what the clock does, the link for the first administrator. */
const OWN_BUSINESS = /^(question|quiz|content_item|setting|job_run|job_lease|invitation\.revoked_at)\b/;

const say = (text: string): void => console.log(text);
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);

function command(place: Place, script: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", script, "--", ...args], {
    cwd: place.folder,
    env: { ...settingsOf(place), LOAD_PASSWORD: PASSWORD },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`npm run ${script}：\n${stdout}${stderr}`);
  return stdout.trim();
}

/** One person who goes on saving through the restart, as a phone does: again and again until it is acknowledged. */
function savingThrough(base: string, taker: Taker): { stop: () => Promise<number> } {
  let isOn = true;
  const loop = (async () => {
    let gap = 0;
    let last = performance.now();
    while (isOn) {
      const isSaved = await saveNext(base, taker).catch(() => false);
      if (isSaved) {
        gap = Math.max(gap, performance.now() - last);
        last = performance.now();
      }
      await new Promise((done) => setTimeout(done, isSaved ? 3000 : 200));
    }
    return gap / 1000;
  })();
  return {
    stop: () => {
      isOn = false;
      return loop;
    },
  };
}

async function beginAll(base: string, quizId: string): Promise<Taker[]> {
  const takers: Taker[] = [];
  for (let number = 1; number <= TAKERS; number += 1) {
    const login = `load-${String(number).padStart(5, "0")}`;
    const taker = await beginQuiz({ base, login, password: PASSWORD, quizId });
    for (let count = 0; count < ANSWERS_BEFORE; count += 1) await saveNext(base, taker);
    if (number <= HANDED_IN) await handIn(base, taker);
    takers.push(taker);
  }
  return takers;
}

/** Everybody's promises are looked at, then everybody finishes. */
async function finishAll(base: string, takers: readonly Taker[]): Promise<string[]> {
  const faults: string[] = [];
  for (const taker of takers) {
    faults.push(...(await brokenPromises(base, taker)));
    if (taker.receiptId !== null) continue;
    while (await saveNext(base, taker));
    await handIn(base, taker);
    faults.push(...(await brokenPromises(base, taker)));
  }
  return faults;
}

type Outcome = { from: string; pause: number; gap: number; losses: Losses; faults: string[]; ledger: string };

function lostRows({ gone, changed }: Losses): string[] {
  return [...gone, ...changed].filter((text) => !OWN_BUSINESS.test(text));
}

async function rehearse(from: string, work: string, members: string, organisations: string): Promise<Outcome> {
  const tree = unpackCommit(from);
  const dataDir = join(work, "data");
  const port = await freePort();
  const old: Place = { folder: tree.folder, dataDir, port, log: join(work, "old.log") };
  const present: Place = { ...old, log: join(work, "new.log") };
  try {
    say(`▶ 原来的版本${tree.commit.slice(0, 9)}：安装、构建、启动…`);
    const sharesPackages = copyPackages(tree);
    mkdirSync(dataDir);
    const before = await startProduct(old);
    let isRunning = true;
    try {
      say(`▶ 压测数据：${members}人，${organisations}个组织…`);
      const seeded = command(old, "seed:load", "--members", members, "--organisations", organisations);
      const { quizId } = JSON.parse(seeded.split("\n").at(-1) ?? "{}") as { quizId: string };
      say(`▶ ${TAKERS}人答题，${HANDED_IN}人交卷…`);
      const takers = await beginAll(before.base, quizId);
      say("▶ 换上新版本的文件，原来的版本继续服务…");
      pullInto(tree, "HEAD");
      if (sharesPackages) command(present, "build");
      const target = { engine: "sqlite" as const, file: join(dataDir, "zhijian.db") };
      const file = join(work, "before.tar");
      await writeArchive({ target, dataDir, file, withKeys: false, product: "rehearsal", now: () => new Date() });
      const phone = takers.at(-1);
      if (!phone) throw new Error("没有人答题。");
      const saving = savingThrough(before.base, phone);
      say("▶ 停下原来的版本，启动新版本…");
      const began = performance.now();
      await before.stop();
      isRunning = false;
      const after = await startProduct(present);
      const pause = Number(seconds(began));
      try {
        await new Promise((done) => setTimeout(done, 4000));
        const gap = await saving.stop();
        const losses = await withSource(target, (source) => lossesSince(openArchive(file), source));
        // The one who went on saving has a newer draft, as it should be.
        losses.changed = losses.changed.filter((column) => !/^attempt\.draft(_version)?$/.test(column));
        const faults = await finishAll(after.base, takers);
        return { from: tree.commit, pause, gap, losses, faults, ledger: command(present, "ledger", "verify") };
      } finally {
        await after.stop();
      }
    } finally {
      if (isRunning) await before.stop();
    }
  } finally {
    tree.remove();
  }
}

async function run(): Promise<boolean> {
  const { values } = parseArgs({
    options: { from: { type: "string" }, members: { type: "string" }, organisations: { type: "string" } },
  });
  const from = values.from ?? commitBeforeLastMigration() ?? "HEAD^";
  const work = mkdtempSync(join(tmpdir(), "zhijian-rehearsal-"));
  const { members = "3500", organisations = "410" } = values;
  try {
    const outcome = await rehearse(from, work, members, organisations);
    const lost = lostRows(outcome.losses);
    for (const fault of [...lost.slice(0, 20), ...outcome.faults.slice(0, 20)]) say(`✗ ${fault}`);
    say(
      `升级前的${outcome.losses.rows}行，少了或变了${lost.length}处；${TAKERS}人的答案、登录和回执有${outcome.faults.length}处不对。`,
    );
    say(`停顿${outcome.pause}秒；一直在保存的手机最久等了${outcome.gap.toFixed(1)}秒。${outcome.ledger}`);
    const { rows } = outcome.losses;
    const { pause, gap, faults } = outcome;
    say(
      JSON.stringify({
        from: outcome.from,
        members: Number(members),
        rows,
        lost: lost.length,
        faults: faults.length,
        pause,
        gap,
      }),
    );
    return lost.length === 0 && faults.length === 0;
  } finally {
    if (process.env["KEEP_REHEARSAL"] === undefined) rmSync(work, { recursive: true, force: true });
    else say(`记录在${work}`);
  }
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  console.error(`没有演练成：${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
