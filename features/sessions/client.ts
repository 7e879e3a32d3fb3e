/** The standard next-auth flow from the browser: a CSRF token first, then the form. */
async function csrfToken(): Promise<string> {
  const reply = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken: token } = (await reply.json()) as { csrfToken: string };
  return token;
}

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

/** Starts the OpenID Connect flow; the browser leaves the page. */
export async function startOidc(returnTo: string): Promise<void> {
  const form = new URLSearchParams({ csrfToken: await csrfToken(), callbackUrl: returnTo, json: "true" });
  const reply = await fetch("/api/auth/signin/oidc", { method: "POST", body: form });
  const { url } = (await reply.json()) as { url: string };
  window.location.assign(url);
}

export async function signOut(): Promise<void> {
  const form = new URLSearchParams({ csrfToken: await csrfToken(), json: "true" });
  await fetch("/api/auth/signout", { method: "POST", body: form });
}
