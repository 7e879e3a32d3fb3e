import { change, forget, listKept, readKept } from "@/lib/browser-store";
import type { RecallAnswers, RecallOutcome, RecallState } from "./types";

/**
 * Recall answers between the person and the server. What is chosen is kept in this browser at once; what was handed in
 * stays there until the server has confirmed it, and is sent again by any page that shows this form or 今日.
 */
export type KeptRecall = {
  readonly contentId: string;
  readonly answers: RecallAnswers;
  /** Pressed 交: it is to be sent, not only remembered. */
  readonly handedIn: boolean;
};

export type Sent<Value> =
  | { readonly kind: "ok"; readonly value: Value }
  /** No network, an overloaded server: try again later. */
  | { readonly kind: "later" }
  | { readonly kind: "signed-out" }
  /** Unknown, retired or taken down. */
  | { readonly kind: "gone"; readonly detail: string }
  /** Why, by question id. */
  | { readonly kind: "refused"; readonly detail: string; readonly reasons: Readonly<Record<string, string>> };

type Problem = { detail?: string; errors?: { field: string; detail: string }[] };

async function call<Value>(path: string, init: RequestInit): Promise<Sent<Value>> {
  try {
    const reply = await fetch(`/api/v1${path}`, { cache: "no-store", signal: AbortSignal.timeout(15_000), ...init });
    if (reply.ok) return { kind: "ok", value: (await reply.json()) as Value };
    if (reply.status === 401) return { kind: "signed-out" };
    if (reply.status !== 404 && reply.status !== 422) return { kind: "later" };
    const { detail = "", errors = [] } = (await reply.json()) as Problem;
    if (reply.status === 404) return { kind: "gone", detail };
    const reasons = errors.map((error) => [error.field.replace("answers.", ""), error.detail]);
    return { kind: "refused", detail, reasons: Object.fromEntries(reasons) as Record<string, string> };
  } catch {
    return { kind: "later" };
  }
}

export function readState(contentId: string): Promise<Sent<RecallState>> {
  return call(`/recalls?contentId=${encodeURIComponent(contentId)}`, {});
}

export function sendAnswers(contentId: string, answers: RecallAnswers): Promise<Sent<RecallOutcome>> {
  return call("/recalls", {
    method: "POST",
    // What is under way when the page is left still arrives.
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ contentId, answers }),
  });
}

const PREFIX = "recall:";
const keyOf = (memberId: string, contentId: string): string => `${PREFIX}${memberId}:${contentId}`;

/** Who answered without a network on a page that had not yet learnt who reads. */
const UNKNOWN = "";

/**
 * What this browser keeps for this page. Answers of an unknown reader come back as a draft, never sent by themselves.
 * `null`: nobody knows who reads, so whoever's is there.
 */
export async function findKept(memberId: string | null, contentId: string): Promise<KeptRecall | null> {
  if (memberId !== null) {
    const own = await readKept<KeptRecall>(keyOf(memberId, contentId));
    const unknown = own ?? (await readKept<KeptRecall>(keyOf(UNKNOWN, contentId)));
    return unknown === null ? null : { ...unknown.value, handedIn: own?.value.handedIn ?? false };
  }
  const all = await listKept<KeptRecall>();
  return all.find(([key]) => key.startsWith(PREFIX) && key.endsWith(`:${contentId}`))?.[1].value ?? null;
}

/** Keeps the answers and says whether the browser took them. */
export async function keepRecall(memberId: string, kept: KeptRecall): Promise<boolean> {
  try {
    await change<KeptRecall>(keyOf(memberId, kept.contentId), () => ({
      ...{ memberId, unsent: kept.handedIn ? 1 : 0, value: kept },
    }));
    return true;
  } catch {
    return false;
  }
}

export async function forgetRecall(memberId: string, contentId: string): Promise<void> {
  await forget(keyOf(memberId, contentId));
  await forget(keyOf(UNKNOWN, contentId));
}

/** Sends what this member handed in without a network. What the server will never take is kept as a draft. */
export async function resendRecalls(memberId: string): Promise<void> {
  for (const [key, entry] of await listKept<KeptRecall>()) {
    if (!key.startsWith(PREFIX) || entry.memberId !== memberId || entry.unsent === 0) continue;
    const { contentId, answers } = entry.value;
    const sent = await sendAnswers(contentId, answers);
    if (sent.kind === "ok" || sent.kind === "gone") await forgetRecall(memberId, contentId);
    if (sent.kind === "refused") await keepRecall(memberId, { contentId, answers, handedIn: false });
    if (sent.kind === "later" || sent.kind === "signed-out") return;
  }
}
