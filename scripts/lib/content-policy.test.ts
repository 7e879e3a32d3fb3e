import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  BARE_POLICY,
  isBuiltFile,
  pagePolicy,
  scriptHashes,
  standingHeaders,
  WORKER_POLICY,
} from "./content-policy.mjs";

const directives = (policy: string): Record<string, string> =>
  Object.fromEntries(
    policy.split("; ").map((line): [string, string] => {
      const [name = "", ...sources] = line.split(" ");
      return [name, sources.join(" ")];
    }),
  );

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("the policy of a page", () => {
  const nonce = "'nonce-b25jZQ=='";

  it("is the published one", () => {
    expect(directives(pagePolicy({ scripts: [nonce], isDev: false }))).toEqual({
      "default-src": "'self'",
      "script-src": `'self' ${nonce}`,
      "style-src": "'self'",
      "img-src": "'self' data:",
      "connect-src": "'self'",
      "object-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
    });
  });

  it.each([pagePolicy({ scripts: [nonce], isDev: false }), BARE_POLICY, WORKER_POLICY])(
    "never lets anything unnamed run: %s",
    (policy) => {
      expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/);
      expect(directives(policy)).toHaveProperty("default-src");
    },
  );

  it("needs eval and written styles in development only, and never inline scripts without a nonce", () => {
    const found = directives(pagePolicy({ scripts: [nonce], isDev: true }));
    expect(found["script-src"]).toBe(`'self' ${nonce} 'unsafe-eval'`);
    expect(found["style-src"]).toBe("'self' 'unsafe-inline'");
  });
});

describe("the scripts of a static page", () => {
  const flight = 'self.__next_f.push([1,"0:\\"\\u003c/script>\\"\\n"])';
  const start = "(self.__next_f=self.__next_f||[]).push([0])";
  const chunks = '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"]});';
  const page = (...scripts: string[]) =>
    `<!DOCTYPE html><html><body>${scripts.map((text) => `<script>${text}</script>`).join("")}</body></html>`;

  it("are known by the hash of their exact text, each once", () => {
    expect(scriptHashes(page(start, flight, start, chunks))).toEqual([hash(start), hash(flight), hash(chunks)]);
  });

  it("keep Chinese text and line ends as they are", () => {
    const text = 'self.__next_f.push([1,"今日\\n遵义会议"])';
    expect(scriptHashes(page(text))).toEqual([hash(text)]);
  });

  it.each([
    "alert(1)",
    'self.__next_f.push([1,"x"]);alert(1)',
    'self.__next_f.push([1,"x"]),alert(1)',
    "self.__next_f.push([1,alert(1)])",
    'self.__next_f.push([1,"x"+alert(1)])',
    'self.__next_f.push([1,"x"])\nalert(1)//)',
    "self.__next_f.push(`${alert(1)}`)",
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(alert);',
    "",
  ])("that do more than hand over data have none: %j", (script) => {
    expect(scriptHashes(page(script))).toEqual([]);
  });

  it("from files need none", () => {
    expect(scriptHashes('<script src="/theme.js"></script><script src="/a.js" async=""></script>')).toEqual([]);
  });
});

describe("the headers of every reply", () => {
  it("promise https only where the public address is https", () => {
    const of = (publicUrl: string | undefined) =>
      standingHeaders({ pathname: "/", publicUrl })["Strict-Transport-Security"];
    expect(of("https://example.org")).toBe("max-age=31536000");
    expect(of("http://example.org")).toBeUndefined();
    expect(of(undefined)).toBeUndefined();
  });

  it("are few on built files, which a slow phone loads a dozen of", () => {
    expect(standingHeaders({ pathname: "/_next/static/chunks/a.js", publicUrl: "https://example.org" })).toEqual({
      "X-Content-Type-Options": "nosniff",
    });
    expect(isBuiltFile("/_next/image")).toBe(false);
  });
});
