// Keeps a quiz that has begun and a leaflet that was opened within reach: without network a reload of /attempts/<id>
// finds the page that features/attempts/client/shell.ts has put into a cache, one of /leaflets what public/keep.js has.
// Registered for /attempts/ and /leaflets alone; reads, never writes.
// Shows what Web Push brings. Replies of the API, flight data of pages and everything that is not GET go past it to the network.
const PATIENCE_MS = 6000;

const ANSWERS = "已经送达的答案都在服务器上，没送到的存在这部手机里，都没有丢。";
const offlineText = (kept) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>没有网 · 指尖课堂</title>
<body style="font:1rem/1.8 sans-serif;margin:3rem 1.5rem;max-width:24rem">
<h1 style="font-size:1.25rem">没有连上服务器</h1>
<p>这一页还没有存在手机里。${kept}</p>
<p>连上网后再打开这一页。</p><p><a href="">再试一次</a></p>`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const keptPage = (request) => caches.match(new URL(request.url).pathname);
const offlinePage = ({ url }) =>
  new Response(offlineText(new URL(url).pathname.startsWith("/attempts/") ? ANSWERS : ""), { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The network first. A kept page steps in when it fails or stays silent. */
async function page(request) {
  const kept = await keptPage(request);
  const network = fetch(request);
  network.catch(() => undefined);
  try {
    if (!kept) return await network;
    const reply = await Promise.race([network, after(PATIENCE_MS)]);
    return reply && reply.status < 500 ? reply : kept;
  } catch {
    return kept || offlinePage(request);
  }
}

/** Names of chunks change with their content: the kept one is the right one. Other files: the network first. */
async function part(request) {
  const isChunk = new URL(request.url).pathname.startsWith("/_next/static/");
  if (isChunk) return (await caches.match(request)) || fetch(request);
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request)) || Response.error();
  }
}

// Web Push: what the server sends is a title, a body and where to go.
self.addEventListener("push", (event) => {
  let letter = {};
  try {
    letter = event.data.json();
  } catch {
    // A push without words still has to be shown, or the browser shows one of its own.
  }
  const { title = "指尖课堂", body = "", url = "/inbox" } = letter;
  event.waitUntil(self.registration.showNotification(title, { body, lang: "zh-CN", tag: url, data: { url } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url || "/inbox"));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (request.destination && request.destination !== "document") event.respondWith(part(request));
});
