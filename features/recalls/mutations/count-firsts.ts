import { quarterOf } from "@/domain/calendar/shanghai";
import { firstAnswers, sumByTopic, type JudgedAnswer, type TopicSum } from "@/domain/quizzes/first-answers";
import { engine, type Tx } from "@/lib/db";
import { sqlOf, type Sql } from "@/lib/db/prepared";

type Answers = {
  readonly memberId: string;
  /** Day of the answers in Asia/Shanghai. */
  readonly businessDate: string;
  readonly answers: readonly JudgedAnswer[];
};

type Standing = { known: string | null; branch_id: string | null; organisation_id: string | null };

/**
 * Inside the transaction that writes the answers: says which of them are the person's first, and adds those to the sums
 * of the recall rate under the branch and organisation of the day. The caller writes `first` with the responses. One
 * read, and one write when something is first. Two answers of one person at once never count a question twice: on
 * PostgreSQL the member's row is locked before the read, on SQLite the transaction has the only writer already.
 */
export async function countFirsts(tx: Tx | Sql, input: Answers): Promise<ReadonlySet<string>> {
  const { memberId, businessDate, answers } = input;
  const asked = answers.filter(({ isAnswered, isVoid }) => isAnswered && !isVoid).map(({ questionId }) => questionId);
  if (asked.length === 0) return new Set();
  const sql = sqlOf(tx);
  await lockMember(sql, memberId);
  const day = [businessDate, businessDate];
  const [row] = await sql.select<Standing>(standingSql(asked.length), [...asked, ...day, ...day, memberId]);
  if (row === undefined) throw new RangeError(`No member ${memberId}`);
  const firsts = firstAnswers(answers, new Set(row.known?.split(",") ?? []));
  await raiseTotals(
    sql,
    { ...input, branchId: row.branch_id ?? "", organisationId: row.organisation_id ?? "" },
    firsts,
  );
  return new Set(firsts.map(({ questionId }) => questionId));
}

/** Until the transaction ends nobody else counts answers of this person. Costs nothing on SQLite. */
export async function lockMember(tx: Tx | Sql, memberId: string): Promise<void> {
  if (engine() !== "postgresql") return;
  await sqlOf(tx).select("SELECT id FROM member WHERE id = ? FOR NO KEY UPDATE", [memberId]);
}

const marks = (count: number, mark = "?"): string => Array.from({ length: count }, () => mark).join(", ");

/** Which of the questions are known, and where the person belongs on the day: the same place as in the ledger. */
const standingSql = (questions: number): string => `
  SELECT (SELECT string_agg(r.question_id, ',') FROM response r WHERE r.member_id = m.id
            AND r.question_id IN (${marks(questions)}) AND r.first = TRUE) AS known,
         (SELECT s.branch_id FROM membership s WHERE s.member_id = m.id AND s.since <= ?
            AND (s.until IS NULL OR s.until >= ?) ORDER BY s.since DESC, s.id DESC LIMIT 1) AS branch_id,
         (SELECT e.organisation_id FROM employment e WHERE e.member_id = m.id AND e.since <= ?
            AND (e.until IS NULL OR e.until >= ?) ORDER BY e.since DESC, e.id DESC LIMIT 1) AS organisation_id
  FROM member m WHERE m.id = ?`;

type Place = { readonly branchId: string; readonly organisationId: string };

async function raiseTotals(sql: Sql, input: Answers & Place, firsts: readonly JudgedAnswer[]): Promise<void> {
  const { memberId, businessDate, branchId, organisationId } = input;
  const sums = sumByTopic(firsts);
  if (sums.length === 0) return;
  const quarter = quarterOf(businessDate);
  const row = ({ topic, firsts: count, rights }: TopicSum) => [
    ...[memberId, quarter, topic, branchId, organisationId],
    ...[count, rights],
  ];
  await sql.change(raiseSql(sums.length), sums.flatMap(row));
}

const raiseSql = (rows: number): string => `
  INSERT INTO recall_total (member_id, quarter, topic, branch_id, organisation_id, firsts, rights)
  VALUES ${marks(rows, "(?, ?, ?, ?, ?, ?, ?)")}
  ON CONFLICT (member_id, quarter, topic, branch_id, organisation_id) DO UPDATE
  SET firsts = recall_total.firsts + excluded.firsts, rights = recall_total.rights + excluded.rights`;
