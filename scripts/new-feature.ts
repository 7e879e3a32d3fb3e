// `npm run new:feature <noun>`: makes features/<noun>/ with files that pass `npm run check`.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { featureFiles, nounFault } from "./lib/feature-files";

const root = resolve(import.meta.dirname, "..");

/** Writes the files below `base`; a bad name writes nothing and gives the reason. */
export function makeFeature(noun: string, base: string): { fault: string } | { paths: string[] } {
  const features = join(base, "features");
  const fault = nounFault(noun, existsSync(features) ? readdirSync(features) : []);
  if (fault !== null) return { fault };
  const files = featureFiles(noun);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), text, { flag: "wx" });
  }
  return { paths: files.map(({ path }) => path) };
}

function main(noun: string): void {
  const made = makeFeature(noun, root);
  if ("fault" in made) {
    console.error(made.fault);
    process.exitCode = 1;
    return;
  }
  console.log(`${made.paths.join("\n")}

Next: a model in prisma/schema/${noun}.prisma and \`npm run migration\`, reads in queries.ts, writes in mutations.ts,
gated reads for pages in loaders.ts. \`npm run check\` knows the rest.`);
}

if (process.argv[1] === import.meta.filename) main(process.argv[2] ?? "");
