// Generates the Prisma clients: one schema, one client for each engine, in generated/{sqlite,postgresql}.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

for (const provider of ["sqlite", "postgresql"]) {
  const work = mkdtempSync(join(tmpdir(), `schema-${provider}-`));
  try {
    cpSync(join(root, "prisma/schema"), work, { recursive: true });
    for (const name of readdirSync(work)) {
      const file = join(work, name);
      const text = readFileSync(file, "utf8")
        .replace('provider = "sqlite"', `provider = "${provider}"`)
        .replace("../../generated/sqlite", join(root, "generated", provider));
      writeFileSync(file, text);
    }
    const result = spawnSync(
      process.execPath,
      [join(root, "node_modules/prisma/build/index.js"), "generate", "--schema", work],
      {
        cwd: root,
        encoding: "utf8",
        // `generate` never runs the schema engine, but the CLI insists on a binary and would download one.
        env: {
          ...process.env,
          PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
          CHECKPOINT_DISABLE: "1",
        },
      },
    );
    if (result.status !== 0) {
      process.stderr.write(result.stdout + result.stderr);
      process.exit(1);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
