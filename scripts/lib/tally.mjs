// Counts of several runners, added honestly: a runner that did not start, or ended badly without naming a failed
// test, counts as one failure. Skipped tests are named apart and never count as passed.
import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number, output: string }} Row */
/** @typedef {{ passed: number, failed: number, skipped: number, faults: string[] }} Counts `faults`: each failed test */

/** A tool that either passes or fails. @returns {Row} */
export const toolRow = (
  /** @type {string} */ name,
  /** @type {{ ok: boolean, seconds: number, output: string }} */ { ok, seconds, output },
) => ({
  ...{ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, seconds },
  output: ok ? "" : output,
});

/** A stage that could not run because what it needs failed. @returns {Row} */
export const blockedRow = (/** @type {string} */ name, /** @type {string} */ reason) => ({
  ...{ name, passed: 0, failed: 1, skipped: 0, seconds: 0 },
  output: `not run: ${reason}`,
});

/** @returns {unknown} */
function reportIn(/** @type {string} */ file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  } catch {
    return null;
  }
}

/** Lines of one fault that are repeated; the whole stands where the test ran. */
const FAULT_LINES = 16;

/** One failed test: its name, and the first lines of what was wrong. */
function fault(/** @type {string[]} */ names, /** @type {string[]} */ messages) {
  const said = stripVTControlCharacters(messages.join("\n")).split("\n").slice(0, FAULT_LINES);
  return [names.join(" › "), ...said.map((line) => `  ${line}`)].join("\n");
}

/**
 * Vitest's JSON report (any: not a type of ours); a file that failed before its first test counts as one failure.
 * @returns {Counts}
 */
export function vitestCounts(/** @type {any} */ report) {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === "failed" && !file.assertionResults.some((/** @type {any} */ test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    faults: report.testResults.flatMap((/** @type {any} */ file) => [
      ...(broken.includes(file) ? [fault([file.name], [file.message ?? ""])] : []),
      ...file.assertionResults
        .filter((/** @type {any} */ test) => test.status === "failed")
        .map((/** @type {any} */ test) => fault([file.name, test.fullName], test.failureMessages)),
    ]),
  };
}

/** The failed tests of a suite of Playwright's report and of those inside it (any: not a type of ours). */
function faultsOf(/** @type {any} */ suite) {
  /** @type {string[]} */
  const inside = (suite.suites ?? []).flatMap(faultsOf);
  const own = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests
      .filter((/** @type {any} */ test) => ["unexpected", "flaky"].includes(test.status))
      .map((/** @type {any} */ test) => {
        const errors = test.results.flatMap((/** @type {any} */ result) => result.errors);
        const messages = errors.map((/** @type {any} */ error) => error.message ?? error.value ?? "");
        return fault([`[${test.projectName}] ${spec.file}:${spec.line}`, spec.title], messages);
      }),
  );
  return [...own, ...inside];
}

/**
 * Playwright's JSON report (any: not a type of ours); a test that passed only on a second try has failed.
 * @returns {Counts}
 */
export function playwrightCounts(/** @type {any} */ report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const around = report.errors.map((/** @type {any} */ error) => fault(["around the tests"], [error.message ?? ""]));
  return {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
    faults: [...around, ...report.suites.flatMap(faultsOf)],
  };
}

/**
 * One row for a runner of tests, from its JSON report (any: each runner has a shape of its own) and its exit code.
 * Its output is the failed tests, or all that was printed when the report names none.
 * @param {string} name
 * @param {{ ok: boolean, seconds: number, output: string }} result
 * @param {string} file
 * @param {(report: any) => Counts} count
 * @returns {Row}
 */
export function runnerRow(name, result, file, count) {
  const report = reportIn(file);
  const { faults, ...counts } = report === null ? { passed: 0, failed: 0, skipped: 0, faults: [] } : count(report);
  const silent = counts.failed === 0 && (!result.ok || counts.passed + counts.skipped === 0);
  const failed = silent ? 1 : counts.failed;
  const output = failed === 0 ? "" : faults.join("\n\n") || result.output;
  return { name, ...counts, failed, seconds: result.seconds, output };
}

const sum = (/** @type {Row[]} */ rows, /** @type {"passed" | "failed" | "skipped"} */ key) =>
  rows.reduce((total, row) => total + row[key], 0);

/** The table of all rows; its last line is the verdict over all runners. */
export function summary(/** @type {Row[]} */ rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, passed, failed, skipped, seconds }) => {
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped`;
    return `${failed > 0 ? "✗" : "✓"} ${name.padEnd(width)} ${counts} ${seconds.toFixed(1).padStart(7)} s`;
  });
  const skipped = sum(rows, "skipped");
  if (skipped > 0) lines.push(`${skipped} skipped`);
  return [...lines, `${sum(rows, "passed")} passed, ${sum(rows, "failed")} failed`].join("\n");
}

export const allPassed = (/** @type {Row[]} */ rows) => sum(rows, "failed") === 0;
