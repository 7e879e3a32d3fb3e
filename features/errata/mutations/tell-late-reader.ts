import { businessDateOf } from "@/domain/calendar/shanghai";
import { notifyEach } from "@/features/notices/mutations";
import type { Sql } from "@/lib/db/prepared";
import { readerMessage } from "../view";

/** The corrections that came while an attempt was open, of what may have stood on its paper. */
const CAME_MEANWHILE = `SELECT id, target_id FROM erratum WHERE published_at > ? AND corrected_on >= ?
  AND target_kind = 'question' AND revoked_at IS NULL`;

/**
 * Tells somebody whose attempt closes about the corrections of its answered questions that came since it was started: when
 * the others were told, its answers were none yet. Whoever knows already is told nothing more. To be called last in the
 * transaction that closes the attempt.
 */
export async function tellLateReader(
  sql: Sql,
  reader: { memberId: string; startedAt: Date; questionIds: readonly string[]; now: Date },
): Promise<void> {
  const { memberId, startedAt, questionIds, now } = reader;
  if (questionIds.length === 0) return;
  const rows = await sql.select<{ id: string; target_id: string }>(CAME_MEANWHILE, [
    ...[startedAt, businessDateOf(startedAt)],
  ]);
  for (const { id } of rows.filter((row) => questionIds.includes(row.target_id))) {
    await notifyEach(sql, [memberId], { ...readerMessage({ id, targetKind: "question" }), now });
  }
}
