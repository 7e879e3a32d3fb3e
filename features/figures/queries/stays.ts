import { assignmentsOf, COVERS, outcomeSql, type Ask, type Outcomes, type Part } from "./parts";

/** Three counts in one number, each below the next unit: one pass over a person's assignments instead of three. */
const DONE_UNIT = 100_000;
const EXCUSED_UNIT = DONE_UNIT * DONE_UNIT;

const UNITS: Outcomes = { open: 1, done: 1 + DONE_UNIT, excused: 1 + EXCUSED_UNIT };
const COUNTS = `SELECT CAST(SUM(${outcomeSql("s.member_id", UNITS)}) AS BIGINT)
  FROM assignment a LEFT JOIN assignment_result r ON r.assignment_id = a.id AND r.member_id = s.member_id
  WHERE a.branch_id = s.branch_id AND a.whole`;

/**
 * Rows of study_total: what assignments for whole branches asked of people during each stay, stays of whom nothing was
 * asked left out. `people` is a condition on the stay `s`.
 */
export function staySql(seen: Pick<Ask, "quarter" | "today">, people: string): Part {
  const set = assignmentsOf(seen);
  return {
    sql: `SELECT quarter, organisation_id, branch_id, since, until, member_id, counts % ${DONE_UNIT},
        counts / ${DONE_UNIT} % ${DONE_UNIT}, counts / ${EXCUSED_UNIT}
      FROM (SELECT CAST(? AS TEXT) AS quarter, e.organisation_id, s.branch_id, s.member_id,
          CASE WHEN s.since > e.since THEN s.since ELSE e.since END AS since,
          CASE WHEN e.until IS NULL OR s.until < e.until THEN s.until ELSE e.until END AS until,
          (${COUNTS} AND ${set.sql} AND ${COVERS("s")} AND ${COVERS("e")}) AS counts
        FROM membership s JOIN employment e ON e.member_id = s.member_id WHERE ${people}) stay
      WHERE counts IS NOT NULL`,
    values: [seen.quarter, ...set.values, seen.today, seen.today, seen.today, seen.today],
  };
}
