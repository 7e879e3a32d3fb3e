import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkNode, isComplete } from "./install.mjs";

describe("the Node version", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("%s is accepted", (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
  it.each(["20.18.9", "18.20.0", "19.99.0"])("%s is refused", (version) => {
    expect(() => checkNode(version)).toThrow("需要Node 20.19或更新的版本");
  });
});

describe("the installed packages", () => {
  let base = "";
  const write = (file: string, value: unknown) => writeFileSync(join(base, file), JSON.stringify(value));
  const packages = {
    "node_modules/next": { version: "1.0.0" },
    "node_modules/other-platform": { version: "1.0.0", optional: true },
  };
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), "install-"));
    mkdirSync(join(base, "node_modules/next"), { recursive: true });
    write("package-lock.json", { packages: { "": {}, ...packages } });
    write("node_modules/.package-lock.json", { packages: { "node_modules/next": { version: "1.0.0" } } });
    write("node_modules/next/package.json", {});
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it("are complete when every package of the lock is there, without those of other platforms", () => {
    expect(isComplete(base)).toBe(true);
  });
  it("are incomplete when a folder was removed", () => {
    rmSync(join(base, "node_modules/next"), { recursive: true });
    expect(isComplete(base)).toBe(false);
  });
  it("are incomplete when the lock names another version", () => {
    write("package-lock.json", { packages: { "node_modules/next": { version: "1.0.1" } } });
    expect(isComplete(base)).toBe(false);
  });
  it("are incomplete when npm was interrupted", () => {
    rmSync(join(base, "node_modules/.package-lock.json"));
    expect(isComplete(base)).toBe(false);
  });
});
