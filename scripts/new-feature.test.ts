import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "prettier";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { singularName } from "./lib/feature-files";
import { structureFaults } from "./lib/structure";
import { makeFeature } from "./new-feature";

let base = "";
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "feature-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe("a new feature", () => {
  it("has files of the vocabulary, formatted, each with a test", async () => {
    const made = makeFeature("study-sessions", base);
    const paths = "paths" in made ? made.paths : [];
    expect(readdirSync(join(base, "features/study-sessions")).sort()).toEqual([
      "schema.test.ts",
      "schema.ts",
      "view.test.ts",
      "view.ts",
    ]);
    const files = paths.map((path) => ({ path, text: readFileSync(join(base, path), "utf8") }));
    expect(structureFaults(files)).toEqual([]);
    for (const { path, text } of files) expect(await check(text, { filepath: path, printWidth: 120 }), path).toBe(true);
  });

  it("never touches one that exists", () => {
    makeFeature("leaflets", base);
    expect(makeFeature("leaflets", base)).toEqual({ fault: "features/leaflets exists already." });
  });

  it.each([
    "",
    "Leaflets",
    "study_sessions",
    "../evil",
    "a/b",
    "9lives",
    "utils",
    "date-helpers",
    "queries",
    "gates",
    "components",
  ])("refuses the name %j and writes nothing", (noun) => {
    expect(makeFeature(noun, base)).toHaveProperty("fault");
    expect(readdirSync(base)).toEqual([]);
  });
});

describe("the word for one", () => {
  it.each([
    ["leaflets", "leaflet"],
    ["study-sessions", "studySession"],
    ["stories", "story"],
    ["access", "access"],
    ["rota", "rota"],
  ])("of %s is %s", (noun, one) => {
    expect(singularName(noun)).toBe(one);
  });
});
