import { textWarnings, type KnownContact, type TextWarning } from "@/domain/projects/warnings";
import { openText } from "@/lib/crypto";
import { db, type Tx } from "@/lib/db";

/** What in the public text could make somebody recognisable. The contact itself goes no further than this. */
export async function findWarnings(projectId: string, tx: Tx = db()): Promise<TextWarning[]> {
  const row = await tx.project.findUnique({
    where: { id: projectId },
    select: { area: true, title: true, need: true, conditions: true, contact: { select: { cipher: true } } },
  });
  if (!row) return [];
  return textWarnings([row.area, row.title, row.need, row.conditions].join("\n"), openContact(row.contact));
}

/** To compare words with, and for nothing else. */
export function openContact(row: { cipher: string } | null): KnownContact | null {
  return row && (JSON.parse(openText(row.cipher)) as KnownContact);
}
