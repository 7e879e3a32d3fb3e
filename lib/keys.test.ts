import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadKeys } from "./keys";

const NAMES = ["contacts.key", "lookup.key", "receipts.key", "session.key"];
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "keys-"));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const keyFile = (name: string) => path.join(dataDir, "keys", name);

describe("loadKeys", () => {
  it("makes each key once, readable by its owner alone", () => {
    const first = loadKeys(dataDir);
    expect(readdirSync(path.join(dataDir, "keys")).sort()).toEqual(NAMES);
    expect(statSync(path.join(dataDir, "keys")).mode & 0o777).toBe(0o700);
    for (const name of NAMES) expect(statSync(keyFile(name)).mode & 0o777).toBe(0o600);
    const second = loadKeys(dataDir);
    expect([second.session, second.contacts, second.receipts.current.keyId]).toEqual([
      first.session,
      first.contacts,
      first.receipts.current.keyId,
    ]);
  });

  it("gives four unrelated keys", () => {
    loadKeys(dataDir);
    expect(new Set(NAMES.map((name) => readFileSync(keyFile(name), "utf8"))).size).toBe(4);
  });

  it("ends with one key when several processes start together", async () => {
    const go = path.join(dataDir, "go");
    const program = `
      import { existsSync } from "node:fs";
      import { loadKeys } from ${JSON.stringify(path.resolve("lib/keys.ts"))};
      console.log("ready");
      while (!existsSync(${JSON.stringify(go)}));
      const { session, receipts } = loadKeys(${JSON.stringify(dataDir)});
      console.log(session, receipts.current.keyId);`;
    const starting = Array.from({ length: 4 }, () => {
      const run = promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program]);
      return { run, ready: new Promise((resolve) => run.child.stdout?.once("data", resolve)) };
    });
    await Promise.all(starting.map(({ ready }) => ready));
    writeFileSync(go, "");
    const outputs = await Promise.all(starting.map(async ({ run }) => (await run).stdout));
    expect(new Set(outputs).size).toBe(1);
    expect(readdirSync(path.join(dataDir, "keys")).sort()).toEqual(NAMES);
  });

  it("takes keys from the environment first and writes none of those", () => {
    for (const name of ["SESSION", "CONTACTS", "LOOKUP", "RECEIPTS"])
      vi.stubEnv(`KEY_${name}`, Buffer.alloc(32, name).toString("base64"));
    expect(loadKeys(dataDir).lookup).toEqual(Buffer.alloc(32, "LOOKUP"));
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it.each(["", "c2hvcnQ=", "not a key"])("stops at a damaged key %j and leaves it alone", (text) => {
    loadKeys(dataDir);
    writeFileSync(keyFile("contacts.key"), text);
    expect(() => loadKeys(dataDir)).toThrow(/contacts\.key已损坏/);
    expect(readFileSync(keyFile("contacts.key"), "utf8")).toBe(text);
  });

  it("still knows the public keys of earlier receipts", () => {
    const old = loadKeys(dataDir).receipts.current;
    rmSync(keyFile("receipts.key"));
    writeFileSync(keyFile("receipts.retired"), `${old.raw}\n\n`);
    const { current, all } = loadKeys(dataDir).receipts;
    expect(current.keyId).not.toBe(old.keyId);
    expect(all.map((key) => key.keyId)).toEqual([current.keyId, old.keyId]);
  });
});
