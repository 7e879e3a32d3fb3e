// Keeps the page that was just opened within reach: without network public/sw.js finds it in a cache of its own, with the
// files it needs. Loaded by leaflets alone; nothing waits for it, and browsers without a service worker do without.
(async () => {
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return;
  try {
    await navigator.serviceWorker.register("/sw.js", { scope: "/leaflets" });
    const files = [...document.querySelectorAll('script[src], link[rel="stylesheet"], link[rel="icon"]')];
    const page = location.origin + location.pathname;
    const wanted = new Set([page, ...files.map((file) => file.src || file.href)]);
    // What public/theme.js fetches when 朗读 is tapped, which may be without network.
    if (document.querySelector("[data-read-aloud]")) wanted.add(`${location.origin}/read-aloud.js`);
    const cache = await caches.open(`zj-page-${location.pathname}`);
    await cache.addAll(wanted);
    for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  } catch {
    // What was kept before stays; without it the page needs the network.
  }
})();
