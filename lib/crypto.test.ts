import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  hashPassword,
  lookupHash,
  normaliseCode,
  normaliseTicket,
  openText,
  publicKeys,
  randomCode,
  randomTicket,
  randomToken,
  sameSecret,
  sealText,
  sha256Hex,
  signReceipt,
  verifyPassword,
  verifyReceipt,
} from "./crypto";
import { forgetEnv } from "./env";
import { forgetKeys } from "./keys";

let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "crypto-"));
  process.env["DATA_DIR"] = dataDir;
  forgetEnv();
  forgetKeys();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("sealed texts", () => {
  it.each(["", "13800138000", "镕喆㛃頔 👍"])("open to what was sealed: %j", (text) => {
    expect(openText(sealText(text))).toBe(text);
  });

  it("differ each time and carry a version", () => {
    expect(sealText("x")).not.toBe(sealText("x"));
    expect(sealText("x")).toMatch(/^v1\.[\w-]+$/);
  });

  it("refuse any change", () => {
    const sealed = sealText("13800138000");
    const bytes = Buffer.from(sealed.slice(3), "base64url");
    for (const index of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => openText(`v1.${changed.toString("base64url")}`)).toThrow();
    }
    expect(() => openText(`v2.${sealed.slice(3)}`)).toThrow(/version/);
    expect(() => openText("v1.AAAA")).toThrow(/truncated/);
    expect(() => openText("13800138000")).toThrow(/version/);
  });
});

describe("hashes", () => {
  it("are equal for equal values, unrelated between purposes and not the plain digest", () => {
    expect(lookupHash("login", "a")).toBe(lookupHash("login", "a"));
    expect(lookupHash("login", "a")).not.toBe(lookupHash("address", "a"));
    expect(lookupHash("a", "bc")).not.toBe(lookupHash("ab", "c"));
    expect(lookupHash("login", "a")).not.toBe(sha256Hex("login\0a"));
  });

  it("sha256Hex is the standard one", () => {
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

describe("receipts", () => {
  it("verify for exactly the text that was signed", () => {
    const signature = signReceipt("score=1800");
    expect(verifyReceipt("score=1800", signature)).toBe(true);
    expect(verifyReceipt("score=1900", signature)).toBe(false);
    expect(verifyReceipt("score=1800", { ...signature, keyId: "0000000000000000" })).toBe(false);
    expect(verifyReceipt("score=1800", { ...signature, signature: "AAAA" })).toBe(false);
  });

  it("can be checked by an outsider with the published key alone", () => {
    const { keyId, signature } = signReceipt("text");
    const published = publicKeys().find((key) => key.keyId === keyId);
    const jwk = { kty: "OKP", crv: "Ed25519", x: published?.publicKey ?? "" };
    expect(
      verify(
        null,
        Buffer.from("text"),
        createPublicKey({ key: jwk, format: "jwk" }),
        Buffer.from(signature, "base64url"),
      ),
    ).toBe(true);
  });
});

describe("random values", () => {
  it("a token has 256 bits and never repeats", () => {
    expect(Buffer.from(randomToken(), "base64url")).toHaveLength(32);
    expect(randomToken()).not.toBe(randomToken());
  });

  it("a code can be read aloud and typed carelessly", () => {
    for (let index = 0; index < 200; index += 1) expect(randomCode()).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    expect(normaliseCode(" abcd 2345 ")).toBe("ABCD-2345");
    expect(normaliseCode("ＡＢＣＤ－２３４５")).toBe("ABCD-2345");
  });

  it("a ticket is typed from paper in any spelling; other tokens stay as they are", () => {
    const ticket = randomTicket();
    expect(ticket).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
    expect(normaliseTicket(ticket.toLowerCase().replaceAll("-", ""))).toBe(ticket);
    expect(normaliseTicket(" ａｂｃｄ－efgh 2345-6789 ")).toBe("ABCD-EFGH-2345-6789");
    const token = randomToken();
    expect(normaliseTicket(token)).toBe(token);
  });

  it("sameSecret compares whole texts", () => {
    expect([sameSecret("a", "a"), sameSecret("a", "b"), sameSecret("a", "ab"), sameSecret("", "")]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe("passwords", () => {
  it("are kept as argon2id with the stated parameters", async () => {
    expect(await hashPassword("红船精神1921")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("verify for the right password alone, in any Unicode form", async () => {
    const hash = await hashPassword("红船ＡＢ1921");
    expect(await verifyPassword(hash, "红船AB1921")).toBe(true);
    expect(await verifyPassword(hash, "红船AB1922")).toBe(false);
    expect(await verifyPassword(null, "红船AB1921")).toBe(false);
  });
});
