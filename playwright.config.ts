import { defineConfig } from "@playwright/test";
import { browserOfTests, launchOptions } from "./tests/e2e/support/browser";

const PHONE =
  "Mozilla/5.0 (Linux; Android 13; M2101K7AG) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36";

/** Journeys on a phone and on a PC. The time zone is an awkward one on purpose: days and deadlines are Shanghai's. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/e2e/support/global-setup.ts",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // Against what never comes, on however slow a machine; how long something takes is measured in bench/.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: ".cache/playwright.json" }]],
  use: {
    browserName: "chromium",
    launchOptions: launchOptions(browserOfTests()),
    ...(process.env["E2E_BASE_URL"] === undefined ? {} : { baseURL: process.env["E2E_BASE_URL"] }),
    locale: "zh-CN",
    timezoneId: "Asia/Kathmandu",
    // A film and the page after every step cost a quarter of the whole run; `--trace on` brings them back.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "phone",
      // No screen takes part in these: once is enough.
      testIgnore:
        /permission-matrix|object-access|content-policy|durability|answers-stay|two-processes|upgrade|naughty-strings/,
      // Phones have no Tab key; both screens cannot take down the one film that no other journey needs.
      grepInvert: /with the keyboard alone|a film that is taken down/,
      use: {
        viewport: { width: 360, height: 740 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
        userAgent: PHONE,
      },
    },
    { name: "pc", use: { viewport: { width: 1280, height: 800 } } },
  ],
});
