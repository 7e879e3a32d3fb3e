import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`);

/** Where the words of messages are made. */
const SOURCES = filesIn("features").filter(
  (file) => /^features\/[^/]+\/(mutations|message|queries)(\.ts|\/.*\.ts)$/u.test(file) && !file.endsWith(".test.ts"),
);
const HREF = /\bhref(?:: string)?\s*[:=]\s*["`]([^"`]*)["`]/gu;

const routeOf = (file: string): string[] =>
  file
    .replace(/^app/u, "")
    .replace(/\/\([a-z]+\)/gu, "")
    .replace(/\/(page\.tsx|route\.ts)$/u, "")
    .split("/");
const PAGES = filesIn("app").flatMap((file) => (/\/(page\.tsx|route\.ts)$/u.test(file) ? [routeOf(file)] : []));

const isPage = (href: string): boolean => {
  const parts = href
    .replace(/[?#].*$/u, "")
    .replace(/\$\{[^}]*\}/gu, "*")
    .split("/");
  return (
    href === "/" ||
    PAGES.some(
      (page) =>
        page.length === parts.length &&
        page.every((part, at) => part === parts[at] || part.startsWith("[") || parts[at] === "*"),
    )
  );
};

const found = SOURCES.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(HREF)].map(([, href = ""]) => [`${file}: ${href}`, href] as const),
);

it("sees the places that make messages", () => {
  expect(found.length).toBeGreaterThan(20);
});

it.each(found)("%s leads to a page", (_where, href) => {
  expect(href).not.toBe("");
  expect(isPage(href)).toBe(true);
});
