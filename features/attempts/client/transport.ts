import type { PublicPaper } from "@/domain/quizzes/types";
import type { Outcome as ClosingReply, Saved } from "../schema";
import type { Patch } from "./entry";

/**
 * The attempt protocol (docs/api.md) from the browser: every reply, refusal and silence as one of a few kinds, so that
 * whoever sends decides by the kind alone.
 */
export type Sent<Value> =
  | { readonly kind: "ok"; readonly value: Value }
  /** No reply, an overloaded server, or a page of somebody else's network in between: try again later. */
  | { readonly kind: "later"; readonly retryAfterMs: number }
  | { readonly kind: "signed-out" }
  /** The attempt is closed; what counted stands in the receipt. */
  | { readonly kind: "closed"; readonly value: ClosingReply | null }
  /** The server will never take these values: why, by question id. */
  | { readonly kind: "refused"; readonly reasons: Readonly<Record<string, string>>; readonly detail: string }
  /** Not this person's attempt, or there is none. */
  | { readonly kind: "gone"; readonly detail: string };

export type Transport = {
  save: (attemptId: string, patch: Patch) => Promise<Sent<Saved>>;
  submit: (attemptId: string, patch: Patch | null) => Promise<Sent<ClosingReply>>;
  read: (attemptId: string) => Promise<Sent<PublicPaper>>;
};

const TIMEOUT_MS = 15_000;

type Problem = { code?: string; detail?: string; errors?: { field: string; detail: string }[] } & Partial<ClosingReply>;

async function call<Value>(method: string, path: string, body?: unknown): Promise<Sent<Value>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const reply = await fetch(`/api/v1${path}`, {
      method,
      cache: "no-store",
      redirect: "error",
      // A save that is under way when the page is left still arrives.
      keepalive: method !== "GET",
      signal: stop.signal,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (!/json/.test(reply.headers.get("content-type") ?? "")) return { kind: "later", retryAfterMs: 0 };
    const content: unknown = await reply.json();
    return reply.ok ? { kind: "ok", value: content as Value } : refusal(reply, content as Problem);
  } catch {
    return { kind: "later", retryAfterMs: 0 };
  } finally {
    clearTimeout(timer);
  }
}

function refusal(reply: Response, problem: Problem): Exclude<Sent<never>, { kind: "ok" }> {
  const detail = problem.detail ?? "";
  switch (reply.status) {
    case 401:
      return { kind: "signed-out" };
    case 409:
      return problem.code === "attempt-closed"
        ? { kind: "closed", value: closingReply(problem) }
        : { kind: "later", retryAfterMs: 0 };
    case 422:
      return { kind: "refused", reasons: reasonsOf(problem), detail };
    case 403:
    case 404:
      return { kind: "gone", detail };
    default:
      return { kind: "later", retryAfterMs: 1_000 * Number(reply.headers.get("retry-after") ?? 0) || 0 };
  }
}

function closingReply({ receipt, pointsAwarded, reviewOpensAt }: Problem): ClosingReply | null {
  return receipt ? { receipt, pointsAwarded: pointsAwarded ?? 0, reviewOpensAt: reviewOpensAt ?? null } : null;
}

/** `answers.q1` and `answers.q1.0` both speak of q1. */
function reasonsOf({ errors = [] }: Problem): Record<string, string> {
  return Object.fromEntries(
    errors.flatMap(({ field, detail }) => {
      const [, id] = /^answers\.([^.]+)/.exec(field) ?? [];
      return id === undefined ? [] : [[id, detail]];
    }),
  );
}

export const httpTransport: Transport = {
  save: (attemptId, patch) => call("PUT", `/attempts/${attemptId}/answers`, patch),
  submit: (attemptId, patch) => call("POST", `/attempts/${attemptId}/submission`, patch ?? {}),
  read: (attemptId) => call("GET", `/attempts/${attemptId}`),
};
