import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const packageSchema = z.object({ version: z.string() });

/** The version of the program in the folder that it was started in. */
export function productVersion(): string {
  const file = path.resolve(/* turbopackIgnore: true */ process.cwd(), "package.json");
  return packageSchema.parse(JSON.parse(readFileSync(file, "utf8"))).version;
}
