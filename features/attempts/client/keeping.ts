import { change, forget, isDurable, listKept, readKept } from "@/lib/browser-store";
import { mergeEntries, pendingIds, type Entry } from "./entry";

/**
 * The entry of one member's attempt in this browser. Writing merges with what another tab has written meanwhile, in
 * one step. A mark outside the store says that something waits, so that other pages need not open the store to know.
 */
const PREFIX = "attempt:";
const MARK = "zj-waiting";

const keyOf = (memberId: string, attemptId: string): string => `${PREFIX}${memberId}:${attemptId}`;

export type Owned = { readonly memberId: string; readonly entry: Entry };

const waiting = (entry: Entry): number => pendingIds(entry).length || (entry.handing.wanted ? 1 : 0);

export async function readEntry(memberId: string, attemptId: string): Promise<Entry | null> {
  const kept = await readKept<Entry>(keyOf(memberId, attemptId));
  return kept?.value ?? null;
}

/** Keeps an entry and returns it merged with what was kept. */
export async function keepEntry({ memberId, entry }: Owned): Promise<Entry> {
  const key = keyOf(memberId, entry.paper.attemptId);
  const kept = await change<Entry>(key, (before) => {
    const value = before ? mergeEntries(before.value, entry) : entry;
    return { memberId, unsent: waiting(value), value };
  });
  const value = kept?.value ?? entry;
  if (waiting(value) > 0) setMark(true);
  return value;
}

/** The attempt is over: nothing waits any more. `late` stays to be told on the result page. */
export async function settleEntry({ memberId, entry }: Owned): Promise<void> {
  await change<Entry>(keyOf(memberId, entry.paper.attemptId), () => ({ memberId, unsent: 0, value: entry }));
}

export async function forgetEntry(memberId: string, attemptId: string): Promise<void> {
  await forget(keyOf(memberId, attemptId));
  await refreshMark();
}

/** Everything in this browser that still has to be sent. */
export async function listWaiting(): Promise<Owned[]> {
  const all = await listKept<Entry>();
  return all
    .filter(([key, { unsent }]) => key.startsWith(PREFIX) && unsent > 0)
    .map(([, { memberId, value }]) => ({ memberId, entry: value }));
}

/** Whether answers survive a reload in this browser. */
export const keepsThroughReload = isDurable;

/** Takes the mark away when nothing waits. */
export async function refreshMark(): Promise<void> {
  setMark((await listWaiting()).length > 0);
}

function setMark(on: boolean): void {
  try {
    if (on) localStorage.setItem(MARK, "1");
    else localStorage.removeItem(MARK);
  } catch {
    // Without storage there is nothing to resend after a reload either.
  }
}
