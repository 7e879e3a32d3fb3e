// `npm start`: from an empty machine with Node to a running server, in one command; quick the second time.
// Plain Node without dependencies, because nothing is installed yet when it begins.
import { build } from "./lib/build.mjs";
import { prepareCode, prepareData, rememberData, settingsFrom } from "./lib/prepare.mjs";
import { endWithChildren } from "./lib/run.mjs";
import { checkPort, serve } from "./lib/serve.mjs";
import { StepError } from "./lib/steps.mjs";

async function start() {
  const settings = settingsFrom(process.argv.slice(2), process.env);
  endWithChildren();
  await checkPort(settings.host, settings.port);
  await prepareCode();
  // The build comes first: when it fails, the data are still those of the version before.
  const distDir = await build();
  const { note, code: preparedWith } = await prepareData(settings);
  const code = await serve({
    ...settings,
    args: ["scripts/serve.mjs"],
    env: { NODE_ENV: "production", NEXT_DIST_DIR: distDir },
    note,
    publicUrl: process.env.PUBLIC_URL,
  });
  if (code === 0) rememberData(settings, preparedWith);
  return code;
}

try {
  process.exit(await start());
} catch (error) {
  if (!(error instanceof StepError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}
