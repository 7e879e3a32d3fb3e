import { outcomeOf, type Outcome, type Result, type ResultKind } from "@/domain/assignments/outcome";
import type { OwnScope } from "@/features/access/types";
import { db } from "@/lib/db";
import { selectRows, type SqlInstant } from "@/lib/db/prepared";
import type { TargetKind } from "../types";
import { earlierKey, findEarlierAnswers } from "./earlier-answers";

/** What a branch has asked of one person, and what is recorded about it. */
export type OwnAssignment = {
  readonly id: string;
  readonly targetKind: TargetKind;
  readonly targetId: string;
  readonly title: string;
  readonly note: string;
  readonly setOn: string;
  readonly dueOn: string;
  readonly isWithdrawn: boolean;
  readonly outcome: Outcome;
  readonly manner: string;
  readonly resultNote: string;
  /** Name of the officer who recorded it. */
  readonly recordedBy: string | null;
  /** Own words while they stand and when they were answered; else empty. */
  readonly objection: string;
  /** What somebody in office said to them; empty without. */
  readonly answer: string;
};

type Row = {
  id: string;
  target_kind: TargetKind;
  target_id: string;
  title: string;
  note: string;
  set_on: string;
  due_on: string;
  state: string;
  kind: ResultKind | null;
  done_on: string | null;
  manner: string | null;
  result_note: string | null;
  recorded_by: string | null;
  objected_at: SqlInstant | null;
  objection: string | null;
  answer: string | null;
  resolved_at: SqlInstant | null;
};

/** Asked by everybody who opens 今日, hence one statement from the person's side. */
const COLUMNS = `a.id, a.target_kind, a.target_id, a.title, a.note, a.set_on, a.due_on, a.state, r.kind,
  r."on" AS done_on, r.manner, r.note AS result_note, o.name AS recorded_by, r.objected_at, r.objection, r.answer,
  r.resolved_at`;
const RESULT = (
  memberId: string,
) => `LEFT JOIN assignment_result r ON r.assignment_id = a.id AND r.member_id = ${memberId}
  LEFT JOIN member o ON o.id = r.recorded_by_id`;
const SHOWN = "a.due_on >= ? AND (a.state = 'open' OR r.kind IS NOT NULL)";
const SELECT = `
  SELECT ${COLUMNS} FROM membership s CROSS JOIN assignment a ${RESULT("s.member_id")}
   WHERE a.branch_id = s.branch_id AND s.member_id = ? AND ${SHOWN} AND a.whole
     AND s.since <= CASE WHEN a.due_on < ? THEN a.due_on ELSE ? END
     AND (s.until IS NULL OR s.until >= CASE WHEN a.due_on < ? THEN a.due_on ELSE ? END)
  UNION
  SELECT ${COLUMNS} FROM assignee e CROSS JOIN assignment a ${RESULT("e.member_id")}
   WHERE a.id = e.assignment_id AND e.member_id = ? AND ${SHOWN} AND NOT a.whole`;

/** What is due from the day `from` on, the nearest due date first. */
export async function listOwnAssignments(
  own: OwnScope,
  input: { readonly from: string; readonly today: string },
): Promise<OwnAssignment[]> {
  const { from, today } = input;
  const { memberId } = own;
  const rows = await selectRows<Row>(`${SELECT} ORDER BY 7, 4, 1`, [
    ...[memberId, from, today, today, today, today],
    ...[memberId, from],
  ]);
  const asked = rows
    .filter(({ kind }) => kind !== "answered")
    .map((row) => ({ id: row.id, targetKind: row.target_kind, targetId: row.target_id, setOn: row.set_on }));
  const earlier = await findEarlierAnswers(db(), { asked, memberIds: [memberId] });
  return rows.map((row) => toOwn(row, earlier.get(earlierKey(row.id, memberId)) ?? null));
}

function resultOf(row: Row): Result | null {
  if (row.kind === null) return null;
  const isObjected = row.objected_at !== null && row.resolved_at === null;
  const { kind, done_on, manner, result_note } = row;
  return { kind, on: done_on ?? "", manner: manner ?? "", note: result_note ?? "", isObjected };
}

function toOwn(row: Row, earlierOn: string | null): OwnAssignment {
  const result = resultOf(row);
  const answer = row.answer ?? "";
  return {
    ...{ id: row.id, targetKind: row.target_kind, targetId: row.target_id, title: row.title, note: row.note },
    ...{ setOn: row.set_on, dueOn: row.due_on, isWithdrawn: row.state === "withdrawn" },
    outcome: outcomeOf(result, earlierOn),
    ...{ manner: result?.manner ?? "", resultNote: result?.note ?? "", recordedBy: row.recorded_by },
    objection: result?.isObjected || answer !== "" ? (row.objection ?? "") : "",
    answer,
  };
}
