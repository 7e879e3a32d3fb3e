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

type Stamped = { readonly stamp: string; readonly value: Promise<unknown> };
const stamped = (): Map<string, Stamped> => singleton("remembered.stamped", () => new Map<string, Stamped>());

/**
 * The value of `load` for as long as `stamp` is the same: for what says itself when it is out of date. One value a name; a
 * failure is passed on and not remembered.
 */
export function rememberedWhile<T>(name: string, stamp: string, load: () => Promise<T>): Promise<T> {
  const known = stamped().get(name);
  if (known?.stamp === stamp) return known.value as Promise<T>;
  const entry: Stamped = { stamp, value: load() };
  stamped().set(name, entry);
  entry.value.catch(() => {
    if (stamped().get(name) === entry) stamped().delete(name);
  });
  return entry.value as Promise<T>;
}

/** Reads anew at the next call: one name, or everything. */
export function forgetRemembered(name?: string): void {
  for (const all of [kept(), stamped()]) {
    if (name === undefined) all.clear();
    else all.delete(name);
  }
}
