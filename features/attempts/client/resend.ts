import { deliver } from "./deliver";
import { pendingIds } from "./entry";
import { forgetEntry, keepEntry, listWaiting, readEntry, refreshMark, settleEntry, type Owned } from "./keeping";
import { dropShell } from "./shell";
import { httpTransport, type Transport } from "./transport";

/** Asks who is signed in, then sends what waits for this person; somebody else's answers stay until they are back. */
export async function resendForSignedIn(): Promise<void> {
  const waiting = await listWaiting();
  if (waiting.length === 0) return refreshMark();
  const reply = await fetch("/api/v1/me", { cache: "no-store" });
  if (!reply.ok) return;
  const { id } = (await reply.json()) as { id: string };
  for (const owned of waiting.filter(({ memberId }) => memberId === id)) await resend(owned, httpTransport);
  await refreshMark();
}

/** One try for one attempt. What came after its closing stays, to be told on the result page. */
async function resend(owned: Owned, transport: Transport): Promise<void> {
  const step = await deliver(owned.entry, transport);
  const { memberId, entry } = owned;
  const { attemptId } = entry.paper;
  if (step.kind === "moved") await keepEntry({ memberId, entry: step.apply(entry).entry });
  if (step.kind !== "finished") return;
  await dropShell(attemptId);
  if (step.late.length === 0) await forgetEntry(memberId, attemptId);
  else await settleEntry(owned);
}

/**
 * Clears what this browser kept of an attempt that is closed, and says how many answers came too late to count. They
 * are sent once more before: the server keeps late answers.
 */
export async function takeLeftOver(memberId: string, attemptId: string): Promise<number> {
  const entry = await readEntry(memberId, attemptId);
  const late = entry ? pendingIds(entry).length : 0;
  if (entry && late > 0) await deliver({ ...entry, handing: { ...entry.handing, wanted: false } }, httpTransport);
  await forgetEntry(memberId, attemptId);
  await dropShell(attemptId);
  return late;
}
