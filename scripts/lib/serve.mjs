// Runs a server (scripts/serve.mjs, or Next's for development) in our process group, hands signals on, and says where
// it answers.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { root, toolEnv } from "./run.mjs";
import { StepError, say } from "./steps.mjs";

/** Refuses a port that somebody else has, before the long steps begin. */
export async function checkPort(/** @type {string} */ host, /** @type {number} */ port) {
  /** @type {NodeJS.ErrnoException | null} */
  const error = await new Promise((done) => {
    const probe = createServer();
    probe.once("error", done);
    probe.listen(port, host, () => probe.close(() => done(null)));
  });
  if (error === null) return;
  if (error.code === "EADDRINUSE")
    throw new StepError(
      `端口${port}已被占用（也许已经启动过一次）。请先停掉占用它的程序，或换一个端口：npm start -- --port ${port + 1}`,
    );
  if (error.code === "EACCES")
    throw new StepError(`没有使用端口${port}的权限。请换一个1024以上的端口：npm start -- --port 3000`);
  throw new StepError(`不能在 ${host}:${port} 上监听：${error.message}`);
}

/** The address a browser on this machine uses. */
export function addressOf(/** @type {string} */ host, /** @type {number} */ port) {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/** Waits until the server answers /api/health; false when it ended before or never answered. */
async function answers(/** @type {string} */ address, /** @type {() => boolean} */ alive) {
  for (let i = 0; i < 600 && alive(); i += 1) {
    try {
      if ((await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5000) })).ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}

/**
 * Serves until the server ends. Gives the exit code: 0 after a stop that was asked for.
 * @param {{ args: string[], env: Record<string, string>, host: string, port: number, dataDir: string, note: string, publicUrl: string | undefined }} options
 */
export async function serve({ args, env, host, port, dataDir, note, publicUrl }) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: toolEnv({ ...env, HOST: host, PORT: String(port), DATA_DIR: dataDir, NEXT_TELEMETRY_DISABLED: "1" }),
    stdio: ["ignore", "inherit", "inherit"],
  });
  let asked = false;
  let ended = false;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      asked = true;
      child.kill(signal);
    });
  }
  /** @type {Promise<number>} */
  const end = new Promise((done) => {
    child.on("close", (code) => {
      ended = true;
      done(asked ? 0 : (code ?? 1));
    });
  });
  const address = addressOf(host, port);
  if (await answers(address, () => !ended && !asked)) {
    say(`\n指尖课堂已启动：${publicUrl ?? address}`);
    const accounts = join(dataDir, "demo-accounts.txt");
    if (existsSync(accounts)) say(`\n${readFileSync(accounts, "utf8").trimEnd()}`);
    if (note !== "") say(`\n${note}`);
    say("\n按 Ctrl-C 停止。");
  }
  return end;
}
