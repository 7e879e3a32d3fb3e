import { AsyncLocalStorage } from "node:async_hooks";
import { singleton } from "./singleton";

/**
 * What a command may change beside the running server is remembered for five seconds at most, once per process.
 *
 * Example: `remembered("quizzes", loadQuizRows)` reads the table at the first call; during the next five seconds every
 * call, also those that came while it was read, gets the same rows. What is made of something remembered is as old as
 * that: a list made four seconds after its rows were read is kept for one second more.
 */
const KEEP_MS = 5_000;

type Kept = { readonly value: Promise<unknown>; until: number };
/** What is being loaded here and now. */
const loading = (): AsyncLocalStorage<Kept> => singleton("remembered.loading", () => new AsyncLocalStorage<Kept>());
const kept = (): Map<string, Kept> => singleton("remembered", () => new Map<string, Kept>());

/** Whoever is being loaded `around` is no younger than this part of it, which is only known once the part is there. */
async function partOf(around: Kept | undefined, part: Kept): Promise<void> {
  if (!around) return;
  await part.value.catch(() => undefined);
  around.until = Math.min(around.until, part.until);
}

/** The value of `load`, at most five seconds old. A failure is passed on and not remembered. `name` must be unique in the code base. */
export function remembered<T>(name: string, load: () => Promise<T>): Promise<T> {
  const around = loading().getStore();
  const known = kept().get(name);
  if (known && known.until > performance.now()) {
    void partOf(around, known);
    return known.value as Promise<T>;
  }
  const entry: Kept = { value: Promise.resolve(), until: performance.now() + KEEP_MS };
  const value = loading().run(entry, load);
  kept().set(name, Object.assign(entry, { value }));
  void partOf(around, entry);
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
