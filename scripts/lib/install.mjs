// Installs the packages of package-lock.json when they are not there yet, complete and for this Node.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkToolchain, mendNative } from "./native.mjs";
import { root, run } from "./run.mjs";
import { StepError, hashOf, mustSucceed, patiently, readState, remember, say } from "./steps.mjs";

const OLDEST = [20, 19];

/** Refuses a Node that the product does not run on. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new StepError(
    `需要Node ${OLDEST.join(".")}或更新的版本，本机是${version}。请到 https://nodejs.org/ 安装后重试。`,
  );
}

/**
 * Is node_modules what the lock file says? Compares with the list that npm leaves there, and looks for each folder.
 * Optional packages are left out: which of them npm installs depends on the platform.
 */
export function isComplete(base = root) {
  const installedFile = join(base, "node_modules/.package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(base, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" ||
      entry.optional ||
      entry.devOptional ||
      (installed[path]?.version === entry.version && existsSync(join(base, path, "package.json"))),
  );
}

/**
 * Guarantees: after it, every package is there and better-sqlite3 loads, or a StepError says what to type. A folder
 * that `npm ci` filled by hand is as good as ours; for another Node only the native part is made again.
 */
export async function install() {
  const key = hashOf(["package-lock.json"], [process.version, process.platform, process.arch]);
  const complete = isComplete();
  if (complete && readState().install === key) return;
  await checkToolchain();
  if (!complete) {
    say("▶ 安装依赖（第一次约1–3分钟）…");
    const result = await patiently("安装依赖", run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]));
    mustSucceed(result, "依赖没有装好。请检查网络与上面的提示，然后重新运行本命令。");
    say(`✓ 安装依赖（${result.seconds.toFixed(1)}秒）`);
  }
  await mendNative();
  remember("install", key);
}
