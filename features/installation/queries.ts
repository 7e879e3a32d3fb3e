import { db } from "@/lib/db";
import { SETTINGS } from "./constants";

async function findSetting(key: string): Promise<string | null> {
  return (await db().setting.findUnique({ where: { key } }))?.value ?? null;
}

/** True while this installation holds the fictitious demo zone. */
export async function isDemo(): Promise<boolean> {
  return (await findSetting(SETTINGS.demo)) !== null;
}

/** The library digest that a named local reviewer accepted, with the name; null while nobody did. */
export async function findAcceptedLibrary(): Promise<{ digest: string; reviewer: string; on: string } | null> {
  const value = await findSetting(SETTINGS.acceptedLibrary);
  return value ? (JSON.parse(value) as { digest: string; reviewer: string; on: string }) : null;
}

/** Digest of the library that was loaded last; null before the first load. */
export function findLoadedLibrary(): Promise<string | null> {
  return findSetting(SETTINGS.loadedLibrary);
}
