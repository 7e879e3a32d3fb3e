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
    {
      status: failed > 0 ? "failed" : "passed",
      assertionResults: [{ status: failed > 0 ? "failed" : "passed", failureMessages: [] }],
    },
    ...Array.from({ length: broken }, () => ({ status: "failed", assertionResults: [] })),
  ],
});

const playwrightReport = (expected: number, unexpected: number, flaky = 0, errors = 0, suites: unknown[] = []) => ({
  stats: { expected, unexpected, flaky, skipped: 2 },
  suites,
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

  it("says which tests failed and why, a long message cut off; of a file that did not load, its name", () => {
    const long = Array.from({ length: 40 }, (_, at) => `line ${at}`).join("\n");
    const report = {
      ...vitestReport(1, 2, 1),
      testResults: [
        {
          name: "a.test.ts",
          status: "failed",
          assertionResults: [
            { status: "passed", fullName: "fine" },
            { status: "failed", fullName: "short", failureMessages: ["\u001B[31mexpected 1\u001B[39m"] },
            { status: "failed", fullName: "long", failureMessages: [long] },
          ],
        },
        { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
      ],
    };
    const { output } = row(report, bad);
    expect(output).toContain("a.test.ts › short\n  expected 1\n");
    expect(output).toContain("a.test.ts › long\n  line 0\n");
    expect(output).toContain("  line 15\n");
    expect(output).not.toContain("line 16");
    expect(output).toContain("b.test.ts\n  no such module");
    expect(output).not.toContain("fine");
  });

  it("that named no failed test and ended badly shows what it printed", () => {
    expect(row(vitestReport(3, 0), bad).output).toBe("said");
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
    expect(playwrightCounts(report)).toMatchObject(counts);
  });

  it("names each failed test with what was wrong, wherever its suite stands, and none that passed", () => {
    const test = (status: string, message: string) => ({
      projectName: "phone",
      status,
      results: [{ errors: message === "" ? [] : [{ message }] }],
    });
    const spec = (title: string, ...tests: unknown[]) => ({ title, file: "desk.spec.ts", line: 7, tests });
    const inner = { specs: [spec("二", test("flaky", "\u001B[31mslow\u001B[39m"), test("expected", ""))] };
    const outer = { specs: [spec("一", test("unexpected", "wrong"))], suites: [inner] };
    expect(playwrightCounts(playwrightReport(1, 1, 1, 0, [outer])).faults).toEqual([
      "[phone] desk.spec.ts:7 › 一\n  wrong",
      "[phone] desk.spec.ts:7 › 二\n  slow",
    ]);
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
