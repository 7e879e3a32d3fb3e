import type { BrowserContext, CDPSession, Page } from "@playwright/test";

/**
 * A browser's push service is a server of its maker, which tests must not ask: the browser is given one subscription with
 * keys of its own, kept over reloads. Everything else of the page and its service worker is real.
 */
export async function subscribeHere(page: Page, endpoint: string): Promise<void> {
  await page.addInitScript((address) => {
    const KEY = "pretended-subscription";
    const base64url = (bytes: ArrayBuffer) =>
      btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");
    const stored = () => {
      const json = localStorage.getItem(KEY);
      if (json === null) return null;
      const unsubscribe = () => {
        localStorage.removeItem(KEY);
        return Promise.resolve(true);
      };
      return { endpoint: address, toJSON: () => JSON.parse(json) as unknown, unsubscribe } as PushSubscription;
    };
    PushManager.prototype.getSubscription = () => Promise.resolve(stored());
    PushManager.prototype.subscribe = async () => {
      const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
      const p256dh = base64url(await crypto.subtle.exportKey("raw", pair.publicKey));
      const auth = base64url(crypto.getRandomValues(new Uint8Array(16)).buffer);
      localStorage.setItem(KEY, JSON.stringify({ endpoint: address, keys: { p256dh, auth } }));
      return stored() as PushSubscription;
    };
  }, endpoint);
}

/** The id under which the browser knows the service worker of the page, once it is registered. */
export async function workerRegistration(session: CDPSession): Promise<string> {
  const found = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  return found;
}

/**
 * Listens to the service worker; what it gives back resolves once a notification has been shown. A page that asks for the
 * notifications while one is being shown makes Chromium forget it, so that nobody may ask before.
 */
export async function notificationsShown(context: BrowserContext): Promise<() => Promise<void>> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const scope = await worker.evaluateHandle(() => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
    const show = registration.showNotification.bind(registration);
    const shown = new Promise<void>((resolve) => {
      registration.showNotification = async (...words) => {
        await show(...words);
        resolve();
      };
    });
    return { shown };
  });
  return () => scope.evaluate(({ shown }) => shown);
}
