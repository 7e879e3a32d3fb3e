// Child processes of the set-up commands: started in our own process group, ended with us, their output shown or kept.
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();

/** The environment for inner tools: an outer NODE_ENV=production would leave out what the build needs. */
export function toolEnv(extra = {}) {
  const env = { ...process.env, ...extra };
  if (!("NODE_ENV" in extra)) delete env.NODE_ENV;
  return env;
}

/**
 * Runs a program to its end and never throws. `show` passes the output through, otherwise it is returned.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, show?: boolean }} [options]
 * @returns {Promise<{ ok: boolean, code: number | null, stdout: string, output: string, seconds: number }>}
 */
export function run(command, args, { env = {}, cwd = root, show = false } = {}) {
  const began = performance.now();
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: toolEnv(env),
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    children.add(child);
    let stdout = "";
    let output = "";
    child.stdout?.on("data", (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr?.on("data", (chunk) => (output += chunk));
    const end = (/** @type {number | null} */ code, /** @type {string} */ note) => {
      children.delete(child);
      done({ ok: code === 0, code, stdout, output: output + note, seconds: (performance.now() - began) / 1000 });
    };
    child.on("error", (error) => end(null, String(error.message)));
    child.on("close", (code) => end(code, ""));
  });
}

/** Runs a TypeScript command of scripts/ the way `npm run <name> -- <args>` does, without npm's start-up time. */
export function runScript(/** @type {string} */ file, /** @type {string[]} */ args = [], options = {}) {
  return run(
    process.execPath,
    [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "scripts", file), ...args],
    options,
  );
}

/** Ctrl-C and SIGTERM end whatever step is running, then us, with the code a shell expects. */
export function endWithChildren() {
  for (const [signal, code] of /** @type {const} */ ([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ])) {
    process.once(signal, () => {
      for (const child of children) child.kill(signal);
      process.exit(code);
    });
  }
}
