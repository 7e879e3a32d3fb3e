// What a browser may load and run on our pages: the Content-Security-Policy of each kind of reply, and the headers that
// go with it. Pure: tests/e2e counts violations on every route, scripts/lib/document-policy.mjs applies it.
import { createHash } from "node:crypto";

/** A reply that is no page: should a browser ever be made to show it, it loads and runs nothing. */
export const BARE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A picture, some of which people sent up: opened by itself it is a page without rights. */
export const PICTURE_POLICY = `${BARE_POLICY}; sandbox`;

/** The policy of a worker is that of its own script: it may ask our server, and nobody else. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'; script-src 'self'";

/**
 * The policy of a page. `scripts` are the sources that inline scripts are known by: one nonce, or the hashes of a page
 * that is the same for everybody. Styles have neither: all of ours are files. Development needs more: React rebuilds
 * the server's stack traces with eval, and styles are written into the page while one edits.
 * @param {{ scripts: readonly string[], isDev: boolean }} page
 */
export function pagePolicy({ scripts, isDev }) {
  const script = ["'self'", ...scripts, ...(isDev ? ["'unsafe-eval'"] : [])].join(" ");
  const style = isDev ? "'self' 'unsafe-inline'" : "'self'";
  return [
    "default-src 'self'",
    `script-src ${script}`,
    `style-src ${style}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** How the framework's own inline scripts begin; what follows is JSON and nothing else. */
const OPENINGS = [
  "self.__next_f.push(",
  "(self.__next_f=self.__next_f||[]).push(",
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(',
];

/** True for a script that only hands data to the framework: it cannot do anything, whoever wrote the data. */
function isHandover(/** @type {string} */ script) {
  const opening = OPENINGS.find((start) => script.startsWith(start));
  const end = /\);?$/.exec(script);
  if (opening === undefined || end === null) return false;
  try {
    JSON.parse(script.slice(opening.length, end.index));
    return true;
  } catch {
    return false;
  }
}

/**
 * The hash sources of a static page's inline scripts, each once, in their order. Only the framework's handovers of data
 * count: a script that found its way into the page by any other road has no hash here and does not run.
 */
export function scriptHashes(/** @type {string} */ html) {
  const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)].map((match) => match[1] ?? "");
  const hashes = scripts
    .filter(isHandover)
    .map((script) => `'sha256-${createHash("sha256").update(script, "utf8").digest("base64")}'`);
  return [...new Set(hashes)];
}

/** Pieces of the product that carry their name in a hash: they need no more than their type to be believed. */
export const isBuiltFile = (/** @type {string} */ pathname) => pathname.startsWith("/_next/static/");

/**
 * The headers of every reply that do not depend on its content. Strict-Transport-Security only where the public address
 * is https: on plain http a browser ignores it, and a test machine must not promise what it cannot keep.
 * @param {{ pathname: string, publicUrl: string | undefined }} request
 * @returns {Record<string, string>}
 */
export function standingHeaders({ pathname, publicUrl }) {
  /** @type {Record<string, string>} */
  const headers = { "X-Content-Type-Options": "nosniff" };
  if (isBuiltFile(pathname)) return headers;
  if (publicUrl?.startsWith("https://")) headers["Strict-Transport-Security"] = "max-age=31536000";
  return {
    ...headers,
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
  };
}
