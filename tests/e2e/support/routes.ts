import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Every page, route handler and server action of the build, from the build's own manifests, and the class of each. A new
 * one that is not classified here makes the permission matrix fail.
 */
function dist(): string {
  const folder = process.env["E2E_DIST_DIR"];
  if (!folder) throw new Error("E2E_DIST_DIR is not set.");
  return folder;
}

/** Paths as the framework writes them, groups taken out: `/branch`, `/api/v1/attempts/[id]`. */
export function builtRoutes(): string[] {
  const manifest = JSON.parse(readFileSync(join(dist(), "server/app-paths-manifest.json"), "utf8")) as object;
  return Object.keys(manifest)
    .map(routeOf)
    .filter((path) => !path.startsWith("/_"))
    .sort();
}

/** The routes among them that a browser shows as a page. */
export function builtPages(): string[] {
  const manifest = JSON.parse(readFileSync(join(dist(), "server/app-paths-manifest.json"), "utf8")) as object;
  return Object.keys(manifest)
    .filter((key) => key.endsWith("/page"))
    .map(routeOf)
    .filter((path) => !path.startsWith("/_"))
    .sort();
}

type ActionEntry = { exportedName?: string; workers: Record<string, unknown> };
type ActionManifest = Record<"node" | "edge", Record<string, ActionEntry>>;

/** A route of the manifests without its group and its last part. */
function routeOf(key: string): string {
  return (
    key
      .replace(/^app/, "")
      .replace(/\/\([^)]+\)/g, "")
      .replace(/\/(page|route)$/, "") || "/"
  );
}

/** Id and name of every server action, and a route that carries it: elsewhere the framework does not know the id. */
export function builtActions(): { id: string; name: string; route: string }[] {
  const file = join(dist(), "server/server-reference-manifest.json");
  if (!existsSync(file)) throw new Error(`No manifest of server actions at ${file}.`);
  const manifest = JSON.parse(readFileSync(file, "utf8")) as ActionManifest;
  return Object.entries({ ...manifest.node, ...manifest.edge }).map(([id, entry]) => ({
    id,
    name: entry.exportedName ?? "",
    route: routeOf(Object.keys(entry.workers)[0] ?? "/"),
  }));
}
