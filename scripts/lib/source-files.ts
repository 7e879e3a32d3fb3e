// Every source file of the tree with its text, for the scripts that look at the whole.
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SourceFile } from "./structure";

const root = resolve(import.meta.dirname, "../..");

/** Made by tools or holding no source; every other folder is looked at. */
const SKIPPED = ["node_modules", "generated", "coverage", "test-results", "playwright-report"];
const HIDDEN_BUT_OURS = [".ci", ".github"];

/** The files below a folder of the repository, `""` for all of it. */
export function sourcesBelow(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const hidden = entry.name.startsWith(".") && !HIDDEN_BUT_OURS.includes(entry.name);
    if (entry.isDirectory()) return hidden || SKIPPED.includes(entry.name) ? [] : sourcesBelow(path);
    return /\.(ts|tsx|mts|mjs|cjs)$/.test(entry.name) ? [{ path, text: readFileSync(join(root, path), "utf8") }] : [];
  });
}
