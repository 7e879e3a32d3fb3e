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

async function everything() {
  const prepared = await asRow("set-up", prepareCode);
  if (prepared.failed > 0) {
    return [
      prepared,
      ...["checks", "vitest integration", "build", "journeys"].map((name) => blockedRow(name, "the set-up failed")),
    ];
  }
  const browser = toolRow("browser", await runScript("lib/ensure-browser.ts", [], { show: true }));
  const checks = await runChecks();
  say(failures(checks));
  const integration = await vitest("integration", true);
  const built = await asRow("build", build);
  say(failures([built]));
  const missing = [browser, built].filter(({ failed }) => failed > 0).map(({ name }) => name);
  const walked = missing.length > 0 ? blockedRow("journeys", `no ${missing.join(" and no ")}`) : await journeys();
  return [prepared, browser, ...checks, integration, built, walked];
}

endWithChildren();
const rows = await everything();
say(`${failures(rows)}\n${summary(rows)}`);
process.exitCode = allPassed(rows) ? 0 : 1;
