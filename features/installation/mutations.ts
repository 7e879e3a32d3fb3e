import { audit } from "@/features/audit/mutations";
import { db, inTransaction, isUniqueViolation, type Tx } from "@/lib/db";
import { KEY_NAMES, type KeyName } from "@/lib/keys";
import { SETTINGS } from "./constants";

async function put(tx: Tx, key: string, value: string): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

/** Marks this installation as holding the demo zone, or no longer. */
export async function markDemo(present: boolean, now: Date): Promise<void> {
  if (present) await put(db(), SETTINGS.demo, now.toISOString());
  else await db().setting.deleteMany({ where: { key: SETTINGS.demo } });
}

/** Records which library was loaded; a new digest asks for a new acceptance. */
export async function recordLoadedLibrary(digest: string): Promise<void> {
  await put(db(), SETTINGS.loadedLibrary, digest);
}

/** A named local reviewer accepts the library as it is loaded now. False when nothing is loaded or it changed meanwhile. */
export async function acceptLibrary(input: {
  digest: string;
  reviewer: string;
  actorId: string;
  on: string;
  now: Date;
}): Promise<boolean> {
  const { digest, reviewer, actorId, on, now } = input;
  return inTransaction(async (tx) => {
    const loaded = await tx.setting.findUnique({ where: { key: SETTINGS.loadedLibrary } });
    if (loaded?.value !== digest) return false;
    await put(tx, SETTINGS.acceptedLibrary, JSON.stringify({ digest, reviewer, on }));
    await audit(tx, {
      actorId,
      action: "content.accept-library",
      subjectKind: "library",
      subjectId: digest,
      detail: { reviewer },
      now,
    });
    return true;
  });
}

type KeyIds = Record<KeyName, string>;

async function findBoundKeys(): Promise<{ value: string; ids: KeyIds } | null> {
  const row = await db().setting.findUnique({ where: { key: SETTINGS.keys } });
  return row && { value: row.value, ids: JSON.parse(row.value) as KeyIds };
}

const differing = (bound: KeyIds, ids: KeyIds): KeyName[] => KEY_NAMES.filter((name) => bound[name] !== ids[name]);

/**
 * Binds this database to the keys of the first process that starts on it, and says which keys of a later one are others
 * (none: all is well). A new key for receipts is taken over when the process can still verify those of the old one.
 */
export async function bindKeys({ ids, verifies }: { ids: KeyIds; verifies: readonly string[] }): Promise<KeyName[]> {
  const value = JSON.stringify(ids);
  const bound = await findBoundKeys();
  if (bound === null) {
    try {
      await db().setting.create({ data: { key: SETTINGS.keys, value } });
      return [];
    } catch (error) {
      // Another process was first.
      if (!isUniqueViolation(error)) throw error;
      return bindKeys({ ids, verifies });
    }
  }
  const names = differing(bound.ids, ids);
  const isSuccessor = names.join() === "receipts" && verifies.includes(bound.ids.receipts);
  if (!isSuccessor) return names;
  await db().setting.updateMany({ where: { key: SETTINGS.keys, value: bound.value }, data: { value } });
  return [];
}

/**
 * Takes over changed keys for sessions and receipts, on an administrator's word at the command line. The keys of contacts
 * and look-ups cannot be changed: what they made could not be read any more. Answers the names that stand in the way.
 */
export async function acceptKeys(input: { ids: KeyIds; now: Date }): Promise<KeyName[]> {
  const { ids, now } = input;
  const bound = await findBoundKeys();
  const names = bound === null ? [] : differing(bound.ids, ids);
  const fixed = names.filter((name) => name === "contacts" || name === "lookup");
  if (fixed.length > 0) return fixed;
  await inTransaction(async (tx) => {
    await put(tx, SETTINGS.keys, JSON.stringify(ids));
    await audit(tx, {
      actorId: null,
      action: "installation.accept-keys",
      subjectKind: "installation",
      subjectId: "keys",
      detail: { before: bound?.ids ?? null, after: ids },
      now,
    });
  });
  return [];
}
