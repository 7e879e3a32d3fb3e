import type { AnswerValue, PublicPaper } from "@/domain/quizzes/types";
import type { Outcome as ClosingReply } from "../schema";
import { deliver, reread, type Step } from "./deliver";
import {
  entryOf,
  mergeEntries,
  patchOf,
  pendingIds,
  withAnswer,
  withFlag,
  withHanding,
  withPaper,
  type Entry,
} from "./entry";
import { createPace, type Round } from "./pace";
import type { Transport } from "./transport";

/**
 * Keeps one attempt on this phone and brings it to the server. The screen asks `snapshot`, tells what the person did,
 * and hears of changes through `subscribe`; storage, network and other tabs are given in.
 */
export type Link = "calm" | "sending" | "waiting" | "signed-out" | "gone";

export type Closing = {
  readonly reply: ClosingReply | null;
  /** Questions whose answer came too late. */ readonly late: readonly string[];
};

export type Snapshot = {
  readonly entry: Entry;
  readonly link: Link;
  /** Answers survive a reload; false in browsers without storage. */
  readonly durable: boolean;
  /** Questions whose answer was replaced by one given on another page. */
  readonly changed: readonly string[];
  readonly closing: Closing | null;
};

export type Shelf = {
  read: () => Promise<Entry | null>;
  /** Returns the entry merged with what another tab kept. */
  keep: (entry: Entry) => Promise<Entry>;
  /** The attempt is over. */
  finish: () => Promise<void>;
  durable: () => Promise<boolean>;
  /** Tells other tabs. */
  tell: (entry: Entry | "closed") => void;
};

export type Keeper = {
  snapshot: () => Snapshot;
  subscribe: (heard: () => void) => () => void;
  /**
   * Meets what this browser kept before, then sends what waits. `arrivedAt`: when this phone got the paper; null when
   * the page is the shell of the flight mode.
   */
  open: (arrivedAt: number | null) => Promise<void>;
  answer: (id: string, value: AnswerValue | null) => void;
  flag: (id: string) => void;
  handIn: () => void;
  /**
   * The time is up by what this phone knows. The server may have given more meanwhile: then true is not said and nothing
   * is handed in.
   */
  endTime: () => Promise<boolean>;
  takeBack: () => void;
  /** The person has seen that another page changed this. */
  dismissChanged: () => void;
  /** The network or the page is back: send now; with nothing to send, read again. */
  wake: () => void;
  /** The page is being left: send now. */
  flush: () => void;
  /** Something is unsent that a reload would lose. */
  isAtRisk: () => boolean;
  /** What another tab has told. */
  hear: (message: Entry | "closed") => void;
  stop: () => void;
};

/**
 * What was kept and the paper that came with the page, together. A page that is a shell, or not newer than what was
 * kept, knows nothing new and its clock has run on.
 */
function met(paper: PublicPaper, kept: Entry | null, arrivedAt: number | null): { base: Entry; offset: number } {
  const serverTime = Date.parse(paper.serverTime);
  if (kept === null)
    return { base: entryOf(paper, arrivedAt ?? serverTime), offset: serverTime - (arrivedAt ?? serverTime) };
  if (arrivedAt === null || paper.serverTime <= kept.paper.serverTime) return { base: kept, offset: kept.offset };
  return { base: withPaper(kept, paper).entry, offset: serverTime - arrivedAt };
}

type Found = readonly [kept: Entry | null, durable: boolean];

const found = (shelf: Shelf): Promise<Found> =>
  Promise.all([shelf.read(), shelf.durable()]).catch(() => [null, false] as const);

/** Some WebViews never answer when asked for storage. */
const STORE_OPENS_WITHIN_MS = 4_000;
const nothingFound = (): Promise<Found> =>
  new Promise((resolve) => setTimeout(() => resolve([null, false]), STORE_OPENS_WITHIN_MS));

