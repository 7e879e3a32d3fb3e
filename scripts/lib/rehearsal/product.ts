// A whole product as its operator runs it: `npm start` in a folder, on a data folder and a port of its own.
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";

export type Product = { base: string; stop: () => Promise<void> };

/** A first start installs and builds, on a busy machine for long. */
const PATIENCE_MS = 60 * 60_000;

export type Place = { folder: string; dataDir: string; port: number; log: string };

export function settingsOf({ dataDir, port }: Place): NodeJS.ProcessEnv {
  const settings: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: dataDir, HOST: "127.0.0.1", PORT: String(port) };
  delete settings["DATABASE_URL"];
  delete settings["PUBLIC_URL"];
  return settings;
}

async function answers(base: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end && child.exitCode === null && child.signalCode === null) {
    const ok = await fetch(`${base}/api/health/ready`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("服务没有启动，原因见记录文件。");
}

/** Starts and waits until it is ready; its output goes to the log. */
export async function startProduct(place: Place): Promise<Product> {
  const log = openSync(place.log, "a");
  const child = spawn(process.execPath, [join(place.folder, "scripts/start.mjs"), "--empty"], {
    cwd: place.folder,
    env: settingsOf(place),
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const ended = new Promise((done) => child.once("close", done));
  const base = `http://127.0.0.1:${place.port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    await answers(base, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base, stop };
}
