import { audit } from "@/features/audit/mutations";
import { db, inTransaction, type Tx } from "@/lib/db";
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
