// `npm run check:structure`: folders, file names, file sizes and cycles between features. Prints one line a fault.
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { featureCycles } from "./lib/feature-cycles";
import { structureFaults, type SourceFile } from "./lib/structure";

const root = resolve(import.meta.dirname, "..");

/** Made by tools or holding no source; every other folder is looked at. */
const SKIPPED = ["node_modules", "generated", "coverage", "test-results", "playwright-report"];
const HIDDEN_BUT_OURS = [".ci", ".github"];

function sourcesBelow(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const hidden = entry.name.startsWith(".") && !HIDDEN_BUT_OURS.includes(entry.name);
    if (entry.isDirectory()) return hidden || SKIPPED.includes(entry.name) ? [] : sourcesBelow(path);
    return /\.(ts|tsx|mts|mjs|cjs)$/.test(entry.name) ? [{ path, text: readFileSync(join(root, path), "utf8") }] : [];
  });
}

const files = sourcesBelow("");
const faults = [...structureFaults(files), ...featureCycles(files)];
for (const { path, rule, fix } of faults) console.error(`${path}\n  ${rule}: ${fix}`);
console.log(`${files.length} files, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
