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

export async function signOut(): Promise<void> {
  const form = new URLSearchParams({ csrfToken: await csrfToken(), json: "true" });
  await fetch("/api/auth/signout", { method: "POST", body: form });
}
