import { awardPoints } from "@/features/points/mutations/award-points";
import type { Tx } from "@/lib/db";
import { sqlOf, type Sql } from "@/lib/db/prepared";
import type { Target } from "../types";

type Answer = {
  readonly memberId: string;
  readonly target: Target;
  /** The business date on which it was answered. */
  readonly answeredOn: string;
  /** When points are entered. */
  readonly now: Date;
};

/** What it brought: how many assignments are done by it, and their points. */
export type Recorded = { readonly done: number; readonly points: number };

/**
 * Open assignments of this target that are for this person and not answered yet, the next one due first: of the branch
 * they belong to on the earlier of the day of the answer and the due date, and those they were chosen for. One statement,
 * because every answer of everybody asks it; CROSS JOIN keeps SQLite to the person's side, however many branches have set
 * the same.
 */
const FITTING = `
  SELECT a.id, a.due_on AS "dueOn" FROM membership s CROSS JOIN assignment a
   WHERE a.branch_id = s.branch_id AND s.member_id = ? AND a.target_kind = ? AND a.target_id = ? AND a.state = 'open' AND a.whole
     AND s.since <= CASE WHEN a.due_on < ? THEN a.due_on ELSE ? END
     AND (s.until IS NULL OR s.until >= CASE WHEN a.due_on < ? THEN a.due_on ELSE ? END)
     AND NOT EXISTS (SELECT 1 FROM assignment_result r
                      WHERE r.assignment_id = a.id AND r.member_id = s.member_id AND r.kind = 'answered')
  UNION
  SELECT a.id, a.due_on AS "dueOn" FROM assignee e CROSS JOIN assignment a
   WHERE a.id = e.assignment_id AND e.member_id = ? AND a.target_kind = ? AND a.target_id = ? AND a.state = 'open' AND NOT a.whole
     AND NOT EXISTS (SELECT 1 FROM assignment_result r
                      WHERE r.assignment_id = a.id AND r.member_id = e.member_id AND r.kind = 'answered')
   ORDER BY 2, 1`;

/** The person's own answer takes the place of whatever an officer had recorded. */
const MARK_ANSWERED = `
  INSERT INTO assignment_result (assignment_id, member_id, kind, "on", manner, note, recorded_by_id, recorded_at, objection)
  VALUES (?, ?, 'answered', ?, '', '', NULL, ?, '')
  ON CONFLICT (assignment_id, member_id) DO UPDATE SET kind = 'answered', "on" = excluded."on", manner = '', note = '',
    recorded_by_id = NULL, recorded_at = excluded.recorded_at, objected_at = NULL, objection = '', answer = '',
    resolved_at = NULL, resolved_by_id = NULL
  WHERE assignment_result.kind <> 'answered'`;

/**
 * Marks every open assignment that this answer fulfils, inside the transaction of the answer. Points are paid for one of
 * them, the next one due, and only when it was answered by its due date.
 */
export async function recordAnswer(tx: Tx | Sql, { memberId, target, answeredOn, now }: Answer): Promise<Recorded> {
  const sql = sqlOf(tx);
  const { kind, id } = target;
  const day = answeredOn;
  const values = [memberId, kind, id, day, day, day, day, memberId, kind, id];
  const fitting = await sql.select<{ id: string; dueOn: string }>(FITTING, values);
  for (const assignment of fitting) await sql.change(MARK_ANSWERED, [assignment.id, memberId, day, now]);
  const paid = fitting.find(({ dueOn }) => dueOn >= day);
  if (paid === undefined) return { done: fitting.length, points: 0 };
  const { value } = await awardPoints(sql, { memberId, reason: "assigned-study", source: paid.id, now });
  return { done: fitting.length, points: value };
}
