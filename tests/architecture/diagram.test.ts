import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { featureDiagram, withDiagram } from "@/scripts/lib/diagram";
import { sourcesBelow } from "@/scripts/lib/source-files";

const file = join(resolve(import.meta.dirname, "../.."), "docs/architecture.md");

it("docs/architecture.md shows the features as they are (npm run docs:diagram)", () => {
  const document = readFileSync(file, "utf8");
  expect(document).toBe(withDiagram(document, sourcesBelow("features")));
});

it("the picture has an arrow for every feature that uses another", () => {
  const files = [
    { path: "features/a/queries.ts", text: 'import { b } from "@/features/b/queries";' },
    { path: "features/b/queries.ts", text: "export const b = 1;" },
  ];
  expect(featureDiagram(files)).toContain("  a --> b");
});
