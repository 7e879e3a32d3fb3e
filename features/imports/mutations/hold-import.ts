import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { singleton } from "@/lib/singleton";

/** A process that was killed lets go of an import after this long. */
const HOLD_SECONDS = 60;

const holder = (): string => singleton("import-holder", randomUUID);

const holdUntil = (now: Date): Date => new Date(now.getTime() + HOLD_SECONDS * 1000);

/**
 * Takes an import for this process, from one state to the next: true for one of all who try. One that is held by a process
 * which has gone may be taken again.
 */
export async function takeImport(input: {
  importId: string;
  from: readonly string[];
  to: string;
  now: Date;
}): Promise<boolean> {
  const { importId, from, to, now } = input;
  const taken = await db().importFile.updateMany({
    where: { id: importId, state: { in: [...from] }, OR: [{ heldUntil: null }, { heldUntil: { lt: now } }] },
    data: { state: to, holder: holder(), heldUntil: holdUntil(now) },
  });
  return taken.count === 1;
}

/** Says how far this process is, and that it is still at work; false when another has taken over. */
export async function reportProgress(
  importId: string,
  so: { total: number; done: number },
  now: Date,
): Promise<boolean> {
  const kept = await db().importFile.updateMany({
    where: { id: importId, holder: holder(), state: { in: ["checking", "writing"] } },
    data: { ...so, heldUntil: holdUntil(now) },
  });
  return kept.count === 1;
}

/** Lets go of an import in its new state; false when another has taken over meanwhile. */
export async function settleImport(importId: string, data: Record<string, unknown>): Promise<boolean> {
  const settled = await db().importFile.updateMany({
    where: { id: importId, holder: holder() },
    data: { ...data, holder: "", heldUntil: null },
  });
  return settled.count === 1;
}
