// The shape of the repository as sentences: each fault says which file breaks which rule and what to do about it.
// Example: `features/lessons/service.ts` is outside the closed vocabulary, so its verbs belong into `mutations.ts`.

export type SourceFile = { path: string; text: string };
export type Fault = { path: string; rule: string; fix: string };

const MAX_LINES = 300;

const ROOT_FOLDERS = [
  ...[".ci", ".github", "app", "bench", "components", "content", "docs", "domain", "features", "jobs", "lib"],
  ...["prisma", "public", "scripts", "tests"],
];

const ROOT_CODE = [
  ...["eslint.config.mjs", "instrumentation-client.ts", "instrumentation.ts", "next-env.d.ts", "next.config.ts"],
  ...["playwright.config.ts", "postcss.config.mjs", "prisma.config.ts", "proxy.ts", "vitest.config.mts"],
];

/** What a feature folder may hold; each may become a folder of the same name with one verb a file. */
export const VOCABULARY = [
  ...["loaders", "content", "queries", "actions", "mutations", "schema", "view"],
  ...["document", "sheet", "message", "client", "types", "constants"],
];

const CODE = /\.(ts|tsx|mts|mjs|cjs)$/;
const TEST = /\.test\.tsx?$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const VAGUE = /(^|-)(utils?|helpers?)$/;

const stemOf = (name: string) => name.replace(CODE, "").replace(/\.(test|spec|config|d)$/, "");

/** Finds every fault of the tree; the files are all code files, with paths from the root and `/` between folders. */
export function structureFaults(files: readonly SourceFile[]): Fault[] {
  return files
    .filter(({ path }) => CODE.test(path) && !path.startsWith("tests/architecture/planted/"))
    .flatMap((file) => [...placeFaults(file.path), ...nameFaults(file.path), ...textFaults(file)])
    .concat(doubleFaults(files));
}

function placeFaults(path: string): Fault[] {
  const [folder = "", ...rest] = path.split("/");
  if (rest.length === 0) {
    if (ROOT_CODE.includes(folder) || folder.startsWith(".")) return [];
    return [{ path, rule: "closed-root", fix: "The root holds configuration only: move the code into a folder." }];
  }
  if (!ROOT_FOLDERS.includes(folder)) {
    return [
      {
        path,
        rule: "closed-root",
        fix: `Root folders are closed (${ROOT_FOLDERS.join(", ")}): move the file into one of them.`,
      },
    ];
  }
  return folder === "features" ? featureFaults(path, rest) : [];
}

function featureFaults(path: string, [noun = "", ...rest]: string[]): Fault[] {
  const allowed = noun === "access" ? [...VOCABULARY, "gates"] : VOCABULARY;
  const words = `${allowed.map((word) => `${word}.ts`).join(", ")}, components/, *.test.ts`;
  const fix = `A feature holds only ${words}. Put the code into the file whose role it has, or its rule into domain/.`;
  const [first = "", ...deeper] = rest;
  const isFile = deeper.length === 0;
  if (first === "") return [{ path, rule: "closed-vocabulary", fix: "Files belong into features/<noun>/." }];
  if (isFile && (TEST.test(first) || allowed.some((word) => first === `${word}.ts`))) return [];
  if (!isFile && (first === "components" || (allowed.includes(first) && deeper.length === 1))) return [];
  return [{ path, rule: "closed-vocabulary", fix }];
}

function nameFaults(path: string): Fault[] {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  if (parts.length === 0) return [];
  const faults: Fault[] = [];
  const stem = stemOf(name);
  // Folders of app/ are addresses: groups, parameters and names with a dot (feed.xml) are Next's.
  const folders = parts[0] === "app" ? [] : parts.filter((part) => !part.startsWith("."));
  if (![stem, ...folders].every((part) => KEBAB.test(part))) {
    faults.push({ path, rule: "kebab-case", fix: "Write file and folder names in kebab-case: issue-code.ts." });
  }
  if ([stem, ...parts].some((part) => VAGUE.test(part))) {
    faults.push({ path, rule: "no-utils", fix: "utils and helpers say nothing: name the file after what it does." });
  }
  return faults;
}

function textFaults({ path, text }: SourceFile): Fault[] {
  const faults: Fault[] = [];
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  if (lines > MAX_LINES) {
    faults.push({
      path,
      rule: "max-lines",
      fix: `${lines} lines, ${MAX_LINES} are allowed: split it by what changes together.`,
    });
  }
  if (isBarrel(path, text)) {
    faults.push({
      path,
      rule: "no-barrels",
      fix: "It only hands on other files: import from where a thing is written.",
    });
  }
  return faults;
}

const REEXPORT = /^export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+["'][^"']+["'];?/gm;

/** A file of nothing but re-exports, or an index file with any. */
function isBarrel(path: string, text: string): boolean {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const rest = bare.replace(REEXPORT, "");
  if (rest === bare) return false;
  return /(^|\/)index\.\w+$/.test(path) || rest.trim() === "";
}

/** `queries.ts` beside `queries/` leaves open where a verb belongs. */
function doubleFaults(files: readonly SourceFile[]): Fault[] {
  const folders = new Set(files.map(({ path }) => /^features\/[^/]+\/[^/]+(?=\/)/.exec(path)?.[0]));
  return files
    .filter(({ path }) => folders.has(path.replace(/\.ts$/, "")))
    .map(({ path }) => ({ path, rule: "file-or-folder", fix: "Keep the file or the folder of that name, not both." }));
}