export function createKeeper(paper: PublicPaper, shelf: Shelf, transport: Transport): Keeper {
  let state: Snapshot = {
    entry: entryOf(paper, Date.parse(paper.serverTime)),
    link: "calm",
    durable: true,
    changed: [],
    closing: null,
  };
  const listeners = new Set<() => void>();
  const pace = createPace(round);
  let wantsReading = false;
  /** Before it is open, what was given here waits: it has not met what this browser kept. */
  let isOpen = false;
  let isOver = false;

  function set(part: Partial<Snapshot>): void {
    state = { ...state, ...part };
    for (const heard of listeners) heard();
  }

  async function keep(): Promise<void> {
    if (isOver || !isOpen) return;
    shelf.tell(state.entry);
    try {
      const kept = await shelf.keep(state.entry);
      if (!isOver) set({ entry: mergeEntries(kept, state.entry) });
    } catch {
      set({ durable: false });
    }
  }

  function move(entry: Entry): void {
    if (isOver || state.link === "gone") return;
    set({ entry });
    void keep();
    pace.soon();
  }

  async function round(): Promise<Round> {
    if (!isOpen || isOver || state.link === "gone") return "done";
    const before = state.entry;
    const hasNews = before.handing.wanted || patchOf(before) !== null;
    if (!hasNews && !wantsReading) return "done";
    set({ link: "sending" });
    const step = hasNews ? await deliver(before, transport) : await reread(before, transport);
    if (!hasNews) wantsReading = false;
    return take(step);
  }

  async function take(step: Step): Promise<Round> {
    switch (step.kind) {
      case "idle":
        set({ link: "calm" });
        return "done";
      case "moved": {
        const { entry, changed } = step.apply(state.entry);
        set({ entry, link: "calm", changed: [...new Set([...state.changed, ...changed])] });
        await keep();
        return patchOf(state.entry) === null && !state.entry.handing.wanted ? "done" : "more";
      }
      case "finished":
        await finish({ reply: step.reply, late: step.late });
        return "done";
      case "later":
        set({ link: "waiting" });
        return { retryAfterMs: step.retryAfterMs };
      case "signed-out":
        set({ link: "signed-out" });
        return "done";
      case "gone":
        set({ link: "gone" });
        return "done";
    }
  }

  async function finish(closing: Closing): Promise<void> {
    isOver = true;
    await shelf.finish().catch(() => undefined);
    shelf.tell("closed");
    set({ closing, link: "calm" });
  }

  return {
    snapshot: () => state,
    subscribe: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    open: async (arrivedAt) => {
      const [kept, durable] = await Promise.race([found(shelf), nothingFound()]);
      const { base, offset } = met(paper, kept, arrivedAt);
      const entry = pendingIds(state.entry).reduce(
        (each, id) => withAnswer(each, id, state.entry.answers[id]?.value ?? null),
        base,
      );
      isOpen = true;
      set({ entry: { ...entry, offset }, durable });
      await keep();
      pace.now();
    },
    answer: (id, value) => move(withAnswer(state.entry, id, value)),
    flag: (id) => move(withFlag(state.entry, id)),
    handIn: () => {
      move(withHanding(state.entry, true));
      pace.now();
    },
    endTime: async () => {
      const { deadline } = state.entry.paper;
      await take(await reread(state.entry, transport));
      if (isOver || state.entry.paper.deadline !== deadline) return isOver;
      move(withHanding(state.entry, true));
      pace.now();
      return true;
    },
    takeBack: () => move(withHanding(state.entry, false)),
    dismissChanged: () => set({ changed: [] }),
    wake: () => {
      wantsReading = true;
      pace.now();
    },
    flush: () => pace.now(),
    isAtRisk: () => !isOver && !state.durable && patchOf(state.entry) !== null,
    hear: (message) => {
      if (message !== "closed") {
        if (!isOver) set({ entry: mergeEntries(message, state.entry) });
        return;
      }
      isOver = true;
      set({ closing: state.closing ?? { reply: null, late: [] } });
    },
    stop: pace.stop,
  };
}
