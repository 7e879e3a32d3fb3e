// `npm test`: everything, from a clean clone. Installs what it needs, then runs the checks, the tests on real
// databases, the build, and the journeys in a browser. Later stages run after a failure, so that one run shows all.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./lib/build.mjs";
import { failures, runChecks, vitest } from "./lib/checks.mjs";
import { prepareCode } from "./lib/prepare.mjs";
import { endWithChildren, root, run, runScript } from "./lib/run.mjs";
import { StepError, say } from "./lib/steps.mjs";
import { allPassed, blockedRow, playwrightCounts, runnerRow, summary, toolRow } from "./lib/tally.mjs";

// The tests bring their own databases, folders and ports: nothing of the caller's may be touched.
for (const name of ["DATABASE_URL", "DATA_DIR", "HOST", "PORT", "PUBLIC_URL", "TRUSTED_PROXIES"])
  delete process.env[name];

/** Runs a part that throws a StepError when it fails, as one row. */
async function asRow(/** @type {string} */ name, /** @type {() => Promise<unknown>} */ work) {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  try {
    await work();
    return toolRow(name, { ok: true, seconds: seconds(), output: "" });
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return toolRow(name, { ok: false, seconds: seconds(), output: error.message });
  }
}

async function journeys() {
  const report = join(root, ".cache/playwright.json");
  rmSync(report, { force: true });
  const result = await run(process.execPath, ["node_modules/@playwright/test/cli.js", "test"], { show: true });
  return runnerRow("journeys", result, report, playwrightCounts);
}

/** @typedef {import("./lib/tally.mjs").Row} Row */

/** Every stage in turn; what failed is printed at once, while later stages still run. */
async function everything() {
  /** @type {Row[]} */
  const rows = [];
  const add = (/** @type {Row[]} */ ...found) => {
    rows.push(...found);
    const output = failures(found);
    if (output !== "") say(output);
  };
  const failed = (/** @type {string} */ name) => rows.some((row) => row.name === name && row.failed > 0);

  add(await asRow("set-up", prepareCode));
  if (failed("set-up")) {
    add(...["checks", "vitest integration", "build", "journeys"].map((name) => blockedRow(name, "the set-up failed")));
    return rows;
  }
  add(toolRow("browser", await runScript("lib/ensure-browser.ts", [], { show: true })));
  add(...(await runChecks()));
  add(await vitest("integration", true));
  add(await asRow("build", build));
  const missing = ["browser", "build"].filter(failed);
  add(missing.length > 0 ? blockedRow("journeys", `no ${missing.join(" and no ")}`) : await journeys());
  return rows;
}

endWithChildren();
const rows = await everything();
// Once more at the end, where whoever reads only the end finds it.
say(`${failures(rows)}\n${summary(rows)}`);
process.exitCode = allPassed(rows) ? 0 : 1;
