/** The standard next-auth flow from the browser: a CSRF token first, then the form. */
export async function csrfToken(): Promise<string> {
  const reply = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken: token } = (await reply.json()) as { csrfToken: string };
  return token;
}

/** Starts the OpenID Connect flow; the browser leaves the page. */
export async function startOidc(returnTo: string): Promise<void> {
  const form = new URLSearchParams({ csrfToken: await csrfToken(), callbackUrl: returnTo, json: "true" });
  const reply = await fetch("/api/auth/signin/oidc", { method: "POST", body: form });
  const { url } = (await reply.json()) as { url: string };
  window.location.assign(url);
}
