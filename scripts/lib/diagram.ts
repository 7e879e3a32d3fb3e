// The picture of features in docs/architecture.md, drawn from their imports.
import { featureEdges } from "./feature-cycles";
import type { SourceFile } from "./structure";

const START = "<!-- diagram:start -->";
const END = "<!-- diagram:end -->";

/** Mermaid source: one arrow for each "uses", in alphabetical order, so that equal trees give equal text. */
export function featureDiagram(files: readonly SourceFile[]): string {
  const edges = [...featureEdges(files)]
    .flatMap(([from, targets]) => [...targets.keys()].map((to) => `  ${from} --> ${to}`))
    .sort();
  return ["```mermaid", "flowchart LR", ...edges, "```"].join("\n");
}

/** The document with the picture between its two marks replaced. */
export function withDiagram(document: string, files: readonly SourceFile[]): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start < 0 || end < start) throw new Error(`The document lacks ${START} … ${END}.`);
  return `${document.slice(0, start + START.length)}\n${featureDiagram(files)}\n${document.slice(end)}`;
}
