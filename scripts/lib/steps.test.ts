import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesUnder, hashOf, mustSucceed } from "./steps.mjs";

let base = "";
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "steps-"));
  mkdirSync(join(base, "app/deep"), { recursive: true });
  writeFileSync(join(base, "app/deep/page.tsx"), "one");
  writeFileSync(join(base, "app/page.test.tsx"), "test");
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe("the key of a step", () => {
  const key = (words: string[] = []) => hashOf(["app", "missing"], words, base, (file) => !file.includes(".test."));

  it("lists files below folders and skips what is not there", () => {
    expect(filesUnder(["missing", "app"], base)).toEqual(["app/deep/page.tsx", "app/page.test.tsx"]);
  });

  it("stays the same while nothing changes, and when only a test changes", () => {
    const before = key();
    writeFileSync(join(base, "app/page.test.tsx"), "another test");
    expect(key()).toBe(before);
  });

  it.each([
    ["a file's text", () => writeFileSync(join(base, "app/deep/page.tsx"), "two")],
    ["a new file", () => writeFileSync(join(base, "app/more.tsx"), "one")],
    [
      "a file's name",
      () => {
        rmSync(join(base, "app/deep/page.tsx"));
        writeFileSync(join(base, "app/deep/other.tsx"), "one");
      },
    ],
  ])("changes with %s", (_what, change) => {
    const before = key();
    change();
    expect(key()).not.toBe(before);
  });

  it("changes with a setting", () => {
    expect(key(["PUBLIC_URL=http://a"])).not.toBe(key(["PUBLIC_URL=http://b"]));
  });
});

describe("a failed tool", () => {
  it("shows the end of its output above the sentence", () => {
    expect(() => mustSucceed({ ok: false, output: "cause\n" }, "构建失败。")).toThrow("cause\n构建失败。");
  });
});
