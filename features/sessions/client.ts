import { csrfToken } from "@/lib/auth/browser";

export type SignInOutcome = { ok: true } | { ok: false; reason: "refused" | "throttled" | "offline"; minutes?: number };

export async function signIn(login: string, password: string): Promise<SignInOutcome> {
  try {
    const form = new URLSearchParams({ csrfToken: await csrfToken(), login, password, json: "true" });
    const reply = await fetch("/api/auth/callback/credentials", { method: "POST", body: form });
    if (reply.status === 429) {
      const seconds = Number(reply.headers.get("retry-after") ?? 60);
      return { ok: false, reason: "throttled", minutes: Math.ceil(seconds / 60) };
    }
    return reply.ok ? { ok: true } : { ok: false, reason: "refused" };
  } catch {
    return { ok: false, reason: "offline" };
  }
}

/** How long signing out waits for the notifications of this browser to end. */
const PATIENCE_MS = 3_000;

/**
 * Ends the notifications of this browser, at its push service and with the server, so that nothing of the person pops up
 * here after signing out. Whatever fails or keeps silent, signing out goes on: the push service may be out of reach.
 */
export async function silenceBrowser(forget: (browser: { endpoint: string }) => Promise<unknown>): Promise<void> {
  const silence = async (): Promise<void> => {
    const { currentSubscription } = await import("@/lib/browser-push");
    const subscription = await currentSubscription();
    if (subscription === null) return;
    await Promise.allSettled([subscription.unsubscribe(), forget({ endpoint: subscription.endpoint })]);
  };
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([silence().catch(() => undefined), patience]);
}

export async function signOut(): Promise<void> {
  const form = new URLSearchParams({ csrfToken: await csrfToken(), json: "true" });
  await fetch("/api/auth/signout", { method: "POST", body: form });
}
