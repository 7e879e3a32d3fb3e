import { selectRows } from "@/lib/db/prepared";

/** Contests with results whose attempts were corrected since: a question on them was declared void. */
export function listCorrected(): Promise<{ id: string; title: string }[]> {
  return selectRows(
    `SELECT DISTINCT q.id, q.title FROM quiz q
     JOIN attempt a ON a.quiz_id = q.id JOIN attempt_correction x ON x.attempt_id = a.id
     WHERE q.kind = 'contest' AND x.at > (SELECT MAX(e.made_at) FROM contest_archive e WHERE e.contest_id = q.id)`,
  );
}
