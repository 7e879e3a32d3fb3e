// Gives every reply of the server its content policy at the moment its header is written.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  BARE_POLICY,
  PICTURE_POLICY,
  WORKER_POLICY,
  isBuiltFile,
  pagePolicy,
  scriptHashes,
  standingHeaders,
} from "./content-policy.mjs";

const HEADER = "content-security-policy";

/** Policies of static pages by the ETag of their text; a whole library has about 800 pages. */
const KNOWN_PAGES = 5_000;
/** @type {Map<string, string>} */
const known = new Map();

function remember(/** @type {string} */ etag, /** @type {string} */ policy) {
  if (known.size >= KNOWN_PAGES) known.clear();
  known.set(etag, policy);
}

/** A refusal or a way elsewhere that a route handler threw: what it says holds for this person and this moment. */
const isUnsettled = (/** @type {import("node:http").ServerResponse} */ response) =>
  response.statusCode > 304 && response.getHeader("cache-control") === undefined;

const isPage = (/** @type {import("node:http").ServerResponse} */ response) =>
  String(response.getHeader("content-type") ?? "").startsWith("text/html");

const isPicture = (/** @type {import("node:http").ServerResponse} */ response) =>
  String(response.getHeader("content-type") ?? "").startsWith("image/");

/**
 * Says of a path whether its page is rendered once for everybody. Such a page must not see a nonce: rendered anew after a
 * takedown it would keep that of whoever came first.
 * @param {string} distDir where the build stands
 * @returns {(pathname: string) => boolean}
 */
export function sharedPages(distDir) {
  const { routes, dynamicRoutes } = JSON.parse(readFileSync(join(distDir, "prerender-manifest.json"), "utf8"));
  const patterns = Object.values(dynamicRoutes).map(({ routeRegex }) => new RegExp(routeRegex));
  // The front page is that of the date.
  return (pathname) =>
    pathname === "/" || Object.hasOwn(routes, pathname) || patterns.some((pattern) => pattern.test(pathname));
}

/**
 * Called before anything is sent. A page rendered for one request carries a nonce, which the framework reads from the
 * request's own policy header; a page rendered once for everybody carries the hashes of its inline scripts, worked out
 * from the very text that is sent, so that a page rendered anew after a takedown is right as well. `watchBody` has to be
 * called after compression is in place, because it must see the text and not its compressed form.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {{ isDev: boolean, publicUrl: string | undefined, isShared: (pathname: string) => boolean }} settings
 */
export function applyPolicy(request, response, { isDev, publicUrl, isShared }) {
  const pathname = (request.url ?? "/").split("?", 1)[0] ?? "/";
  for (const [name, value] of Object.entries(standingHeaders({ pathname, publicUrl }))) response.setHeader(name, value);
  // A caller's own policy must not choose our nonce.
  delete request.headers[HEADER];
  if (isBuiltFile(pathname)) return { watchBody: () => undefined };

  const isApi = pathname.startsWith("/api/");
  const own = isApi ? "" : pagePolicy({ scripts: [`'nonce-${randomBytes(16).toString("base64url")}'`], isDev });
  // The router's own requests get data, not a page: scripts in it are files, and need no nonce.
  const isData = request.headers["rsc"] !== undefined || request.headers["next-action"] !== undefined;
  if (!isApi && !isData && !isShared(pathname)) request.headers[HEADER] = own;

  /** The framework marks what it rendered for everybody, at the build or after a takedown; in development nothing is. */
  const isForEverybody = () => !isDev && response.getHeader("x-nextjs-prerender") !== undefined;

  const writeHead = response.writeHead;
  /** Any: Node's own has several shapes, and what comes is passed on. @type {(...args: any[]) => any} */
  const withPolicy = function (...args) {
    const policy = policyNow();
    if (policy !== null) response.setHeader(HEADER, policy);
    if (isUnsettled(response)) response.setHeader("cache-control", "no-store");
    return Reflect.apply(writeHead, response, args);
  };
  response.writeHead = withPolicy;

  /** Null: the browser keeps the policy that came with the copy it has. */
  const policyNow = () => {
    if (pathname === "/sw.js") return WORKER_POLICY;
    if (isForEverybody() && (isPage(response) || response.statusCode === 304)) {
      const etag = String(response.getHeader("etag") ?? "");
      return known.get(etag) ?? (response.statusCode === 304 ? null : pagePolicy({ scripts: [], isDev }));
    }
    if (response.statusCode === 304) return null;
    if (isPicture(response)) return PICTURE_POLICY;
    return isPage(response) && !isApi ? own : BARE_POLICY;
  };

  const watchBody = () => {
    const end = response.end;
    /** Any: Node's own has several shapes, and what comes is passed on. @type {(...args: any[]) => any} */
    const watched = function (...args) {
      const [body] = args;
      const etag = response.getHeader("etag");
      const isWhole = typeof body === "string" && !response.headersSent && typeof etag === "string";
      if (isWhole && isForEverybody() && isPage(response) && !known.has(etag))
        remember(etag, pagePolicy({ scripts: scriptHashes(body), isDev }));
      return Reflect.apply(end, response, args);
    };
    response.end = watched;
  };
  return { watchBody };
}
