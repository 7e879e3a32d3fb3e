import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOfData, dataKey, settingsFrom } from "./prepare.mjs";

describe("arguments and environment of a start", () => {
  it("has defaults that are reachable from this machine alone", () => {
    expect(settingsFrom([], {})).toMatchObject({ port: 3000, host: "127.0.0.1", empty: false, databaseUrl: null });
  });

  it.each([
    [["--port", "4000"], {}, 4000],
    [["--port=4001"], { PORT: "5000" }, 4001],
    [[], { PORT: "5000" }, 5000],
  ])("takes the port from %j and %j", (args, env, port) => {
    expect(settingsFrom(args, env).port).toBe(port);
  });

  it("takes --empty", () => {
    expect(settingsFrom(["--empty"], {}).empty).toBe(true);
  });

  it.each([
    [["--port", "0"], "端口应是1到65535之间的整数"],
    [["--port", "65536"], "端口应是1到65535之间的整数"],
    [["--port"], "端口应是1到65535之间的整数"],
    [["--prot", "1"], "不认识的参数 --prot"],
  ])("refuses %j", (args, sentence) => {
    expect(() => settingsFrom(args, {})).toThrow(sentence);
  });
});

describe("what the data step is remembered by", () => {
  it("is the code that did it, not the code that lies there when the server stops", () => {
    const folder = mkdtempSync(join(tmpdir(), "prepare-"));
    const settings = settingsFrom([], { DATA_DIR: folder });
    const file = join(folder, "zhijian.db");
    writeFileSync(file, "one");
    // The server ran with "old" while somebody pulled "new": the next start has to migrate.
    expect(dataKey(settings, "old")).not.toBe(dataKey(settings, "new"));
    expect(dataKey(settings, "old")).toBe(dataKey(settings, "old"));
    const before = dataKey(settings, "old");
    writeFileSync(file, "restored from a backup");
    expect(dataKey(settings, "old")).not.toBe(before);
    expect(dataKey(settings, codeOfData())).toMatch(/^[0-9a-f]{16}\|/);
    rmSync(folder, { recursive: true });
  });
});
