import { createHash } from "node:crypto";

/** Long enough to bear a crowd of readers, short enough for what is taken down to be gone within a minute. */
const KEEP_SECONDS = 30;

/** A text with an ETag and a short cache; 304 for who has it already. */
export function cachedText(request: Request, text: string, contentType: string): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = { etag, "cache-control": `public, max-age=${KEEP_SECONDS}` };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": contentType } });
}

/** A text for one person, kept by nobody on the way; 404 without one. */
export function privateText(text: string | null, contentType: string): Response {
  const headers = { "cache-control": "private, no-store" };
  if (text === null) return new Response("没有这个地址", { status: 404, headers });
  return new Response(text, { headers: { ...headers, "content-type": contentType } });
}
