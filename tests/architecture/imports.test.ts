import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult, type IConfiguration } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const planted = join(import.meta.dirname, "planted");
const config = createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs")) as IConfiguration;
const rules = (config.forbidden ?? []).map((rule) => String(rule.name));

const tsConfig = join(root, "tsconfig.json");

/** The names of the rules that fire below a folder, each with the edge that fired it. */
async function violations(baseDir: string, extra: Partial<ICruiseOptions> = {}): Promise<string[]> {
  const options: ICruiseOptions = {
    ...config.options,
    ...extra,
    tsConfig: { fileName: tsConfig },
    baseDir,
    validate: true,
  };
  const result = await cruise(
    ["."],
    { ...options, ruleSet: { forbidden: config.forbidden ?? [] } },
    { ...config.options?.enhancedResolveOptions, bustTheCache: true },
    { tsConfig: extractTSConfig(tsConfig) },
  );
  return (result.output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
  );
}

describe("each rule of imports", () => {
  it.each(rules)("%s fires on its planted violation, and no other rule does", async (rule) => {
    const found = await violations(join(planted, rule), { exclude: { path: "^never$" } });
    expect(new Set(found.map((line) => line.split(":")[0]))).toEqual(new Set([rule]));
  });

  it("has a planted violation, and nothing is planted without a rule", () => {
    expect(readdirSync(planted).sort()).toEqual([...rules].sort());
  });
});

describe("the tree", () => {
  it("breaks no rule", async () => {
    expect(await violations(root)).toEqual([]);
  });
});
