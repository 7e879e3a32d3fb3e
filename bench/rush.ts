import { setTimeout as pause } from "node:timers/promises";
import { answerTo, type Paper } from "./attempt-journey";
import { openContest } from "./support/contest";
import { send, signIn } from "./support/client";
import { startZone, type Zone } from "./support/server";
import { round, summarise } from "./support/stats";

/** What each step may take at the 95th percentile, in milliseconds. */
const LIMIT = 1_000;
const MEMBERS = Number(process.env["RUSH_MEMBERS"] ?? 3_500);
/** Everybody presses 开始 within so long. */
const ARRIVE_MS = 10_000;
const SAVES = 4;
/** Between two requests of one person. */
const THINKING_MS = { least: 20_000, most: 60_000 };
/** Time to register before the opening, which falls on a whole minute. */
const REGISTERING_MS = 90_000 + MEMBERS * 60;
/** Sign-ins and registrations under way at once: those come before the opening and are not what is measured. */
const AT_ONCE = 16;

const STEPS = ["start", "save", "submit"] as const;
type Step = (typeof STEPS)[number];
type Taken = { attemptId: string; acknowledged: Map<string, unknown>; hasReceipt: boolean };

/** Runs `work` for each, `AT_ONCE` at a time, and says how long each took. */
async function each<T, R>(list: readonly T[], work: (item: T) => Promise<R>): Promise<{ made: R[]; times: number[] }> {
  const [made, times]: [R[], number[]] = [[], []];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < list.length; at = next++) {
      const began = performance.now();
      made[at] = await work(list[at] as T);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { made, times };
}

class Rush {
  readonly times: Record<Step, number[]> = { start: [], save: [], submit: [] };
  readonly taken: Taken[] = [];
  errors = 0;

  readonly zone: Zone;
  readonly contestId: string;

  constructor(zone: Zone, contestId: string) {
    this.zone = zone;
    this.contestId = contestId;
  }

  /** One request at its intended instant; the time counts from there, however late it could be sent. */
  private async call<T>(
    step: Step,
    at: number,
    cookie: string,
    method: string,
    path: string,
    body: unknown,
  ): Promise<T> {
    await pause(Math.max(0, at - performance.now()));
    const reply = await send(this.zone.base, method, `/api/v1${path}`, { cookie, body: JSON.stringify(body) });
    this.times[step].push(performance.now() - at);
    if (reply.status >= 300) throw new Error(`${method} ${path} ${reply.status} ${reply.body.slice(0, 200)}`);
    return JSON.parse(reply.body) as T;
  }

  /** One person: start, four saves, submission, with thinking between them. */
  async take(cookie: string, start: number): Promise<void> {
    try {
      let at = start;
      const think = (): number => {
        at += THINKING_MS.least + Math.random() * (THINKING_MS.most - THINKING_MS.least);
        return at;
      };
      const paper = await this.call<Paper>("start", at, cookie, "POST", "/attempts", { quizId: this.contestId });
      const taken: Taken = { attemptId: paper.attemptId, acknowledged: new Map(), hasReceipt: false };
      this.taken.push(taken);
      const size = Math.ceil(paper.questions.length / SAVES);
      for (let save = 0; save < SAVES; save += 1) {
        const part = paper.questions.slice(save * size, (save + 1) * size);
        const answers = Object.fromEntries(part.map((question) => [question.id, answerTo(question)]));
        const body = { revision: paper.revision + save + 1, answers };
        await this.call("save", think(), cookie, "PUT", `/attempts/${paper.attemptId}/answers`, body);
        for (const [id, value] of Object.entries(answers)) taken.acknowledged.set(id, value);
      }
      await this.call("submit", think(), cookie, "POST", `/attempts/${paper.attemptId}/submission`, {});
      taken.hasReceipt = true;
    } catch (error) {
      this.errors += 1;
      if (this.errors <= 5) console.error(error instanceof Error ? error.message : error);
    }
  }

  /** What was acknowledged and does not stand in the database: answers, receipts. */
  async lost(): Promise<{ answers: number; receipts: number }> {
    const { closeDb, db } = await import("../lib/db");
    const lost = { answers: 0, receipts: 0 };
    for (const { attemptId, acknowledged, hasReceipt } of this.taken) {
      const attempt = await db().attempt.findUnique({
        where: { id: attemptId },
        select: { draft: true, state: true, receipt: { select: { answered: true } } },
      });
      const draft = JSON.parse(attempt?.draft ?? "{}") as Record<string, { value: unknown }>;
      for (const [id, value] of acknowledged) {
        if (JSON.stringify(draft[id]?.value) !== JSON.stringify(value)) lost.answers += 1;
      }
      const isCounted = attempt?.state === "closed" && attempt.receipt?.answered === acknowledged.size;
      if (hasReceipt && !isCounted) lost.receipts += 1;
    }
    await closeDb();
    return lost;
  }
}

/**
 * The opening of a monthly contest: everybody is signed in and registered beforehand, starts within ten seconds, saves four
 * times 20 to 60 seconds apart and submits. An open loop: each request has its intended instant, and latency counts from
 * there. Afterwards every acknowledged answer is compared with the database. Sign-ins are told apart.
 */
export async function benchRush(): Promise<unknown> {
  const zone = await startZone({ members: MEMBERS, organisations: Math.min(410, Math.floor(MEMBERS / 8)) });
  try {
    const signIns = await each(zone.accounts, (account) => signIn(zone.base, account, zone.password));
    const cookies = signIns.made;
    const { contestId, opensAt } = await openContest(zone, REGISTERING_MS);
    const joins = await each(cookies, async (cookie) => {
      const reply = await send(zone.base, "PUT", `/api/v1/contests/${contestId}/entry`, { cookie, body: "{}" });
      if (reply.status >= 300) throw new Error(`报名没有成功：${reply.status} ${reply.body.slice(0, 200)}`);
    });
    if (Date.now() > opensAt.getTime()) throw new Error("报名用得太久，竞赛已经开始。");
    await pause(opensAt.getTime() - Date.now() + 1_000);
    const rush = new Rush(zone, contestId);
    const began = performance.now();
    await Promise.all(cookies.map((cookie) => rush.take(cookie, began + Math.random() * ARRIVE_MS)));
    const lost = await rush.lost();
    const steps = Object.fromEntries(STEPS.map((step) => [step, summarise(rush.times[step])]));
    console.table({ 登录: summarise(signIns.times), 报名: summarise(joins.times), ...steps });
    const slow = STEPS.filter((step) => (steps[step]?.p95 ?? 0) > LIMIT);
    console.log(`${cookies.length}人，${rush.errors}个错误，丢失答案${lost.answers}处、回执${lost.receipts}张`);
    console.log(slow.length === 0 ? `每一步的p95都在${LIMIT}毫秒以内。` : `p95超过${LIMIT}毫秒：${slow.join("、")}`);
    const seconds = round((performance.now() - began) / 1_000);
    const before = { signIn: summarise(signIns.times), join: summarise(joins.times) };
    return { members: cookies.length, limit: LIMIT, errors: rush.errors, lost, seconds, before, steps, slow };
  } finally {
    await zone.stop();
  }
}
