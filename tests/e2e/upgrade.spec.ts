import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { encode } from "next-auth/jwt";
import { expect, test } from "@playwright/test";
import { withSource } from "@/lib/backup/open-source";
import { openArchive } from "@/lib/backup/read-archive";
import { writeArchive } from "@/lib/backup/write-archive";
import { freePort } from "../../scripts/lib/free-port";
import { lossesSince, type Losses } from "../../scripts/lib/row-losses";
import { runScript } from "../../scripts/lib/run.mjs";
import { mustSucceed } from "../../scripts/lib/steps.mjs";
import { startServer } from "./support/server-process";
import type { OldFacts } from "./support/upgrade/old-facts";
import { zoneOfEarlierCommit, zoneOfMainLoop } from "./support/upgrade/old-zone";

/** A new version starts on the data of an earlier one, while somebody is in the middle of a quiz. */
let folder: string;
const dataDir = () => join(folder, "data");
const target = () => ({ engine: "sqlite" as const, file: join(dataDir(), "zhijian.db") });

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "upgrade-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The cookie that the person's browser has had since before the upgrade. */
async function cookieOf({ memberId }: OldFacts): Promise<string> {
  const handle = new Database(target().file, { readonly: true });
  const row = handle.prepare<[string], { id: string }>("SELECT id FROM session WHERE member_id = ?").get(memberId);
  handle.close();
  const secret = readFileSync(join(dataDir(), "keys/session.key"), "utf8").trim();
  return `next-auth.session-token=${await encode({ token: { sub: memberId, sid: row?.id }, secret })}`;
}

/** What the start of a new version may change: the library, its own notes, and what the clock does. */
const OWN_BUSINESS = /^(question|quiz|content_item|setting|job_run|job_lease)\b/;

function expectNothingLost({ rows, gone, changed }: Losses): void {
  expect(rows).toBeGreaterThan(30);
  expect(gone.filter((row) => !OWN_BUSINESS.test(row))).toEqual([]);
  expect(changed.filter((column) => !OWN_BUSINESS.test(column))).toEqual([]);
}

async function upgradeAndGoOn(facts: OldFacts): Promise<void> {
  const before = join(folder, "before.tar");
  const now = () => new Date();
  await writeArchive({ target: target(), dataDir: dataDir(), file: before, withKeys: false, product: "0", now });
  const cookie = await cookieOf(facts);
  const settings = { DATA_DIR: dataDir(), PORT: String(await freePort()) };
  const migrated = mustSucceed(await runScript("migrate.ts", [], { env: settings }), "migrate.ts failed");
  expect(migrated.output).toMatch(/升级前已备份：.*before-migration-/);
  mustSucceed(await runScript("content.ts", ["load"], { env: settings }), "content.ts failed");
  expectNothingLost(await withSource(target(), (source) => lossesSince(openArchive(before), source)));

  const server = await startServer({ ...settings, PUBLIC_URL: `http://127.0.0.1:${settings.PORT}` });
  try {
    const call = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
      const headers = { cookie, ...(body ? { "content-type": "application/json" } : {}) };
      const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
      const reply = await fetch(`${server.base}/api/v1${path}`, init);
      expect(reply.status, `${method} ${path}`).toBe(200);
      return (await reply.json()) as Record<string, unknown>;
    };
    const attempt = `/attempts/${facts.attemptId}`;
    expect(await call("GET", attempt)).toMatchObject({ state: "open", answers: facts.saved });
    await call("PUT", `${attempt}/answers`, { revision: 8, answers: facts.unsent });
    expect((await call("GET", attempt))["answers"]).toEqual({ ...facts.saved, ...facts.unsent });
    const { receipt } = (await call("POST", `${attempt}/submission`, {})) as { receipt: { id: string; score: number } };
    expect(receipt.score).toBe(facts.score);
    for (const id of [facts.receiptId, receipt.id])
      expect(await (await fetch(`${server.base}/receipts/${id}`)).text()).toContain("回执有效。");
    const { entries } = (await call("GET", "/me/points")) as { entries: { points?: number; value?: number }[] };
    const points = entries.map((entry) => entry.value ?? entry.points ?? 0);
    expect(points.reduce((sum, value) => sum + value, 0)).toBeGreaterThanOrEqual(facts.points);
  } finally {
    await server.stop();
  }
  expect(server.complaints()).toBe("");
  const ledger = await runScript("ledger.ts", ["verify"], { env: settings });
  expect(ledger.output).toMatch(/^积分流水核对无误：1人/);
  expect(ledger.ok).toBe(true);
}

test("from the version of the main loop: answers, session, receipts and points are all there", async () => {
  await upgradeAndGoOn(await zoneOfMainLoop(dataDir()));
});

test("from the commit before the newest migration: answers, session, receipts and points are all there", async () => {
  test.setTimeout(180_000);
  const facts = zoneOfEarlierCommit(dataDir());
  test.skip(typeof facts === "string", String(facts));
  if (typeof facts !== "string") await upgradeAndGoOn(facts);
});
