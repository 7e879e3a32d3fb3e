import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { restoreArchive } from "@/lib/backup/restore-archive";
import {
  commitBeforeLastMigration,
  generateClients,
  linkPackages,
  sharesPackages,
  unpackCommit,
} from "../../../../scripts/lib/old-tree";
import { root } from "../../../../scripts/lib/run.mjs";
import type { OldFacts } from "./old-facts";

const OWN = "tests/e2e/support/upgrade";
const FIXTURE = join(root, OWN, "main-loop");

/** The configuration of one program among the old sources; the old one would start databases. */
const CONFIG = `import { defineConfig } from "vitest/config";
export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname, "server-only": import.meta.dirname + "/tests/support/server-only.ts" } },
  test: { include: ["${OWN}/open-attempt.ts"], testTimeout: 60_000 },
});
`;

/** A data folder as the version of the main loop left it, kept as a backup; the session is given new life. */
export async function zoneOfMainLoop(dataDir: string): Promise<OldFacts> {
  await restoreArchive({ file: `${FIXTURE}.tar`, dataDir, postgresql: null, keys: null });
  const handle = new Database(join(dataDir, "zhijian.db"));
  handle.prepare("UPDATE session SET expires_at = ?").run(new Date(Date.now() + 86_400_000).toISOString());
  handle.close();
  return JSON.parse(readFileSync(`${FIXTURE}.json`, "utf8")) as OldFacts;
}

/**
 * A data folder made just now by the sources before the newest migration. A string says why that cannot be done here: no
 * history, other packages, or sources that do not run by themselves.
 */
export function zoneOfEarlierCommit(dataDir: string): OldFacts | string {
  const commit = commitBeforeLastMigration();
  return commit === null ? "no history of git" : zoneOfCommit(commit, dataDir);
}

function zoneOfCommit(commit: string, dataDir: string): OldFacts | string {
  const tree = unpackCommit(commit);
  try {
    if (!sharesPackages(tree)) return `${commit} had other packages`;
    linkPackages(tree);
    generateClients(tree);
    const config = join(tree.folder, "upgrade.config.mts");
    const facts = join(tree.folder, "facts.json");
    writeFileSync(config, CONFIG);
    for (const name of ["open-attempt.ts", "old-facts.ts"]) {
      mkdirSync(dirname(join(tree.folder, OWN, name)), { recursive: true });
      cpSync(join(root, OWN, name), join(tree.folder, OWN, name));
    }
    const env = { ...process.env, DATA_DIR: dataDir, OLD_FACTS: facts, NODE_ENV: "test" as const };
    const old = (...args: string[]) => spawnSync(process.execPath, args, { cwd: tree.folder, env, encoding: "utf8" });
    const steps = [
      old("node_modules/tsx/dist/cli.mjs", "scripts/migrate.ts"),
      old("node_modules/vitest/vitest.mjs", "run", "--config", config),
    ];
    const failed = steps.find(({ status }) => status !== 0);
    if (failed) return `${commit} does not run by itself:\n${failed.stdout.slice(-3000)}${failed.stderr.slice(-2000)}`;
    return JSON.parse(readFileSync(facts, "utf8")) as OldFacts;
  } finally {
    tree.remove();
  }
}
