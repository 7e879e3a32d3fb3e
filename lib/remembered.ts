import { singleton } from "./singleton";

/**
 * What a command may change beside the running server is remembered for five seconds at most, once per process.
 *
 * Example: `remembered("quizzes", loadQuizRows)` reads the table at the first call; during the next five seconds every
 * call, also those that came while it was read, gets the same rows.
 */
const KEEP_MS = 5_000;

type Kept = { readonly value: Promise<unknown>; readonly until: number };
const kept = (): Map<string, Kept> => singleton("remembered", () => new Map<string, Kept>());

/** The value of `load`, at most five seconds old. A failure is passed on and not remembered. `name` must be unique in the code base. */
export function remembered<T>(name: string, load: () => Promise<T>): Promise<T> {
  const known = kept().get(name);
  if (known && known.until > performance.now()) return known.value as Promise<T>;
  const value = load();
  const entry: Kept = { value, until: performance.now() + KEEP_MS };
  kept().set(name, entry);
  value.catch(() => {
    if (kept().get(name) === entry) kept().delete(name);
  });
  return value;
}

/** Reads anew at the next call: one name, or everything. */
export function forgetRemembered(name?: string): void {
  if (name === undefined) kept().clear();
  else kept().delete(name);
}
