// Two features must not need each other. The gates of features/access are left out: every feature's loaders ask them,
// and they ask the queries of some features, which is no cycle of the core.
// Example: seasons → members → seasons is reported as "features/members → features/seasons → features/members".
import { posix } from "node:path";
import type { Fault, SourceFile } from "./structure";

const GATES = /^features\/access\/gates(\/|\.|$)/;
const IMPORT = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;

const featureOf = (path: string) => /^features\/([^/]+)\//.exec(path)?.[1];

/** Which feature imports which, with one file as the evidence of each edge. */
export function featureEdges(files: readonly SourceFile[]): Map<string, Map<string, string>> {
  const edges = new Map<string, Map<string, string>>();
  for (const { path, text } of files) {
    const from = featureOf(path);
    if (from === undefined || GATES.test(path) || /\.test\.tsx?$/.test(path)) continue;
    for (const [, target = ""] of text.matchAll(IMPORT)) {
      const resolved = target.startsWith("@/") ? target.slice(2) : posix.join(posix.dirname(path), target);
      const to = featureOf(`${resolved}/`);
      if (to === undefined || to === from || GATES.test(resolved)) continue;
      edges.set(from, (edges.get(from) ?? new Map<string, string>()).set(to, path));
    }
  }
  return edges;
}

/** One fault for each cycle, reported once, beginning with the feature whose name comes first. */
export function featureCycles(files: readonly SourceFile[]): Fault[] {
  const edges = featureEdges(files);
  const faults: Fault[] = [];
  const visit = (start: string, at: string, trail: readonly string[]): void => {
    for (const [next, path] of edges.get(at) ?? []) {
      if (next === start) {
        const cycle = [...trail, start].map((feature) => `features/${feature}`).join(" → ");
        const fix = `${cycle}: move the shared rule to domain/, or compose the two in app/.`;
        faults.push({ path, rule: "no-feature-cycles", fix });
      } else if (next > start && !trail.includes(next)) {
        visit(start, next, [...trail, next]);
      }
    }
  };
  for (const start of edges.keys()) visit(start, start, [start]);
  return faults;
}
