import { COUNTED_STANDINGS, type StandingGroup } from "@/domain/figures/standing-group";
import { quarterDays } from "@/domain/figures/quarter";
import type { SqlValue } from "@/lib/db/prepared";

/** Which figures are asked for. `today` is a plain date of Asia/Shanghai. */
export type Ask = { readonly quarter: string; readonly standing: StandingGroup; readonly today: string };

/** A condition of SQL with the values of its question marks. */
export type Part = { readonly sql: string; readonly values: readonly SqlValue[] };

/** People of the standings that count. */
export function standingsOf({ standing }: Pick<Ask, "standing">): Part {
  const standings = COUNTED_STANDINGS[standing];
  return { sql: `m.standing IN (${standings.map(() => "?").join(", ")})`, values: standings };
}

/** The same for a row that only names the person: nobody is looked up, because those who do not count are few. */
export function notOutside({ standing }: Pick<Ask, "standing">, column: string): Part {
  const standings = COUNTED_STANDINGS[standing];
  const sql = `${column} NOT IN (SELECT id FROM member WHERE standing NOT IN (${standings.map(() => "?").join(", ")}))`;
  return { sql, values: standings };
}

/** Assignments that count: due in the quarter, set by today, not withdrawn. */
export function assignmentsOf({ quarter, today }: Pick<Ask, "quarter" | "today">): Part {
  const { first, last } = quarterDays(quarter);
  return {
    sql: "a.state = 'open' AND a.due_on >= ? AND a.due_on <= ? AND a.set_on <= ?",
    values: [first, last, today],
  };
}

/** The stay covers the decisive day: the earlier of the due date and today. Takes today four times. */
export const COVERS = (stay: string): string => `${stay}.since <= a.due_on AND ${stay}.since <= ?
  AND (${stay}.until IS NULL OR ${stay}.until >= a.due_on OR ${stay}.until >= ?)`;

/**
 * What became of assignment `a` for a person, with result `r`, as in domain/assignments/outcome: an own answer counts
 * whether a row was written or it was given before; a record that is objected to counts for nothing.
 */
export const outcomeSql = (member: string, { open, done, excused }: Outcomes = WORDS): string => `CASE
  WHEN r.kind = 'answered' THEN ${done}
  WHEN a.target_kind <> 'quiz' AND EXISTS (SELECT 1 FROM recall own WHERE own.member_id = ${member}
    AND own.content_id = a.target_id AND (a.target_kind = 'lesson' OR own.occasion >= substr(a.set_on, 1, 4))) THEN ${done}
  WHEN a.target_kind = 'quiz' AND EXISTS (SELECT 1 FROM attempt own JOIN receipt p ON p.attempt_id = own.id
    WHERE own.member_id = ${member} AND own.quiz_id = a.target_id AND own.state = 'closed' AND p.answered > 0) THEN ${done}
  WHEN r.kind IS NULL OR (r.objected_at IS NOT NULL AND r.resolved_at IS NULL) THEN ${open}
  WHEN r.kind = 'offline' THEN ${done}
  ELSE ${excused} END`;

export type Outcomes = Readonly<Record<"open" | "done" | "excused", string | number>>;
const WORDS: Outcomes = { open: "'open'", done: "'done'", excused: "'excused'" };
