"use client";

import { useCallback, useSyncExternalStore } from "react";

const heard = new Set<() => void>();

/** A choice this browser remembers: whether `key` stands at `on`. False on the server and where storage is refused. */
export function useChoice(key: string, on: string): [boolean, (chosen: boolean) => void] {
  const chosen = useSyncExternalStore(
    (changed) => {
      heard.add(changed);
      return () => heard.delete(changed);
    },
    () => read(key) === on,
    () => false,
  );
  const choose = useCallback(
    (next: boolean) => {
      write(key, next ? on : "");
      heard.forEach((changed) => changed());
    },
    [key, on],
  );
  return [chosen, choose];
}

const memory = new Map<string, string>();

function read(key: string): string {
  const here = memory.get(key);
  if (here !== undefined) return here;
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function write(key: string, value: string): void {
  memory.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice holds for this page only.
  }
}
