import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { currentBuild } from "../../scripts/lib/build.mjs";

const LOAD_PASSWORD = "bench-only-password-7f3a";

export type Zone = {
  base: string;
  dataDir: string;
  /** The folder of the build that is served. */
  build: string;
  quizId: string;
  password: string;
  accounts: string[];
  stop: () => Promise<void>;
};

function npmRun(args: string[], env: NodeJS.ProcessEnv): string {
  const result = spawnSync("npm", ["run", "-s", ...args], { env, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`npm run ${args.join(" ")}\n${result.stdout}\n${result.stderr}`);
  return result.stdout;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** The folder of the newest finished build; `npm start` makes it. */
export function builtFolder(): string {
  const folder = process.env["NEXT_DIST_DIR"] ?? currentBuild();
  if (!folder) throw new Error("还没有构建：先运行一次npm start，或用NEXT_DIST_DIR指明构建目录。");
  return folder;
}

async function waitUntilUp(base: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error("服务器没有启动。");
    try {
      if ((await fetch(`${base}/api/health`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("服务器20秒内没有应答。");
}

/** A fresh zone of load accounts in a temporary folder, served by the built product on a free port of this machine. */
export async function startZone(size: { members: number; organisations: number }): Promise<Zone> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "bench-"));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: dataDir, LOAD_PASSWORD, LOG_LEVEL: "warn" };
  delete env["DATABASE_URL"];
  npmRun(["migrate"], env);
  npmRun(["content", "--", "load"], env);
  const seeded = npmRun(
    ["seed:load", "--", "--members", String(size.members), "--organisations", String(size.organisations)],
    env,
  );
  const last = JSON.parse(seeded.trim().split("\n").at(-1) ?? "{}") as { quizId: string; accounts: string[] | number };
  const accounts = Array.isArray(last.accounts)
    ? last.accounts
    : Array.from({ length: last.accounts }, (_, index) => `load-${String(index + 1).padStart(5, "0")}`);
  const build = builtFolder();
  const nodeOptions = process.env["BENCH_NODE_OPTIONS"]?.split(" ") ?? [];
  const server = spawn(process.execPath, [...nodeOptions, "scripts/serve.mjs"], {
    env: {
      ...env,
      NODE_ENV: "production",
      NEXT_DIST_DIR: build,
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_URL: base,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await waitUntilUp(base, server);
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { base, dataDir, build, quizId: last.quizId, password: LOAD_PASSWORD, accounts, stop };
}
