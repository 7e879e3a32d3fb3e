import { runAttempt, STEPS, type Step } from "./attempt-journey";
import { measureRawSqlite } from "./raw-sqlite";
import { send, signIn } from "./support/client";
import { startZone, type Zone } from "./support/server";
import { round, summarise, type Summary } from "./support/stats";

const CONCURRENCIES = [1, 8, 32];
const SECONDS = 12;
/** Requests of one attempt: start, four saves, submission, review. */
const REQUESTS = 7;

type Run = { concurrency: number; attemptsPerSecond: number; errors: number; steps: Record<Step, Summary> };

async function closedLoop(zone: Zone, cookies: string[], concurrency: number): Promise<Run> {
  const times = Object.fromEntries(STEPS.map((step) => [step, [] as number[]])) as Record<Step, number[]>;
  let finished = 0;
  let errors = 0;
  const until = performance.now() + SECONDS * 1000;
  const began = performance.now();
  const worker = async (index: number): Promise<void> => {
    const cookie = cookies[index];
    if (!cookie) throw new Error("没有足够的账号。");
    while (performance.now() < until) {
      try {
        await runAttempt(zone, cookie, times);
        finished += 1;
      } catch (error) {
        errors += 1;
        if (errors <= 3) console.error(error instanceof Error ? error.message : error);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, index) => worker(index)));
  const seconds = (performance.now() - began) / 1000;
  const steps = Object.fromEntries(STEPS.map((step) => [step, summarise(times[step])])) as Record<Step, Summary>;
  return { concurrency, attemptsPerSecond: round(finished / seconds), errors, steps };
}

/** The yardstick in the same run: a Next route that answers one constant object. */
async function constantRoute(zone: Zone): Promise<number> {
  let count = 0;
  const until = performance.now() + 6000;
  const began = performance.now();
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      await send(zone.base, "GET", "/api/health");
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  return count / ((performance.now() - began) / 1000);
}

function print(run: Run): void {
  console.log(`\n并发${run.concurrency}：每秒${run.attemptsPerSecond}次完整作答，${run.errors}个错误`);
  console.table(run.steps);
}

/** Closed loop over a load zone: every attempt is verified; ratios against a constant route and raw SQLite of the same run. */
export async function benchAttempts(): Promise<unknown> {
  const zone = await startZone({ members: 200, organisations: 40 });
  try {
    const cookies: string[] = [];
    for (const account of zone.accounts.slice(0, Math.max(...CONCURRENCIES))) {
      cookies.push(await signIn(zone.base, account, zone.password));
    }
    await closedLoop(zone, cookies, 2); // warm-up, not counted
    const constant = await constantRoute(zone);
    const runs: Run[] = [];
    for (const concurrency of CONCURRENCIES) runs.push(await closedLoop(zone, cookies, concurrency));
    const constantAfter = await constantRoute(zone);
    const raw = measureRawSqlite();
    runs.forEach(print);
    const yardstick = (constant + constantAfter) / 2;
    const reached = runs.at(-1)?.attemptsPerSecond ?? 0;
    const ratio = reached / (yardstick / REQUESTS);
    console.log(
      `\n恒定路由每秒${round(yardstick)}次请求；原生SQLite每秒${round(raw.attemptsPerSecond)}次作答的同样语句`,
    );
    console.log(`并发32的作答 ÷（恒定路由 ÷ 7）＝ ${round(ratio, 3)}`);
    return { constantPerSecond: round(yardstick), ratio: round(ratio, 3), raw, runs };
  } finally {
    await zone.stop();
  }
}
