import { singleton } from "./singleton";

/**
 * How many writer connections this process has opened to SQLite: one, whatever loads the database. Only the process
 * that started the server can ask, over the channel of a forked child (`process.send`); there is no address for it.
 */
const counter = (): { opened: number } => singleton("writer-count", () => ({ opened: 0 }));

export function countWriter(): void {
  counter().opened += 1;
}

function writersOpened(): number {
  return counter().opened;
}

const QUESTION = "writers-opened";

/** Answers the parent's question `writers-opened` with `{ writersOpened: n }`. Does nothing in a process without a channel. */
export function answerParent(): void {
  if (!process.send) return;
  process.on("message", (message) => {
    if (message === QUESTION) process.send?.({ writersOpened: writersOpened() });
  });
  // The channel alone must not keep the server running.
  process.channel?.unref();
}
