import { audit } from "@/features/audit/mutations";
import { db, inTransaction } from "@/lib/db";
import type { ChosenColumns } from "../types";
import { checkImport } from "./check-import";

/** 不导入了: the staged rows and the file are forgotten at once. False when it is being written or is finished. */
export function cancelImport(input: { importId: string; actorId: string; now: Date }): Promise<boolean> {
  const { importId, actorId, now } = input;
  return inTransaction(async (tx) => {
    const ended = await tx.importFile.updateMany({
      where: { id: importId, state: { in: ["uploaded", "checking", "checked"] } },
      data: { state: "cancelled", content: null, absent: "[]", finishedAt: now, holder: "", heldUntil: null },
    });
    if (ended.count === 0) return false;
    await tx.importRow.deleteMany({ where: { importId } });
    await audit(tx, { actorId, action: "import.cancel", subjectKind: "import", subjectId: importId, now });
    return true;
  });
}

/** Looks at a checked file again with the columns that a person chose. False when it is not waiting to be written. */
export async function chooseColumns(importId: string, chosen: ChosenColumns): Promise<boolean> {
  const changed = await db().importFile.updateMany({
    where: { id: importId, state: { in: ["checked", "failed"] }, content: { not: null } },
    data: { state: "uploaded", columns: JSON.stringify({ chosen }), done: 0, note: "" },
  });
  return changed.count === 1;
}

const KEEP_DAYS = 7;

/** Forgets files and rows after a week; the counts stay for the record. Answers how many files. */
export async function purgeImports(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 24 * 60 * 60 * 1000);
  const old = await db().importFile.findMany({
    where: { createdAt: { lt: before }, content: { not: null } },
    select: { id: true },
  });
  const ids = old.map(({ id }) => id);
  await db().importRow.deleteMany({ where: { importId: { in: ids } } });
  await db().importFile.updateMany({ where: { id: { in: ids } }, data: { content: null, absent: "[]" } });
  return ids.length;
}

/**
 * Goes on with files that a stopped process left behind: looks at those that wait, and gives those back that were being
 * written (nothing of them was). Answers how many.
 */
export async function resumeImports(clock: () => Date): Promise<number> {
  await db().importFile.updateMany({
    where: { state: "writing", heldUntil: { lt: clock() } },
    data: { state: "checked", holder: "", heldUntil: null },
  });
  const waiting = await db().importFile.findMany({
    where: { state: { in: ["uploaded", "checking"] }, OR: [{ heldUntil: null }, { heldUntil: { lt: clock() } }] },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  let checked = 0;
  for (const { id } of waiting) if (await checkImport({ importId: id, clock })) checked += 1;
  return checked;
}
