import { forgetEntry, keepEntry, keepsThroughReload, readEntry } from "./keeping";
import type { Keeper, Shelf } from "./keeper";
import type { Entry } from "./entry";
import { dropShell } from "./shell";

export type BrowserShelf = Shelf & {
  /** Listens to other tabs until the returned function is called. */
  listen: (keeper: Keeper) => () => void;
};

/** This browser's store and its other tabs, for one attempt of one member. */
export function browserShelf(memberId: string, attemptId: string): BrowserShelf {
  let channel: BroadcastChannel | null = null;
  return {
    read: () => readEntry(memberId, attemptId),
    keep: (entry) => keepEntry({ memberId, entry }),
    finish: async () => {
      await forgetEntry(memberId, attemptId);
      await dropShell(attemptId);
    },
    durable: keepsThroughReload,
    tell: (message) => channel?.postMessage(message),
    listen: (keeper) => {
      if (typeof BroadcastChannel === "undefined") return () => undefined;
      const opened = new BroadcastChannel(`zj-attempt-${memberId}-${attemptId}`);
      opened.onmessage = ({ data }: MessageEvent<Entry | "closed">) => keeper.hear(data);
      channel = opened;
      return () => {
        opened.close();
        channel = null;
      };
    },
  };
}
