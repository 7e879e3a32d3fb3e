import { clear, createStore, del, entries, get, set, type UseStore } from "idb-keyval";

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

export async function keep<T>(key: string, entry: Kept<T>): Promise<void> {
  const at = await opened();
  if (at) await set(key, entry, at);
  else memory.set(key, entry);
}

export async function forget(key: string): Promise<void> {
  const at = await opened();
  if (at) await del(key, at);
  else memory.delete(key);
}

/** All entries of one member, as [key, entry]. */
export async function listKept<T>(memberId: string): Promise<[string, Kept<T>][]> {
  const at = await opened();
  const all = at ? await entries<string, Kept<T>>(at) : ([...memory] as [string, Kept<T>][]);
  return all.filter(([, entry]) => entry.memberId === memberId);
}

/** How many things of anybody wait in this browser. */
export async function countUnsent(): Promise<number> {
  const at = await opened();
  const all = at ? await entries<string, Kept<unknown>>(at) : [...memory];
  return all.reduce((sum, [, entry]) => sum + entry.unsent, 0);
}

export async function forgetAll(): Promise<void> {
  const at = await opened();
  if (at) await clear(at);
  else memory.clear();
}
