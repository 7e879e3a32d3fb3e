import { readFileSync } from "node:fs";
import path from "node:path";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { grantRole } from "@/features/members/mutations/grant-role";
import { findMemberByLoginKey, loginKeyOf } from "@/features/members/queries";
import { closeDb, db } from "@/lib/db";
import { writeWorkbook } from "@/lib/sheets/write";
import { runAttempt, STEPS, type Step } from "./attempt-journey";
import { send, signIn } from "./support/client";
import { missedLimits } from "./support/limits";
import { builtFolder, startZone, type Zone } from "./support/server";
import { round, summarise, type Summary } from "./support/stats";

const ROWS = 5_000;
/** Every so many rows one has a fault: the file can be marked. */
const FAULTY_EVERY = 50;
const CLIENTS = 32;
const BEFORE_SECONDS = 15;
/** What p95 of a save may be while a file comes in. */
const LIMIT_MS = 300;

type Times = Record<Step, number[]>;
const noTimes = (): Times => Object.fromEntries(STEPS.map((step) => [step, []])) as unknown as Times;

/** People who answer one attempt after another; `phase` says where their times go. */
class Takers {
  readonly phases: Readonly<Record<string, Times>> = {
    ...{ warm: noTimes(), before: noTimes(), check: noTimes(), mark: noTimes(), write: noTimes() },
  };
  phase = "warm";
  errors = 0;
  private isOver = false;
  private readonly work: Promise<unknown>;

  constructor(zone: Zone, cookies: readonly string[]) {
    this.work = Promise.all(cookies.map((cookie) => this.take(zone, cookie)));
  }

