import { defineConfig } from "vitest/config";

/** Against what never ends, on however slow a machine; how long something takes is measured in bench/. */
const HANGS_AFTER_MS = 240_000;

/** Two projects: rules and pure code (fast), and everything that needs a real database. An awkward time zone on purpose. */
export default defineConfig({
  resolve: {
    alias: { "@": import.meta.dirname, "server-only": `${import.meta.dirname}/tests/support/server-only.ts` },
  },
  test: {
    env: { TZ: "Asia/Kathmandu" },
    expect: { poll: { timeout: HANGS_AFTER_MS / 4, interval: 20 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Pure code: a fresh world for each file would cost more than its tests.
          isolate: false,
          testTimeout: HANGS_AFTER_MS,
          hookTimeout: HANGS_AFTER_MS,
          include: [
            "{domain,features,lib,jobs,components,scripts,app}/**/*.test.{ts,tsx}",
            "tests/{architecture,content,unit}/**/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/integration-setup.ts"],
          testTimeout: HANGS_AFTER_MS,
          hookTimeout: HANGS_AFTER_MS,
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
    ],
  },
});
