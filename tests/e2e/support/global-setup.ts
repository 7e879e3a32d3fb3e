import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../../scripts/lib/build.mjs";
import { root, runScript } from "../../../scripts/lib/run.mjs";
import { mustSucceed } from "../../../scripts/lib/steps.mjs";
import { browserOfTests } from "./browser";

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

async function answers(address: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const ok = await fetch(`${address}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("The server ended before it answered /api/health.");
}

/**
 * Starts the built product with a demo zone of its own in a new folder. Journeys find its address in `E2E_BASE_URL`
 * (also Playwright's `baseURL`), its accounts in the file `E2E_ACCOUNTS` and its folder in `E2E_DATA_DIR`.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (browserOfTests() === null)
    throw new Error("No Chromium: run `npm test`, it finds or installs one, or set CHROMIUM_PATH.");
  const distDir = await build();
  const dataDir = mkdtempSync(join(tmpdir(), "e2e-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = { DATA_DIR: dataDir, HOST: "127.0.0.1", PORT: String(port), PUBLIC_URL: address };
  for (const [file, ...args] of [["migrate.ts"], ["content.ts", "load"], ["demo.ts", "ensure"]] as const) {
    mustSucceed(await runScript(file, [...args], { env }), `${file} failed`);
  }
  const server = spawn(process.execPath, ["scripts/serve.mjs"], {
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: "production", NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await answers(address, server);
  process.env["E2E_BASE_URL"] = address;
  process.env["E2E_ACCOUNTS"] = join(dataDir, "demo-accounts.txt");
  process.env["E2E_DATA_DIR"] = dataDir;
  process.env["E2E_DIST_DIR"] = join(root, distDir);
  process.env["E2E_DIST_NAME"] = distDir;
  process.env["E2E_SERVER_PID"] = String(server.pid);
  return async () => {
    const ended = new Promise((done) => server.once("close", done));
    server.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
}
