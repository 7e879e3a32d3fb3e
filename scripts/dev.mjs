// `npm run dev`: the same preparation as `npm start`, then the development server, which compiles as you edit.
import { prepareCode, prepareData, settingsFrom } from "./lib/prepare.mjs";
import { endWithChildren } from "./lib/run.mjs";
import { checkPort, serve } from "./lib/serve.mjs";
import { StepError } from "./lib/steps.mjs";

async function dev() {
  const settings = settingsFrom(process.argv.slice(2), process.env);
  endWithChildren();
  await checkPort(settings.host, settings.port);
  await prepareCode();
  const { note } = await prepareData(settings);
  return serve({
    ...settings,
    args: ["scripts/serve.mjs"],
    env: { NODE_ENV: "development" },
    note,
    publicUrl: process.env.PUBLIC_URL,
  });
}

try {
  process.exit(await dev());
} catch (error) {
  if (!(error instanceof StepError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}