  private async take(zone: Zone, cookie: string): Promise<void> {
    // A step belongs to the phase in which it ends.
    const times = Object.fromEntries(
      STEPS.map((step) => [step, { push: (ms: number) => this.phases[this.phase]?.[step].push(ms) }]),
    ) as unknown as Times;
    while (!this.isOver) {
      try {
        await runAttempt(zone, cookie, times);
      } catch (error) {
        this.errors += 1;
        if (this.errors <= 3) console.error(error instanceof Error ? error.message : error);
      }
    }
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.work;
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function workbook(): Promise<Buffer> {
  const places = await db().organisation.findMany({ select: { name: true }, take: 40 });
  const columns = ["姓名", "手机号", "所在组织", "身份"].map((header) => ({ header, kind: "text" as const }));
  const rows = Array.from({ length: ROWS }, (_, at) => [
    "示例同志",
    at % FAULTY_EVERY === 0 ? "1370000" : String(13_700_000_000 + at),
    places[at % places.length]?.name ?? "",
    "职工",
  ]);
  return writeWorkbook({ sheets: [{ name: "人员", columns, rows }] });
}

function form(file: Buffer): { body: Buffer; type: string } {
  const boundary = "bench-form-4c1d";
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="kind"\r\n\r\nmembers\r\n` +
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="bench.xlsx"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body, type: `multipart/form-data; boundary=${boundary}` };
}

/** The committee's session of one of the load accounts. */
async function committeeOf(zone: Zone, login: string): Promise<string> {
  const found = await findMemberByLoginKey(loginKeyOf(login) ?? "");
  if (!found) throw new Error(`没有${login}。`);
  const term = { since: businessDateOf(new Date()), until: null, actorId: null, now: new Date() };
  const made = await grantRole({
    ...term,
    memberId: found.memberId,
    role: "committee",
    scopeKind: "zone",
    scopeId: "",
  });
  if (!made.ok) throw new Error(made.detail);
  return signIn(zone.base, login, zone.password);
}

/** The id under which the build knows a server action. */
function actionId(name: string): string {
  const file = path.join(builtFolder(), "server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as { node: Record<string, { exportedName?: string }> };
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name);
  if (!found) throw new Error(`没有${name}。`);
  return found[0];
}

async function untilState(importId: string, states: readonly string[]): Promise<string> {
  for (;;) {
    const { state } = await db().importFile.findUniqueOrThrow({ where: { id: importId }, select: { state: true } });
    if (states.includes(state)) return state;
    await pause(100);
  }
}

type Durations = { check: number; mark: number; write: number };

/** Upload until judged, the marked workbook, then 写入; each is a phase of its own. */
async function importAll(zone: Zone, cookie: string, takers: Takers): Promise<Durations> {
  const file = await workbook();
  const began = performance.now();
  takers.phase = "check";
  const reply = await send(zone.base, "POST", "/committee/imports/upload", {
    ...{ cookie, ...form(file), headers: { accept: "text/html", origin: zone.base } },
  });
  const importId = reply.location.split("/").at(-1) ?? "";
  if (reply.status !== 303) throw new Error(`上传没有成功：${reply.status} ${reply.body.slice(0, 300)}`);
  if ((await untilState(importId, ["checked", "failed"])) !== "checked") throw new Error("试导入没有成功。");
  const checked = performance.now();
  takers.phase = "mark";
  const marked = await send(zone.base, "GET", `${reply.location}/marked`, { cookie });
  if (marked.status !== 200) throw new Error(`标注没有成功：${marked.status}`);
  const markedAt = performance.now();
  takers.phase = "write";
  await send(zone.base, "POST", reply.location, {
    ...{ cookie, type: "text/plain;charset=UTF-8", body: JSON.stringify([{ importId }]) },
    headers: { "next-action": actionId("writeImportAction"), origin: zone.base },
  });
  await untilState(importId, ["written"]);
  const seconds = (from: number, to: number) => round((to - from) / 1000, 1);
  const end = performance.now();
  takers.phase = "warm";
  return { check: seconds(began, checked), mark: seconds(checked, markedAt), write: seconds(markedAt, end) };
}

/** 5,000 rows come in over HTTP while 32 people answer without a pause: how long a save waits, before and meanwhile. */
export async function benchImport(): Promise<unknown> {
  const zone = await startZone({ members: 200, organisations: 40 });
  process.env["DATA_DIR"] = zone.dataDir;
  try {
    const cookies: string[] = [];
    for (const account of zone.accounts.slice(0, CLIENTS)) {
      cookies.push(await signIn(zone.base, account, zone.password));
    }
    const committee = await committeeOf(zone, zone.accounts[CLIENTS] ?? "");
    const before = await db().member.count();
    const takers = new Takers(zone, cookies);
    await pause(5_000);
    takers.phase = "before";
    await pause(BEFORE_SECONDS * 1_000);
    const seconds = await importAll(zone, committee, takers);
    await takers.end();
    const written = (await db().member.count()) - before;
    if (written !== ROWS - ROWS / FAULTY_EVERY) throw new Error(`写入了${written}行，数目不对。`);
    const saves: Record<string, Summary> = {};
    for (const phase of ["before", "check", "mark", "write"])
      saves[phase] = summarise(takers.phases[phase]?.save ?? []);
    console.table(saves);
    const during = summarise(["check", "mark", "write"].flatMap((phase) => takers.phases[phase]?.save ?? []));
    const missed = missedLimits([
      { what: "导入期间保存答案的p95", measured: during.p95, most: LIMIT_MS, unit: "毫秒" },
      { what: "没有成功的作答", measured: takers.errors, most: 0, unit: "次" },
    ]);
    console.log(
      `导入${ROWS}行（写入${written}行）：试导入${seconds.check}秒，标注${seconds.mark}秒，写入${seconds.write}秒`,
    );
    console.log(`保存答案：平时p95 ${saves["before"]?.p95}毫秒，导入期间p95 ${during.p95}毫秒，${takers.errors}个错误`);
    return { rows: ROWS, written, seconds, saves, during, errors: takers.errors, missed };
  } finally {
    await closeDb();
    await zone.stop();
  }
}
