// `npm run build`: builds this version while another still serves, so that the restart afterwards is short.
import { build } from "./lib/build.mjs";
import { prepareCode } from "./lib/prepare.mjs";
import { endWithChildren } from "./lib/run.mjs";
import { StepError, say } from "./lib/steps.mjs";

endWithChildren();
try {
  await prepareCode();
  await build();
  say("构建好了。重新启动服务就换成这个版本。");
} catch (error) {
  if (!(error instanceof StepError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
