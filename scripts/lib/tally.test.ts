import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allPassed, blockedRow, playwrightCounts, runnerRow, summary, toolRow, vitestCounts } from "./tally.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tally-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const good = { ok: true, seconds: 1, output: "said" };
const bad = { ok: false, seconds: 1, output: "said" };

/** A vitest report with the given counts; `broken` files failed before their first test. */
const vitestReport = (passed: number, failed: number, broken = 0, pending = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: 0,
  testResults: [
    { status: failed > 0 ? "failed" : "passed", assertionResults: [{ status: failed > 0 ? "failed" : "passed" }] },
    ...Array.from({ length: broken }, () => ({ status: "failed", assertionResults: [] })),
  ],
});

const playwrightReport = (expected: number, unexpected: number, flaky = 0, errors = 0) => ({
  stats: { expected, unexpected, flaky, skipped: 2 },
  errors: Array.from({ length: errors }, () => ({ message: "global setup" })),
});

describe("a vitest run", () => {
  const row = (report: unknown, result = good) => {
    const file = join(folder, "report.json");
    writeFileSync(file, typeof report === "string" ? report : JSON.stringify(report));
    return runnerRow("unit", result, file, vitestCounts);
  };

  it.each([
    ["all passed", vitestReport(3, 0), good, 3, 0],
    ["one failed", vitestReport(2, 1), bad, 2, 1],
    ["a file failed to load", vitestReport(2, 0, 1), bad, 2, 1],
    ["two files failed to load", vitestReport(2, 0, 2), bad, 2, 2],
    ["passed, but ended badly (an unhandled rejection)", vitestReport(3, 0), bad, 3, 1],
    ["nothing was found", vitestReport(0, 0), good, 0, 1],
    ["the report is cut off", '{"numPassedTests": 3', bad, 0, 1],
  ])("%s", (_what, report, result, passed, failed) => {
    expect(row(report, result)).toMatchObject({ passed, failed });
  });

  it("names skipped tests apart", () => {
    expect(row(vitestReport(1, 0, 0, 2))).toMatchObject({ passed: 1, failed: 0, skipped: 2 });
  });

  it("that never wrote a report has failed, even with a good exit code", () => {
    expect(runnerRow("unit", good, join(folder, "none.json"), vitestCounts)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("a Playwright run", () => {
  it.each([
    [playwrightReport(5, 1), { passed: 5, failed: 1, skipped: 2 }],
    [playwrightReport(5, 0, 1), { passed: 5, failed: 1, skipped: 2 }],
    [playwrightReport(0, 0, 0, 1), { passed: 0, failed: 1, skipped: 2 }],
  ])("%j", (report, counts) => {
    expect(playwrightCounts(report)).toEqual(counts);
  });
});

describe("the verdict", () => {
  const unit = { name: "unit", passed: 40, failed: 0, skipped: 1, seconds: 2, output: "" };
  it("is the last line and sums all runners", () => {
    const rows = [toolRow("eslint", good), unit, toolRow("build", bad), blockedRow("journeys", "no build")];
    expect(summary(rows).split("\n").slice(-2)).toEqual(["1 skipped", "41 passed, 2 failed"]);
    expect(allPassed(rows)).toBe(false);
  });
  it("is good only without any failure", () => {
    expect(allPassed([toolRow("eslint", good), unit])).toBe(true);
  });
});
