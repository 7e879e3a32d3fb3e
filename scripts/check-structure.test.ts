import { describe, expect, it } from "vitest";
import { featureCycles } from "./lib/feature-cycles";
import { structureFaults } from "./lib/structure";

const rulesOf = (path: string, text = "export const x = 1;\n") =>
  structureFaults([{ path, text }]).map(({ rule }) => rule);

describe("the structure allows", () => {
  it.each([
    "features/lessons/queries.ts",
    "features/lessons/queries.test.ts",
    "features/lessons/mutations/finish-lesson.ts",
    "features/lessons/mutations/finish-lesson.test.ts",
    "features/lessons/components/reader/timeline.tsx",
    "features/access/gates.ts",
    "features/access/gates/page.ts",
    "app/(public)/daily/[MM-DD]/page.tsx",
    "app/feed.xml/route.ts",
    "domain/points/table.test.ts",
    "scripts/lib/steps.mjs",
    "next.config.ts",
    ".dependency-cruiser.cjs",
    "tests/architecture/planted/no-cycles/domain/utils.ts",
  ])("%s", (path) => {
    expect(rulesOf(path)).toEqual([]);
  });

  it("a file of exactly 300 lines", () => {
    expect(rulesOf("lib/a.ts", "x;\n".repeat(300))).toEqual([]);
  });

  it("a file that re-exports one thing beside code of its own", () => {
    expect(rulesOf("lib/db.ts", 'export { Prisma } from "../generated/x";\nexport const db = 1;\n')).toEqual([]);
  });
});

describe("the structure refuses", () => {
  it.each([
    ["features/lessons/service.ts", "closed-vocabulary"],
    ["features/lessons/queries.tsx", "closed-vocabulary"],
    ["features/lessons/gates.ts", "closed-vocabulary"],
    ["features/lessons/hooks/use-lesson.ts", "closed-vocabulary"],
    ["features/lessons/queries/by-course/find-lesson.ts", "closed-vocabulary"],
    ["features/lessons.ts", "closed-vocabulary"],
    ["src/lessons.ts", "closed-root"],
    ["lessons.ts", "closed-root"],
    ["lib/actionClient.ts", "kebab-case"],
    ["domain/quizTiming/deadline.ts", "kebab-case"],
    ["components/Badge.tsx", "kebab-case"],
    ["lib/utils.ts", "no-utils"],
    ["lib/date-helpers.ts", "no-utils"],
    ["domain/utils/round.ts", "no-utils"],
    ["app/helpers/title.ts", "no-utils"],
  ])("%s (%s)", (path, rule) => {
    expect(rulesOf(path)).toEqual([rule]);
  });

  it("a file of 301 lines, with or without a last line feed", () => {
    expect(rulesOf("lib/a.ts", "x;\n".repeat(301))).toEqual(["max-lines"]);
    expect(rulesOf("lib/a.mjs", `${"x;\n".repeat(300)}x;`)).toEqual(["max-lines"]);
  });

  it.each([
    ["components/ui/index.ts", 'export * from "./icon";\nexport const more = 1;\n'],
    ["components/ui/all.ts", '// everything\nexport { Icon } from "./icon";\nexport type { Props } from "./icon";\n'],
  ])("the barrel %s", (path, text) => {
    expect(rulesOf(path, text)).toEqual(["no-barrels"]);
  });

  it("queries.ts beside queries/", () => {
    const files = ["features/a/queries.ts", "features/a/queries/find-a.ts"].map((path) => ({ path, text: "x;\n" }));
    expect(structureFaults(files).map(({ path, rule }) => [path, rule])).toEqual([
      ["features/a/queries.ts", "file-or-folder"],
    ]);
  });

  it("and says what to do", () => {
    expect(structureFaults([{ path: "lib/utils.ts", text: "" }])[0]?.fix).toContain("name the file after what it does");
  });
});

describe("cycles between features", () => {
  const file = (path: string, ...imports: string[]) => ({
    path: `features/${path}`,
    text: imports.map((target) => `import { x } from "${target}";\n`).join(""),
  });

  it("are found through three features, once", () => {
    const faults = featureCycles([
      file("seasons/queries.ts", "@/features/members/queries"),
      file("members/view.ts", "../points/types"),
      file("points/queries.ts", "@/features/seasons/queries"),
    ]);
    expect(faults.map(({ fix }) => fix.split(":")[0])).toEqual([
      "features/members → features/points → features/seasons → features/members",
    ]);
  });

  it("are none when one direction goes through the gates", () => {
    expect(
      featureCycles([
        file("sessions/loaders.ts", "@/features/access/gates"),
        file("access/gates.ts", "@/features/sessions/queries"),
        file("access/gates/page.ts", "../../sessions/queries"),
        file("sessions/mutations.ts", "@/features/access/queries"),
      ]),
    ).toEqual([]);
  });

  it("are none when only a test needs the other feature", () => {
    expect(
      featureCycles([file("a/queries.ts", "@/features/b/queries"), file("b/queries.test.ts", "@/features/a/queries")]),
    ).toEqual([]);
  });
});
