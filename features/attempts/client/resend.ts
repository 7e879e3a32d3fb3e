import { deliver } from "./deliver";
import { withPaper, type Entry } from "./entry";
import { forgetEntry, keepEntry, listWaiting, refreshMark, settleEntry, type Owned } from "./keeping";
import { dropShell } from "./shell";
import { httpTransport, type Transport } from "./transport";

/**
 * Sends what the taking screen left behind, from whatever page is open: each waiting attempt of the person who is
 * signed in, one after the other, one try each. What belongs to somebody else stays where it is until they are back.
 */
export async function resendWaiting(memberId: string, transport: Transport = httpTransport): Promise<void> {
  const waiting = (await listWaiting()).filter((owned) => owned.memberId === memberId);
  for (const owned of waiting) await resend(owned, transport);
  if (waiting.length > 0) await refreshMark();
}

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

/** What had not arrived when the attempt was closed: for the result page, which tells it once. */
export async function takeLeftOver(memberId: string, attemptId: string, kept: Entry | null): Promise<number> {
  await dropShell(attemptId).catch(() => undefined);
  if (!kept) return 0;
  await forgetEntry(memberId, attemptId);
  return Object.values(kept.answers).filter(({ sent }) => !sent).length;
}
