import type { Outcome as ClosingReply } from "../schema";
import {
  isSame,
  patchOf,
  pendingIds,
  withDelivered,
  withPaper,
  withRefused,
  type Entry,
  type Patch,
  type Read,
} from "./entry";
import type { Sent, Transport } from "./transport";

/**
 * One step of delivery, for the taking screen and for every other page that finds something waiting.
 *
 * The rule: what waits goes as one patch; a wanted submission carries it along. What the server ignores is read from
 * it again. What came of the step is a function of the entry as it is *then*, because people go on answering meanwhile.
 *
 * Example: q1@6 and q2@7 wait → PUT {revision: 7}; the reply ignores q1 → GET; `apply` marks q2 delivered, takes q1
 * over from the server and names it as changed elsewhere.
 */
export type Step =
  | { readonly kind: "idle" }
  | { readonly kind: "moved"; readonly apply: (current: Entry) => Read }
  /** Closed and scored. `late` did not count. */
  | { readonly kind: "finished"; readonly reply: ClosingReply | null; readonly late: readonly string[] }
  | { readonly kind: "later"; readonly retryAfterMs: number }
  | { readonly kind: "signed-out" }
  | { readonly kind: "gone"; readonly detail: string };

const unchanged = (entry: Entry): Read => ({ entry, changed: [] });

export async function deliver(before: Entry, transport: Transport): Promise<Step> {
  const { attemptId } = before.paper;
  const patch = patchOf(before);
  if (before.handing.wanted) {
    const askedAt = Date.now() + before.offset;
    const sent = await transport.submit(attemptId, patch);
    if (sent.kind !== "ok") return refusedStep(before, sent);
    const wasClosed = Date.parse(sent.value.receipt.submittedAt) < askedAt;
    const late = wasClosed && patch !== null ? await uncounted(before, patch, transport) : [];
    return { kind: "finished", reply: sent.value, late };
  }
  if (patch === null) return { kind: "idle" };
  const sent = await transport.save(attemptId, patch);
  if (sent.kind !== "ok") return refusedStep(before, sent);
  const reply = sent.value;
  const delivered = (current: Entry): Entry => withClock(withDelivered(current, before, reply), reply.savedAt);
  if (reply.ignored.length === 0) return { kind: "moved", apply: (current) => unchanged(delivered(current)) };
  const read = await transport.read(attemptId);
  if (read.kind !== "ok") return { kind: "moved", apply: (current) => unchanged(delivered(current)) };
  return {
    kind: "moved",
    apply: (current) => {
      const untouched = reply.ignored.filter((id) => current.answers[id]?.revision === before.answers[id]?.revision);
      return withPaper(delivered(current), read.value, untouched);
    },
  };
}

/**
 * Of a submission that was answered with the receipt of an earlier one: the answers it carried in vain, because another
 * phone had handed in. A submission whose reply was lost and that was repeated carried none in vain.
 */
async function uncounted(before: Entry, patch: Patch, transport: Transport): Promise<string[]> {
  const read = await transport.read(before.paper.attemptId);
  if (read.kind !== "ok") return pendingIds(before);
  const { answers } = read.value;
  return pendingIds(before).filter((id) => !isSame(patch.answers[id] ?? null, answers[id] ?? null));
}

/** The server's clock as of a reply that has just arrived. */
function withClock(entry: Entry, serverTime: string): Entry {
  return { ...entry, offset: Date.parse(serverTime) - Date.now() };
}

function refusedStep(before: Entry, sent: Exclude<Sent<unknown>, { kind: "ok" }>): Step {
  switch (sent.kind) {
    case "closed":
      return { kind: "finished", reply: sent.value, late: pendingIds(before) };
    case "refused": {
      const named = Object.keys(sent.reasons).length > 0;
      const reasons = named ? sent.reasons : Object.fromEntries(pendingIds(before).map((id) => [id, sent.detail]));
      if (pendingIds(before).length === 0) return { kind: "gone", detail: sent.detail };
      return { kind: "moved", apply: (current) => unchanged(withRefused(current, before, reasons)) };
    }
    case "later":
      return sent;
    case "signed-out":
      return sent;
    case "gone":
      return sent;
  }
}

/** Reads the paper again, after a time in which other pages may have answered. */
export async function reread(before: Entry, transport: Transport): Promise<Step> {
  const read = await transport.read(before.paper.attemptId);
  if (read.kind !== "ok") return refusedStep(before, read);
  if (read.value.state === "closed") return { kind: "finished", reply: null, late: pendingIds(before) };
  return {
    kind: "moved",
    apply: (current) => {
      const { entry, changed } = withPaper(current, read.value);
      return { entry: withClock(entry, read.value.serverTime), changed };
    },
  };
}
