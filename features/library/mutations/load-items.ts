import { sha256Hex } from "@/lib/crypto";
import { db, inTransaction } from "@/lib/db";
import { OWN_DIGEST } from "../constants";
import { allDocuments, recallOf } from "../content/all-documents";
import type { Library, LibraryDocument } from "../types";

/** How many rows were new, changed, gone and back. */
export type Tally = { added: number; changed: number; retired: number; restored: number };

export function itemDigest(document: LibraryDocument): string {
  return sha256Hex(JSON.stringify([document.front, document.markdown, ...spoken(document)]));
}

/** What a film says changes without its page. */
const spoken = (document: LibraryDocument) => (document.kind === "film" ? [document.files.captions] : []);

const BATCH = 50;

/** Splits work so that no transaction writes more than a command may beside a running server. */
export function batches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Brings `content_item` to what the files say. Rows are retired, never removed: recalls point to them. */
export async function loadItems(library: Library, now: Date): Promise<Tally> {
  const documents = allDocuments(library);
  const rows = await db().contentItem.findMany({ select: { id: true, digest: true, retiredAt: true } });
  const known = new Map(rows.map((row) => [row.id, row]));
  const tally: Tally = { added: 0, changed: 0, retired: 0, restored: 0 };
  const due = documents.filter((document) => {
    const row = known.get(document.id);
    if (row === undefined) tally.added += 1;
    else if (row.retiredAt !== null) tally.restored += 1;
    else if (row.digest !== itemDigest(document)) tally.changed += 1;
    else return false;
    return true;
  });
  for (const batch of batches(due, BATCH)) {
    await inTransaction(async (tx) => {
      for (const document of batch) {
        const { id, kind, front } = document;
        const mourning = document.kind === "entry" && document.front.mourning === true;
        const data = {
          kind,
          title: front.title,
          digest: itemDigest(document),
          recall: JSON.stringify(recallOf(document)),
          mourning,
          loadedAt: now,
          retiredAt: null,
        };
        await tx.contentItem.upsert({ where: { id }, create: { id, ...data }, update: data });
      }
    });
  }
  const present = new Set(documents.map(({ id }) => id));
  const gone = rows
    .filter((row) => row.retiredAt === null && !present.has(row.id) && !row.digest.startsWith(OWN_DIGEST))
    .map(({ id }) => id);
  for (const batch of batches(gone, BATCH)) {
    await db().contentItem.updateMany({ where: { id: { in: batch } }, data: { retiredAt: now } });
  }
  return { ...tally, retired: gone.length };
}
