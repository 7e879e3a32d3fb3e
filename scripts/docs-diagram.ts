// `npm run docs:diagram`: draws which feature uses which into docs/architecture.md; a test says when it is out of date.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { withDiagram } from "./lib/diagram";
import { sourcesBelow } from "./lib/source-files";

const file = join(resolve(import.meta.dirname, ".."), "docs/architecture.md");
writeFileSync(file, withDiagram(readFileSync(file, "utf8"), sourcesBelow("features")));
console.log("docs/architecture.md");
