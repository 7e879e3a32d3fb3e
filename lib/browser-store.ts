import { clear, createStore, del, entries, get, update, type UseStore } from "idb-keyval";

/**
 * What this browser keeps until the server has confirmed it: one IndexedDB store, entries by key. Every entry says how
 * many things in it have not been delivered, so that signing out can warn. Falls back to memory where a browser
 * refuses IndexedDB (some in-app browsers, private windows): the page keeps working, a reload then loses what is unsent.
 */
export type Kept<T> = { memberId: string; unsent: number; value: T };

const memory = new Map<string, Kept<unknown>>();
let store: UseStore | null | undefined;

async function opened(): Promise<UseStore | null> {
  if (store !== undefined) return store;
  try {
    const candidate = createStore("zhijian", "kept");
    await get("probe", candidate);
    store = candidate;
  } catch {
    store = null;
  }
  return store;
}

/** True when entries survive a reload. */
export async function isDurable(): Promise<boolean> {
  return (await opened()) !== null;
}

export async function readKept<T>(key: string): Promise<Kept<T> | null> {
  const at = await opened();
  const found = at ? await get<Kept<T>>(key, at) : (memory.get(key) as Kept<T> | undefined);
  return found ?? null;
}

/**
 * Replaces an entry by what `change` makes of it, in one step: two pages of this browser cannot overwrite each other
 * unseen. Returns what is kept now; null leaves nothing.
 */
export async function change<T>(
  key: string,
  make: (before: Kept<T> | null) => Kept<T> | null,
): Promise<Kept<T> | null> {
  const at = await opened();
  let after: Kept<T> | null = null;
  if (at) {
    await update<Kept<T> | undefined>(key, (before) => (after = make(before ?? null)) ?? undefined, at);
    if (after === null) await del(key, at);
    return after;
  }
  after = make((memory.get(key) as Kept<T> | undefined) ?? null);
  if (after === null) memory.delete(key);
  else memory.set(key, after);
  return after;
}

export async function forget(key: string): Promise<void> {
  const at = await opened();
  if (at) await del(key, at);
  else memory.delete(key);
}

/** All entries as [key, entry], of whichever member. */
export async function listKept<T>(): Promise<[string, Kept<T>][]> {
  const at = await opened();
  return at ? await entries<string, Kept<T>>(at) : ([...memory] as [string, Kept<T>][]);
}

/** What public/keep.js keeps: leaflets as everybody reads them, without a word about who opened them. */
const PUBLIC_CACHE = /^zj-page-\/leaflets(\/|$)/;

/**
 * Clears the store and the kept pages of the flight mode: another person may sign in next. Opened leaflets stay, they are
 * everybody's; whatever else is in a cache goes.
 */
export async function forgetAll(): Promise<void> {
  if ("caches" in globalThis) {
    for (const name of await caches.keys()) if (!PUBLIC_CACHE.test(name)) await caches.delete(name);
  }
  const at = await opened();
  if (at) await clear(at);
  else memory.clear();
}
