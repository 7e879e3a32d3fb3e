import { describe, expect, it } from "vitest";
import { bindingLoads, installHint, missingTools } from "./native.mjs";

describe("what a native build needs", () => {
  it("names only what is missing", () => {
    expect(missingTools({ make: true, "g++": false, python3: false, headers: true })).toEqual(["g++", "python3"]);
  });

  it.each([
    ["apt-get", true, "apt-get update && apt-get install -y make g++"],
    ["apt-get", false, "sudo apt-get update && sudo apt-get install -y make g++"],
    ["dnf", true, "dnf install -y make gcc-c++"],
    ["apk", true, "apk add make g++"],
    ["nothing known", true, "用系统的软件包工具安装：make、g++"],
  ])("gives the line to type with %s (root: %s)", (manager, isRoot, line) => {
    const hint = installHint(["make", "g++"], (program) => program === manager, isRoot);
    expect(hint.split("\n")[1]?.trim()).toBe(line);
  });

  it("says how to get missing headers", () => {
    expect(installHint(["headers"], () => true, true)).toContain("npm_config_nodedir");
  });
});

describe("the installed binding", () => {
  it("opens a database in this Node", () => {
    expect(bindingLoads()).toBe(true);
  });

  it("does not load where nothing is installed", () => {
    expect(bindingLoads("/")).toBe(false);
  });
});
