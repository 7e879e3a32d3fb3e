/** The one service worker of the product; its scope is that of the flight mode, and a notification needs none. */
export const WORKER_SCOPE = "/attempts/";

export const canNotify = (): boolean =>
  "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;

/** What this browser has subscribed to; null when it has not, or cannot. */
export async function currentSubscription(): Promise<PushSubscription | null> {
  if (!canNotify()) return null;
  const registration = await navigator.serviceWorker.getRegistration(WORKER_SCOPE);
  return (await registration?.pushManager.getSubscription()) ?? null;
}
