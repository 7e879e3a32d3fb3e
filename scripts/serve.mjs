// The product's HTTP server: Next behind one small hook that vouches for the client's address, and a clean stop.
import { createServer } from "node:http";
import next from "next";

const HEADER = "x-zj-client-address";
const hostname = process.env.HOST ?? "127.0.0.1";
const port = Number(process.env.PORT ?? 3000);
const trustedProxies = Number(process.env.TRUSTED_PROXIES ?? 0);

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

const app = next({ dev: process.env.NODE_ENV !== "production", dir: process.cwd(), hostname, port });
const handle = app.getRequestHandler();
await app.prepare();

const server = createServer((request, response) => {
  const address = clientAddress(request);
  request.headers[HEADER] = address;
  request.headers["x-forwarded-for"] = address;
  if (trustedProxies === 0) {
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-proto"];
  }
  askBeforeReuse(response);
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
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // Requests in flight get ten seconds; after that the process ends all the same.
    setTimeout(() => process.exit(0), 10_000).unref();
  });
}
