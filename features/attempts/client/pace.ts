/**
 * When to send: a moment after the first of several answers, one request at a time, and after a failure ever more
 * rarely, with jitter, so that a restarted server is not met by everybody at once.
 *
 * Example: answers at 0 ms, 300 ms and 700 ms make one request at 800 ms; when it fails, the next ones follow after
 * about 1, 2, 4 … 30 seconds, or at once when the network returns (`now`).
 */
const BATCH_MS = 800;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** What a round of work came to: nothing left, more to send, or a failure after which to wait at least so long. */
export type Round = "done" | "more" | { readonly retryAfterMs: number };

export type Pace = {
  /** Something waits: send it in a moment, together with what follows. */
  soon: () => void;
  /** Send what waits at once. */
  now: () => void;
  stop: () => void;
};

/** Half to one and a half times the doubled delay; never below what the server asked for. `random` is in [0, 1). */
export function retryDelay(failures: number, random: number, atLeastMs: number): number {
  const doubled = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
  return Math.max(atLeastMs, Math.round(doubled * (0.5 + random)));
}

export function createPace(work: () => Promise<Round>, random: () => number = Math.random): Pace {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let busy = false;
  /** What was asked for while a round was under way. */
  let asked: "nothing" | "soon" | "now" = "nothing";
  let failures = 0;

  const clear = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const after = (ms: number) => {
    clear();
    timer = setTimeout(() => void run(), ms);
  };

  async function run(): Promise<void> {
    clear();
    if (busy) {
      asked = "now";
      return;
    }
    busy = true;
    const round = await work();
    busy = false;
    const next = asked;
    asked = "nothing";
    failures = typeof round === "object" ? failures + 1 : 0;
    if (next === "now") void run();
    else if (typeof round === "object") after(retryDelay(failures, random(), round.retryAfterMs));
    else if (round === "more" || next === "soon") after(BATCH_MS);
  }

  return {
    soon: () => {
      if (busy) asked = asked === "now" ? "now" : "soon";
      else if (timer === null) after(BATCH_MS);
    },
    now: () => void run(),
    stop: clear,
  };
}
