import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BARE_POLICY, scriptHashes, WORKER_POLICY } from "./content-policy.mjs";
import { applyPolicy, sharedPages } from "./document-policy.mjs";

/** What the framework does with a request, as far as the policy looks at it. */
const PAGE = (text: string, nonce: string) =>
  `<html nonce="${nonce}"><script>self.__next_f.push([1,"${text}"])</script></html>`;
let staticText = "one";

function nonceSeen(request: IncomingMessage): string {
  return /'nonce-([^']+)'/.exec(String(request.headers["content-security-policy"]))?.[1] ?? "none";
}

function frame(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === "/static") {
    response.setHeader("x-nextjs-prerender", "1");
    response.setHeader("etag", `"${staticText}"`);
    if (request.headers["if-none-match"] === `"${staticText}"`) {
      response.statusCode = 304;
      response.end();
      return;
    }
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(request.method === "HEAD" ? null : PAGE(staticText, nonceSeen(request)));
    return;
  }
  if (request.url?.startsWith("/refused")) {
    response.statusCode = 404;
    if (request.url === "/refused/public") response.setHeader("cache-control", "public, max-age=60");
    response.end();
    return;
  }
  response.setHeader("content-type", request.url?.startsWith("/own") ? "text/html; charset=utf-8" : "text/plain");
  response.write(`<html nonce="${nonceSeen(request)}">`);
  response.end("</html>");
}

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    const isShared = (pathname: string) => pathname === "/static";
    const { watchBody } = applyPolicy(request, response, { isDev: false, publicUrl: undefined, isShared });
    watchBody();
    frame(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => void server.close());

type Seen = { status: number; policy: string | undefined; body: string };

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Seen> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const call = httpRequest({ port, host: "127.0.0.1", path, method, headers, agent: false }, (reply) => {
      let body = "";
      reply.setEncoding("utf8");
      reply.on("data", (part: string) => (body += part));
      const policy = reply.headers["content-security-policy"];
      reply.on("end", () => resolve({ status: reply.statusCode ?? 0, policy: policy?.toString(), body }));
    });
    call.on("error", reject);
    call.end();
  });
}

describe("a page rendered for one request", () => {
  it("has the nonce of its own header, a new one every time", async () => {
    const [first, second] = [await ask("/own"), await ask("/own")];
    const nonce = /nonce="([^"]+)"/.exec(first.body)?.[1] ?? "";
    expect(Buffer.from(nonce, "base64url")).toHaveLength(16);
    expect(first.policy).toContain(`script-src 'self' 'nonce-${nonce}';`);
    expect(second.policy).not.toBe(first.policy);
  });

  it("does not let the caller choose the nonce", async () => {
    const { policy, body } = await ask("/own", { "content-security-policy": "script-src 'nonce-chosen'" });
    expect(`${policy} ${body}`).not.toContain("chosen");
  });
});

describe("a page rendered for everybody", () => {
  it("has the hashes of what was sent, and no nonce", async () => {
    const { policy, body } = await ask("/static");
    expect(scriptHashes(body)).toHaveLength(1);
    expect(policy).toContain(`script-src 'self' ${scriptHashes(body).join(" ")};`);
    expect(policy).not.toContain("nonce");
    // Nobody's nonce may be rendered into it either.
    expect(body).toContain('nonce="none"');
  });

  it("has new hashes as soon as it was rendered anew", async () => {
    const before = await ask("/static");
    staticText = "two";
    const after = await ask("/static");
    expect(after.policy).toContain(scriptHashes(after.body)[0]);
    expect(after.policy).not.toBe(before.policy);
  });

  it("keeps its policy when the browser's copy is still good", async () => {
    const { policy } = await ask("/static");
    expect(await ask("/static", { "if-none-match": `"${staticText}"` })).toMatchObject({ status: 304, policy });
  });

  it("says nothing about a copy that this process has not seen", async () => {
    staticText = "three";
    const reply = await ask("/static", { "if-none-match": '"three"' });
    expect(reply).toEqual({ status: 304, policy: undefined, body: "" });
  });

  it("runs nothing when its text was not seen", async () => {
    staticText = "four";
    const { policy } = await ask("/static", {}, "HEAD");
    expect(policy).toContain("script-src 'self';");
  });
});

it("a refusal is kept by nobody unless it says otherwise", async () => {
  const kept = async (path: string) => {
    const { port } = server.address() as AddressInfo;
    return (await fetch(`http://127.0.0.1:${port}${path}`)).headers.get("cache-control");
  };
  expect(await kept("/refused")).toBe("no-store");
  expect(await kept("/refused/public")).toBe("public, max-age=60");
  expect(await kept("/own")).toBeNull();
});

describe("which pages are for everybody", () => {
  it("stands in the build's own list", () => {
    const folder = mkdtempSync(join(tmpdir(), "policy-"));
    const list = {
      routes: { "/daily": {} },
      dynamicRoutes: { "/daily/[d]": { routeRegex: "^/daily/([^/]+?)(?:/)?$" } },
    };
    writeFileSync(join(folder, "prerender-manifest.json"), JSON.stringify(list));
    const isShared = sharedPages(folder);
    rmSync(folder, { recursive: true });
    expect(["/", "/daily", "/daily/12-31", "/daily/99-99"].map(isShared)).toEqual([true, true, true, true]);
    expect(["/me", "/sign-in", "/daily/12/31", "/constructor"].map(isShared)).toEqual([false, false, false, false]);
  });
});

describe("other replies", () => {
  it.each([
    ["/api/v1/me", BARE_POLICY],
    ["/feed.xml", BARE_POLICY],
    ["/sw.js", WORKER_POLICY],
    ["/_next/static/chunks/a.js", undefined],
  ])("%s", async (path, policy) => {
    expect((await ask(path)).policy).toBe(policy);
  });
});
