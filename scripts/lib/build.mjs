// Builds the product into a folder of its own and switches a pointer when it is done, so that a running server keeps
// its files, a failed build changes nothing, and open pages of the release before still find their chunks.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isProduct } from "./prepare.mjs";
import { root, run } from "./run.mjs";
import { filesUnder, hashOf, mustSucceed, patiently, say } from "./steps.mjs";

const BUILDS = ".next-builds";
const INPUTS = [
  ...["app", "components", "content", "domain", "features", "jobs", "lib", "public", "generated", "prisma/schema"],
  ...[
    "proxy.ts",
    "instrumentation.ts",
    "instrumentation-client.ts",
    "next.config.ts",
    "postcss.config.mjs",
    "tsconfig.json",
    "package-lock.json",
  ],
];

/** @returns {{ current: string | null, previous: string | null }} */
export function readPointer(base = root) {
  try {
    return JSON.parse(readFileSync(join(base, BUILDS, "current.json"), "utf8"));
  } catch {
    return { current: null, previous: null };
  }
}

/** The folder of the build that is served, relative to the repository (what NEXT_DIST_DIR takes); null without one. */
export function currentBuild(base = root) {
  const { current } = readPointer(base);
  return current !== null && isWhole(base, current) ? `${BUILDS}/${current}` : null;
}

const isWhole = (/** @type {string} */ base, /** @type {string} */ name) =>
  existsSync(join(base, BUILDS, name, "own-static.json"));

/** Which build the present sources give. PUBLIC_URL and NEXT_PUBLIC_* are compiled into static pages. */
export function buildName(/** @type {Record<string, string | undefined>} */ env = process.env) {
  const settings = Object.keys(env).filter((name) => name === "PUBLIC_URL" || name.startsWith("NEXT_PUBLIC_"));
  return hashOf(INPUTS, [process.version, ...settings.sort().map((name) => `${name}=${env[name]}`)], root, isProduct);
}

/**
 * After a finished build: remembers which chunks are its own, adds those of the release before (its own alone, so that
 * nothing lives longer than one release), switches the pointer, and removes every other build.
 */
export function switchTo(/** @type {string} */ name, base = root) {
  const folder = join(base, BUILDS, name);
  const before = readPointer(base);
  const previous = before.current === name ? before.previous : before.current;
  if (!isWhole(base, name))
    writeFileSync(join(folder, "own-static.json"), JSON.stringify(filesUnder(["static"], folder)));
  if (previous !== null && isWhole(base, previous)) {
    const old = join(base, BUILDS, previous);
    for (const file of JSON.parse(readFileSync(join(old, "own-static.json"), "utf8"))) {
      if (existsSync(join(folder, file)) || !existsSync(join(old, file))) continue;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(old, file), join(folder, file));
    }
  }
  writeFileSync(join(base, BUILDS, "current.json.new"), JSON.stringify({ current: name, previous }));
  renameSync(join(base, BUILDS, "current.json.new"), join(base, BUILDS, "current.json"));
  for (const other of readdirSync(join(base, BUILDS), { withFileTypes: true })) {
    if (other.isDirectory() && other.name !== name && other.name !== previous)
      rmSync(join(base, BUILDS, other.name), { recursive: true, force: true });
  }
}

/** Builds when the sources changed. Gives the folder to serve, relative to the repository. */
export async function build() {
  const name = buildName();
  const folder = join(root, BUILDS, name);
  if (!isWhole(root, name)) {
    say("▶ 构建（约1分钟）…");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const building = run(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env: { NEXT_DIST_DIR: `${BUILDS}/${name}`, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    const result = await patiently("构建", building);
    if (!result.ok) rmSync(folder, { recursive: true, force: true });
    mustSucceed(result, "构建失败，原来的版本没有变动。");
    say(`✓ 构建（${result.seconds.toFixed(1)}秒）`);
  }
  if (readPointer().current !== name) switchTo(name);
  return `${BUILDS}/${name}`;
}
