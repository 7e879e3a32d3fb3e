// The product's HTTP server: Next behind small hooks that vouch for the client's address and give every reply its content
// policy, and a clean stop. `npm start` and `npm run dev` both run it.
import { createServer } from "node:http";
import next from "next";
import compression from "next/dist/compiled/compression/index.js";
import { releaseCompressionStream } from "next/dist/server/lib/release-compression-stream.js";
import { applyPolicy, sharedPages } from "./lib/document-policy.mjs";

const HEADER = "x-zj-client-address";
const hostname = process.env.HOST ?? "127.0.0.1";
const port = Number(process.env.PORT ?? 3000);
const trustedProxies = Number(process.env.TRUSTED_PROXIES ?? 0);
const isDev = process.env.NODE_ENV !== "production";
const publicUrl = process.env.PUBLIC_URL;

/** The last address that is not one of our own proxies: `TRUSTED_PROXIES` counts hops from the socket backwards. */
function clientAddress(request) {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const chain = [...forwarded, request.socket.remoteAddress ?? "unknown"];
  return chain[Math.max(0, chain.length - 1 - trustedProxies)];
}

/**
 * Next allows shared caches to keep a static page for a year. A page may change within the minute (a takedown, midnight), so
 * every cache has to ask; the ETag makes the answer a short 304.
 */
function askBeforeReuse(response) {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const isPage = name.toLowerCase() === "cache-control" && String(value).startsWith("s-maxage=");
    return setHeader(name, isPage ? "public, max-age=0, must-revalidate" : value);
  };
}

/**
 * The framework drops the length of a reply that is streamed. Players of films want to know it, so a route hands it over by
 * another name. What is compressed on its way has another length and keeps none.
 */
function tellLength(response) {
  const writeHead = response.writeHead;
  response.writeHead = (...args) => {
    const length = response.getHeader("x-zj-length");
    response.removeHeader("x-zj-length");
    if (length !== undefined && !response.hasHeader("content-encoding")) response.setHeader("content-length", length);
    return Reflect.apply(writeHead, response, args);
  };
}

/**
 * The framework's own compression, switched off in next.config.ts and put in place here: the policy is worked out from the
 * text of a page, so it has to be asked first. A client that goes away leaves no compressor behind. The strongest level
 * costs a fifteenth more processor time and saves a third of a kibibyte on every first visit.
 */
const compress = compression({ level: 9 });
function compressed(request, response) {
  compress(request, response, () => undefined);
  response.once("close", () => {
    if (!response.writableFinished) releaseCompressionStream(response);
  });
}

/** No text of ours holds a NUL, and PostgreSQL takes none. */
const hasNul = (url) => /%00/.test(url);

function refuse(response) {
  response.writeHead(400, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end("地址里有不能用的字符。请从页面上的链接进来，或检查地址是否抄错。");
}

// The framework writes every loopback address as "localhost". With another name here it would take its own rewrite of the
// front page for a foreign server and ask itself over the network.
const app = next({ dev: isDev, dir: process.cwd(), hostname: "localhost", port });
const handle = app.getRequestHandler();
await app.prepare();
// In development every page is rendered for its request.
const isShared = isDev ? () => false : sharedPages(process.env.NEXT_DIST_DIR ?? ".next");

const server = createServer((request, response) => {
  const address = clientAddress(request);
  request.headers[HEADER] = address;
  request.headers["x-forwarded-for"] = address;
  if (trustedProxies === 0) {
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-proto"];
  }
  askBeforeReuse(response);
  tellLength(response);
  const { watchBody } = applyPolicy(request, response, { isDev, publicUrl, isShared });
  if (hasNul(request.url ?? "")) return refuse(response);
  compressed(request, response);
  watchBody();
  void handle(request, response);
});

server.on("error", (error) => {
  const detail = error.code === "EADDRINUSE" ? `端口${port}已被占用，换一个：npm start -- --port 3001` : error.message;
  console.error(detail);
  process.exit(1);
});
server.listen(port, hostname);

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    // Sockets of the development tools never close by themselves, and nothing that counts is in flight.
    if (isDev) process.exit(0);
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // Requests in flight get ten seconds; after that the process ends all the same.
    setTimeout(() => process.exit(0), 10_000).unref();
  });
}
