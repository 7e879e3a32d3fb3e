import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildName, currentBuild, readPointer, switchTo } from "./build.mjs";

let base = "";
const has = (path: string) => existsSync(join(base, ".next-builds", path));

/** A finished build with one chunk of its own name and one that every release has. */
function finish(name: string) {
  mkdirSync(join(base, ".next-builds", name, "static/chunks"), { recursive: true });
  writeFileSync(join(base, ".next-builds", name, `static/chunks/${name}.js`), name);
  writeFileSync(join(base, ".next-builds", name, "static/chunks/shared.js"), name);
  switchTo(name, base);
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "builds-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe("switching to a new build", () => {
  it("has no build before the first one", () => {
    expect(currentBuild(base)).toBeNull();
  });

  it("points to the new one and keeps the chunks of the release before, for one release", () => {
    finish("a");
    finish("b");
    expect(readPointer(base)).toEqual({ current: "b", previous: "a" });
    expect(has("b/static/chunks/a.js")).toBe(true);
    finish("c");
    expect(has("c/static/chunks/b.js")).toBe(true);
    expect(has("c/static/chunks/a.js")).toBe(false);
    expect(has("a")).toBe(false);
    expect(currentBuild(base)).toBe(".next-builds/c");
  });

  it("goes back to the build before without building it again", () => {
    finish("a");
    finish("b");
    switchTo("a", base);
    expect(currentBuild(base)).toBe(".next-builds/a");
    expect(has("a/static/chunks/b.js")).toBe(true);
  });

  it("leaves the pointer alone while a build is unfinished", () => {
    finish("a");
    mkdirSync(join(base, ".next-builds/b/static"), { recursive: true });
    expect(currentBuild(base)).toBe(".next-builds/a");
  });
});

describe("the name of a build", () => {
  it("changes with what is compiled into pages and with nothing else of the environment", () => {
    expect(buildName({ PUBLIC_URL: "http://a" })).not.toBe(buildName({ PUBLIC_URL: "http://b" }));
    expect(buildName({ PORT: "1" })).toBe(buildName({ PORT: "2" }));
  });
});
