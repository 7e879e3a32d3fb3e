import { spawn } from "node:child_process";
import { root } from "../../../scripts/lib/run.mjs";

/** A server of the built product, as a process of its own. */
export type ServerProcess = {
  base: string;
  /** What it wrote to standard error so far. */
  complaints: () => string;
  stop: () => Promise<void>;
};

type Settings = Readonly<Record<string, string>> & { PORT: string };

function spawnServer(settings: Settings) {
  const env = { ...process.env, HOST: "127.0.0.1", ...settings };
  const child = spawn(process.execPath, ["scripts/serve.mjs"], {
    cwd: root,
    env: {
      ...env,
      ...{ NODE_ENV: "production", NEXT_DIST_DIR: process.env["E2E_DIST_NAME"], NEXT_TELEMETRY_DISABLED: "1" },
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaints = "";
  child.stderr.on("data", (chunk) => (complaints += String(chunk)));
  const ended = new Promise<number | null>((done) => child.once("close", done));
  return { child, ended, complaints: () => complaints };
}

/** Starts a server and waits until it answers. Throws when it ends instead. */
export async function startServer(settings: Settings): Promise<ServerProcess> {
  const { child, ended, complaints } = spawnServer(settings);
  const base = `http://127.0.0.1:${settings.PORT}`;
  const answers = () =>
    fetch(`${base}/api/health`).then(
      (reply) => reply.ok,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended:\n${complaints()}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { base, complaints, stop };
}

/** Starts a server that is expected to refuse: its exit code and what it said. */
export async function refusedServer(settings: Settings): Promise<{ code: number | null; said: string }> {
  const { child, ended, complaints } = spawnServer(settings);
  const late = setTimeout(() => child.kill("SIGKILL"), 30_000);
  const code = await ended;
  clearTimeout(late);
  return { code, said: complaints() };
}
