import { currentSubscription, WORKER_SCOPE } from "@/lib/browser-push";
import type { Subscription } from "./mutations/keep-browser";

/** True when this browser is one of those that the server knows by the hash of their address. */
export async function isKnownBrowser(hashes: readonly string[]): Promise<boolean> {
  const subscription = await currentSubscription();
  if (subscription === null) return false;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(subscription.endpoint));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hashes.includes(hex);
}

/** Asks the person, then the browser's push service; null when the person says no. */
export async function subscribe(publicKey: string): Promise<Subscription | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  await navigator.serviceWorker.register("/sw.js", { scope: WORKER_SCOPE });
  const registration = await active();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const { endpoint = "", keys = {} } = subscription.toJSON();
  return { endpoint, p256dh: keys["p256dh"] ?? "", auth: keys["auth"] ?? "" };
}

/** The registration once its worker runs. */
async function active(): Promise<ServiceWorkerRegistration> {
  for (;;) {
    const registration = await navigator.serviceWorker.getRegistration(WORKER_SCOPE);
    if (registration?.active) return registration;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Ends the subscription of this browser and gives its address; null when there was none. */
export async function unsubscribe(): Promise<string | null> {
  const subscription = await currentSubscription();
  if (subscription === null) return null;
  await subscription.unsubscribe();
  return subscription.endpoint;
}
