/**
 * Starting an attempt from the browser. Pressed twice it is still one attempt: the server answers with the one that is
 * open.
 */
export type Started =
  | { readonly kind: "started"; readonly attemptId: string }
  | { readonly kind: "signed-out" }
  /** The quiz cannot be started; `detail` says why. */
  | { readonly kind: "not-now"; readonly detail: string }
  | { readonly kind: "offline" };

const TIMEOUT_MS = 15_000;

export async function startAttempt(quizId: string): Promise<Started> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const reply = await fetch("/api/v1/attempts", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ quizId }),
      redirect: "error",
      signal: stop.signal,
    });
    const content = (await reply.json()) as { attemptId?: string; detail?: string };
    if (reply.ok && content.attemptId !== undefined) return { kind: "started", attemptId: content.attemptId };
    if (reply.status === 401) return { kind: "signed-out" };
    return { kind: "not-now", detail: content.detail ?? "服务器没能处理，请过一会儿再试。" };
  } catch {
    return { kind: "offline" };
  } finally {
    clearTimeout(timer);
  }
}

/** A whole new page: the taking screen comes with its first question in the HTML. */
export function goTo(address: string): void {
  window.location.assign(address);
}
