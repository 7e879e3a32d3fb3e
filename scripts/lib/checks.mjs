// The fast checks, as many at a time as there are cores (two at least). Each tool counts as one, each unit test as one.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root, run } from "./run.mjs";
import { filesUnder, hashOf, mustSucceed, step } from "./steps.mjs";
import { runnerRow, toolRow, vitestCounts } from "./tally.mjs";

const bin = (/** @type {string} */ file, /** @type {string[]} */ ...args) => [join("node_modules", file), ...args];
const script = (/** @type {string} */ file) => bin("tsx/dist/cli.mjs", `scripts/${file}`);

/** Longest first, so that the short ones fill the gaps. Not cached: typed rules of one file depend on other files. */
const TOOLS = {
  eslint: bin("eslint/bin/eslint.js", ".", "--max-warnings", "0"),
  typescript: bin("typescript/bin/tsc", "--noEmit", "-p", ".", "--tsBuildInfoFile", ".cache/tsconfig.tsbuildinfo"),
  knip: bin("knip/bin/knip.js", "--no-progress", "--no-config-hints"),
  prettier: bin(
    "prettier/bin/prettier.cjs",
    "--check",
    ".",
    "--cache",
    "--cache-location",
    ".cache/prettier",
    "--log-level",
    "warn",
  ),
  "dependency-cruiser": bin(
    "dependency-cruiser/bin/dependency-cruise.mjs",
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "err-long",
    ".",
  ),
  structure: script("check-structure.ts"),
  content: script("check-content.ts"),
};

/** Runs one vitest project and counts its tests. */
export async function vitest(/** @type {string} */ project, show = false) {
  const report = join(root, `.cache/vitest-${project}.json`);
  rmSync(report, { force: true });
  const args = bin(
    "vitest/vitest.mjs",
    "run",
    "--project",
    project,
    show ? "--reporter=default" : "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  );
  return runnerRow(`vitest ${project}`, await run(process.execPath, args, { show }), report, vitestCounts);
}

/** Next's types of the routes; tsc needs them (and next-env.d.ts) on a tree that was never built. */
async function routeTypes() {
  const envFile = join(root, "next-env.d.ts");
  await step({
    name: "typegen",
    title: "生成路由类型",
    key: hashOf(["next.config.ts"], [filesUnder(["app"]).join()]),
    ready: () =>
      existsSync(join(root, ".next/types/routes.d.ts")) &&
      existsSync(envFile) &&
      readFileSync(envFile, "utf8").includes('"./.next/types/routes.d.ts"'),
    work: async () =>
      mustSucceed(await run(process.execPath, bin("next/dist/bin/next", "typegen")), "生成路由类型失败。"),
  });
}

/** Runs every check, whatever the others say, and gives a row for each in a fixed order. */
export async function runChecks() {
  const began = performance.now();
  const typegen = await routeTypes().then(
    () => null,
    (/** @type {Error} */ error) =>
      toolRow("route types", { ok: false, seconds: (performance.now() - began) / 1000, output: error.message }),
  );
  const jobs = [
    ...Object.entries(TOOLS).map(
      ([name, args]) =>
        async () =>
          toolRow(name, await run(process.execPath, args)),
    ),
    () => vitest("unit"),
  ];
  // The unit tests take long as well: start them second.
  const order = [0, jobs.length - 1, ...jobs.keys()].filter((job, at, all) => all.indexOf(job) === at);
  /** @type {import("./tally.mjs").Row[]} */
  const rows = [];
  const worker = async () => {
    for (let job = order.shift(); job !== undefined; job = order.shift()) {
      const work = jobs[job];
      if (work) rows[job] = await work();
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, worker));
  return typegen === null ? rows : [typegen, ...rows];
}

/** The output of what failed, each under its name. */
export function failures(/** @type {import("./tally.mjs").Row[]} */ rows) {
  return rows
    .filter(({ output }) => output !== "")
    .map(({ name, output }) => `\n✗ ${name}\n${output.trimEnd()}\n`)
    .join("");
}
