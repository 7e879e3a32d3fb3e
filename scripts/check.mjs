// `npm run check`: the fast loop while you write. The slow stages (databases, build, browser) are in `npm test`.
import { failures, runChecks } from "./lib/checks.mjs";
import { prepareCode } from "./lib/prepare.mjs";
import { endWithChildren } from "./lib/run.mjs";
import { StepError, say } from "./lib/steps.mjs";
import { allPassed, summary } from "./lib/tally.mjs";

endWithChildren();
try {
  await prepareCode();
  const rows = await runChecks();
  say(`${failures(rows)}\n${summary(rows)}`);
  process.exitCode = allPassed(rows) ? 0 : 1;
} catch (error) {
  if (!(error instanceof StepError)) throw error;
  say(`\n${error.message}\n0 passed, 1 failed`);
  process.exitCode = 1;
}
