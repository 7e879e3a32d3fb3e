// What `npm start` and `npm run dev` do before the server: install, generate, migrate, load content, demo zone.
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkNode, install } from "./install.mjs";
import { root, run, runScript } from "./run.mjs";
import { StepError, hashOf, mustSucceed, remember, say, step } from "./steps.mjs";

/**
 * The settings of one start, from the environment and the arguments.
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 */
export function settingsFrom(args, env) {
  let port = env.PORT || "3000";
  let empty = false;
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? "";
    if (arg === "--empty") empty = true;
    else if (arg === "--port") port = args[(i += 1)] ?? "";
    else if (arg.startsWith("--port=")) port = arg.slice("--port=".length);
    else throw new StepError(`不认识的参数 ${arg}。可用：--port <端口>、--empty（不带演示数据）。`);
  }
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    throw new StepError(`端口应是1到65535之间的整数，收到的是“${port}”。`);
  return {
    port: Number(port),
    empty,
    host: env.HOST || "127.0.0.1",
    dataDir: resolve(root, env.DATA_DIR || ".data"),
    databaseUrl: env.DATABASE_URL || null,
  };
}

/** @typedef {ReturnType<typeof settingsFrom>} Settings */

/** Packages, and the Prisma clients for both engines: all that checks and builds need. */
export async function prepareCode() {
  checkNode();
  await install();
  await step({
    name: "generate",
    title: "生成数据库客户端",
    key: hashOf(["prisma/schema", "scripts/generate.mjs", "package-lock.json"]),
    ready: () => ["sqlite", "postgresql"].every((engine) => existsSync(join(root, "generated", engine, "client.ts"))),
    work: async () => mustSucceed(await run(process.execPath, ["scripts/generate.mjs"]), "生成数据库客户端失败。"),
  });
}

/** The SQLite file of these settings, or null on PostgreSQL. */
function sqliteFile(/** @type {Settings} */ { databaseUrl, dataDir }) {
  if (databaseUrl === null) return join(dataDir, "zhijian.db");
  return databaseUrl.startsWith("file:") ? resolve(root, databaseUrl.slice("file:".length)) : null;
}

/**
 * What the database looked like from outside. Unchanged since the last clean stop means: nobody restored a backup,
 * ran a command or removed the file, so the steps done then still hold. On PostgreSQL nothing can be said: always new.
 */
function fingerprint(/** @type {Settings} */ settings) {
  const file = sqliteFile(settings);
  if (file === null) return `unknown ${Date.now()}`;
  return [file, `${file}-wal`]
    .map((path) => statSync(path, { throwIfNoEntry: false }))
    .map((stat) => `${stat?.ino} ${stat?.size} ${stat?.mtimeMs}`)
    .join();
}

/** Not "data": under that name earlier versions noted at a stop the code that had been pulled meanwhile. */
const NAME = "prepared-data";

/** Everything that decides what the data step does. Taken at the start: a `git pull` changes the files while the server runs. */
export function codeOfData() {
  return hashOf(
    ["prisma/migrations", "prisma/seed", "content", "scripts", "domain", "features", "lib", "package-lock.json"],
    [],
    root,
    isProduct,
  );
}

/** What the data step was done with: this code, these settings, and the database as it is now. */
export function dataKey(/** @type {Settings} */ settings, /** @type {string} */ code) {
  return [code, settings.dataDir, settings.databaseUrl ?? "", String(settings.empty), fingerprint(settings)].join("|");
}

export const isProduct = (/** @type {string} */ file) => !/\.test\.tsx?$/.test(file);

/** Called when the server has ended cleanly: the next start may skip what this one did, with the code that it did it with. */
export function rememberData(/** @type {Settings} */ settings, /** @type {string} */ code) {
  remember(NAME, dataKey(settings, code));
}

/**
 * Brings the database up to date. Gives the text to print once the server answers (the first administrator's link), and the
 * code it was done with, for `rememberData`.
 */
export async function prepareData(/** @type {Settings} */ settings) {
  const code = codeOfData();
  const env = { DATA_DIR: settings.dataDir, HOST: settings.host, PORT: String(settings.port) };
  const marker = join(settings.dataDir, "empty-zone");
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const command = async (/** @type {string} */ title, /** @type {string} */ file, /** @type {string[]} */ args) => {
    say(`▶ ${title}…`);
    const result = mustSucceed(await runScript(file, args, { env }), `${title}失败。`);
    say(`✓ ${title}（${result.seconds.toFixed(1)}秒）`);
    return result.stdout.trim();
  };
  await step({
    name: NAME,
    title: "准备数据",
    key: dataKey(settings, code),
    work: async () => {
      await command("更新数据库结构", "migrate.ts", []);
      if (settings.empty) await refuseDemo(env);
      await command("载入学习内容", "content.ts", ["load"]);
      if (settings.empty)
        writeFileSync(marker, "This zone was started with --empty: a start never adds demo rows to it.\n");
      else if (settings.databaseUrl === null && !existsSync(marker))
        await command("准备演示数据", "demo.ts", ["ensure"]);
    },
  });
  rememberData(settings, code);
  const note = settings.empty ? await command("检查管理员", "admin.ts", ["first-link"]) : "";
  return { note, code };
}

async function refuseDemo(/** @type {Record<string, string>} */ env) {
  const result = await runScript("demo.ts", ["refuse-if-present"], { env });
  mustSucceed(result, "");
}
