import { existsSync, readFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { chromium } from "@playwright/test";

export type FoundBrowser = { path: string; from: string; libraries?: string };

/** What `npm test` found or installed is remembered here, for `npx playwright test` afterwards. */
export const BROWSER_FILE = resolve(import.meta.dirname, "../../../.cache/browser.json");

/** As root Chromium has no sandbox, and nothing to draw on; the rest keeps it from talking to the network on its own. */
const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Browsers that show notifications, and the shell without windows: it shows none, and takes half the time. */
const WHOLE = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const SHELL = "chromium-headless-shell";

/** A Chromium of this machine: CHROMIUM_PATH, then the PATH, then the one that Playwright downloads. */
export function installedBrowser(env: NodeJS.ProcessEnv = process.env): FoundBrowser | null {
  const given = env["CHROMIUM_PATH"];
  if (given !== undefined && existsSync(given)) return { path: given, from: "CHROMIUM_PATH" };
  const path = onPath([SHELL, ...WHOLE], env);
  if (path !== undefined) return { path, from: "installed" };
  return existsSync(chromium.executablePath()) ? { path: chromium.executablePath(), from: "Playwright" } : null;
}

function onPath(names: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** The browser of the journeys that need notifications: a whole one, where there is one. */
export function wholeBrowser(env: NodeJS.ProcessEnv = process.env): FoundBrowser | null {
  const path = env["CHROMIUM_PATH"] === undefined ? onPath(WHOLE, env) : undefined;
  return path === undefined ? browserOfTests() : { path, from: "installed" };
}

/** Debian's packages that a bare machine lacks: both browsers, or the whole one beside a shell that is there. */
export const missingPackages = (found: FoundBrowser | null): string[] =>
  found === null
    ? [SHELL, "chromium"]
    : found.path.endsWith(SHELL) && onPath(WHOLE, process.env) === undefined
      ? ["chromium"]
      : [];

/** The browser of the tests, null when `npm test` has to find or install one first. */
export const browserOfTests = (): FoundBrowser | null => installedBrowser() ?? rememberedBrowser();

function rememberedBrowser(): FoundBrowser | null {
  if (!existsSync(BROWSER_FILE)) return null;
  const found = JSON.parse(readFileSync(BROWSER_FILE, "utf8")) as FoundBrowser;
  return existsSync(found.path) ? found : null;
}

/** How Playwright starts it; a browser that brought its own libraries finds them in its environment. */
export function launchOptions(found: FoundBrowser | null) {
  if (found === null) return { args: CHROMIUM_ARGS };
  const { path, libraries } = found;
  const env = libraries === undefined ? {} : { env: { ...definedEnv(), LD_LIBRARY_PATH: libraries } };
  return { executablePath: path, args: CHROMIUM_ARGS, ...env };
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
