/**
 * The shell of the flight mode: this page's HTML and what it needs to run, in a cache of its own that public/sw.js
 * reads when a reload finds no network. The page writes it, the service worker only reads. The copy is marked, so that
 * the page knows that its clock and its paper are old. Browsers without a service worker do without.
 */
const CACHE = "zj-attempt-";
const SCOPE = "/attempts/";
/** What a page is made of; neither pages nor the API, which the list of loaded addresses names as well. */
const PARTS = /^\/_next\/static\/|^\/[\w.-]+\.(js|css|svg)$/;

const isSupported = (): boolean => "serviceWorker" in navigator && "caches" in globalThis;

/** True when this page came from the cache. */
function isShell(): boolean {
  return document.documentElement.dataset["shell"] !== undefined;
}

/** When this page reached the phone, by its own clock; null when it came from the cache. */
export function arrivedAt(): number | null {
  if (isShell()) return null;
  const [navigation] = performance.getEntriesByType("navigation");
  const first = navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : 0;
  return first > 0 ? performance.timeOrigin + first : Date.now();
}

/** Keeps the page at `/attempts/{id}` for a reload without network. */
export async function keepShell(attemptId: string): Promise<void> {
  if (process.env.NODE_ENV !== "production" || isShell() || !isSupported()) return;
  try {
    await navigator.serviceWorker.register("/sw.js", { scope: SCOPE });
    const cache = await caches.open(CACHE + attemptId);
    const page = await fetch(SCOPE + attemptId, { headers: { accept: "text/html" }, redirect: "error" });
    if (!page.ok) return;
    const html = (await page.text()).replace("<html ", '<html data-shell="on" ');
    await cache.put(SCOPE + attemptId, new Response(html, { headers: keptHeaders(page) }));
    await Promise.all(partsOfPage().map((address) => cache.add(address).catch(() => undefined)));
  } catch {
    // Without a shell the answers are kept all the same; only a reload needs the network.
  }
}

/** Length and encoding no longer hold; the content policy names the nonces of this very copy. */
function keptHeaders(page: Response): [string, string][] {
  return ["content-type", "content-security-policy"].flatMap((name): [string, string][] => {
    const value = page.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
}

/** Scripts and sheets of this page, as the browser has just loaded them. */
function partsOfPage(): string[] {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>("script[src]")].map((script) => script.src);
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"], link[rel="icon"]')];
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const ours = [...scripts, ...sheets.map(({ href }) => href), ...loaded].map(
    (address) => new URL(address, location.href),
  );
  const parts = ours.filter(({ origin, pathname }) => origin === location.origin && PARTS.test(pathname));
  return [...new Set(parts.map(({ href }) => href))];
}

/** The attempt is over: its page must not come from the cache any more. */
export async function dropShell(attemptId: string): Promise<void> {
  if (isSupported()) await caches.delete(CACHE + attemptId);
}
