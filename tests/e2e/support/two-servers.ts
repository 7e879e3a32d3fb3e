import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDb } from "@/lib/db";
import { forgetEnv } from "@/lib/env";
import { forgetKeys } from "@/lib/keys";
import { forgetRemembered } from "@/lib/remembered";
import { startPostgres } from "@/tests/support/postgres-server";
import { freePort } from "../../../scripts/lib/free-port";
import { runScript } from "../../../scripts/lib/run.mjs";
import { mustSucceed } from "../../../scripts/lib/steps.mjs";
import { startBalancer, type Balancer } from "./balancer";
import { startServer } from "./server-process";

/** Two servers of the product on one PostgreSQL database, each with a data folder of its own, behind one proxy. */
export type TwoServers = {
  balancer: Balancer;
  /** The addresses of the two, past the proxy. */
  bases: readonly [string, string];
  /** The settings of one more server on the same database. */
  further: () => Promise<Record<string, string> & { PORT: string }>;
  stop: () => Promise<void>;
};

const KEYS = ["KEY_SESSION", "KEY_CONTACTS", "KEY_LOOKUP", "KEY_RECEIPTS"];

/** This test process becomes one more process on the database, and can be changed back. */
export async function become(settings: Readonly<Record<string, string | undefined>>): Promise<() => Promise<void>> {
  const before = Object.keys(settings).map((name) => [name, process.env[name]] as const);
  const set = async (entries: readonly (readonly [string, string | undefined])[]) => {
    await closeDb();
    for (const [name, value] of entries) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    forgetEnv();
    forgetKeys();
    forgetRemembered();
  };
  await set(Object.entries(settings));
  return () => set(before);
}

export async function startTwoServers(): Promise<TwoServers> {
  const postgres = await startPostgres();
  const balancer = await startBalancer();
  const folder = mkdtempSync(join(tmpdir(), "two-servers-"));
  const shared = {
    DATABASE_URL: await postgres.createDatabase("two_servers"),
    PUBLIC_URL: balancer.base,
    TRUSTED_PROXIES: "1",
    ...Object.fromEntries(KEYS.map((name) => [name, randomBytes(32).toString("base64")])),
  };
  let number = 0;
  const further = async () => {
    number += 1;
    return { ...shared, DATA_DIR: join(folder, String(number)), PORT: String(await freePort()) };
  };
  const back = await become({ ...shared, DATA_DIR: join(folder, "0") });
  for (const [file, ...args] of [["migrate.ts"], ["content.ts", "load"]] as const)
    mustSucceed(await runScript(file, [...args]), `${file} failed`);
  const [one, two] = [await startServer(await further()), await startServer(await further())];
  balancer.serve([one.base, two.base]);
  return {
    balancer,
    bases: [one.base, two.base],
    further,
    stop: async () => {
      await balancer.close();
      await Promise.all([one.stop(), two.stop()]);
      await back();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
