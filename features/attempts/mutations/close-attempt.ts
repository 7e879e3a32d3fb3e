import { businessDateOf } from "@/domain/calendar/shanghai";
import { answersForm, RECEIPT_ID_BYTES, receiptForm, receiptIdFrom } from "@/domain/quizzes/receipt";
import { scorePaper, type PaperScore, type Versions } from "@/domain/quizzes/score";
import { acceptsUntil, isOverdue, isPassed } from "@/domain/quizzes/timing";
import type { Draft } from "@/domain/quizzes/types";
import { recordAnswer } from "@/features/assignments/mutations/record-answer";
import { awardPoints } from "@/features/points/mutations/award-points";
import { tellLateReader } from "@/features/errata/mutations/tell-late-reader";
import { findTakenDownQuestionIds, findVoidQuestionIds, getVersions } from "@/features/questions/queries";
import { payTakingPart } from "@/features/contests/mutations/pay-taking-part";
import { getQuiz, PAYS_FOR_PASSING, type QuizKind } from "@/features/quizzes/queries";
import { countFirsts } from "@/features/recalls/mutations/count-firsts";
import { sha256Hex, signReceipt } from "@/lib/crypto";
import { inSqlTransaction, insertRows, type NewRow, type Sql } from "@/lib/db/prepared";
import { newBytes, newId } from "@/lib/randomness";
import type { StoredReceipt } from "@/features/receipts/queries";
import { findAttempt, getPaper, type Attempt } from "../queries";

type Closing = {
  readonly attempt: Attempt;
  /** The answers that count. */
  readonly draft: Draft;
  readonly closedBy: "submitted" | "expired";
  /** The instant that the receipt names. */
  readonly closedAt: Date;
  /** When the points are entered. */
  readonly now: Date;
};

/**
 * Closes an open attempt: score, responses, points, receipt, closing and what is told of corrections are one transaction. Gives null, and changes
 * nothing, when the attempt was saved or closed by somebody else since it was read. Void questions, and those taken
 * down while they were on the paper, give everybody their full marks.
 */
export async function closeAttempt(closing: Closing): Promise<StoredReceipt | null> {
  const { attempt, draft } = closing;
  const quiz = await getQuiz(attempt.quizId);
  const stored = await getPaper(attempt.id);
  const versions = await getVersions(stored.questions.map(({ versionId }) => versionId));
  const voided = new Set([...(await findVoidQuestionIds()), ...(await findTakenDownQuestionIds())]);
  const scored = scorePaper({ stored, versions, draft, voided });
  const passed = isPassed(scored.score, scored.maxScore, quiz.passPercent);
  const signed = signedReceipt(closing, scored);
  return inSqlTransaction(async (sql) => {
    if (!(await markClosed(sql, closing, { scored, passed }))) return null;
    const ofQuiz = await awardOfQuiz(sql, closing, { kind: quiz.kind, passed, answered: scored.answered });
    const ofAssignment = scored.answered > 0 ? await fulfil(sql, closing) : 0;
    const receipt = { ...signed, pointsAwarded: ofQuiz + ofAssignment };
    await insertRows(sql, "receipt", [receiptRow(receipt)]);
    const firsts = await countFirsts(sql, judgedAnswers(closing, scored, versions));
    await insertRows(sql, "response", responseRows(closing, scored, firsts));
    await tellLateReader(sql, lateReader(closing, scored));
    return receipt;
  });
}

function signedReceipt(
  { attempt, draft, closedAt }: Closing,
  scored: PaperScore,
): Omit<StoredReceipt, "pointsAwarded"> {
  const { answered, total, score, maxScore } = scored;
  const id = receiptIdFrom(newBytes(RECEIPT_ID_BYTES));
  const digest = sha256Hex(answersForm(draft));
  const facts = { id, attemptId: attempt.id, submittedAt: closedAt, answered, total, score, maxScore };
  return { ...facts, digest, ...signReceipt(receiptForm({ ...facts, answersSha256: digest })) };
}

const markClosedSql = (passed: "TRUE" | "FALSE"): string =>
  `UPDATE attempt SET state = 'closed', passed = ${passed}, closed_at = ?, closed_by = ?, score = ?, max_score = ?, draft = ?,
    draft_version = draft_version + 1 WHERE id = ? AND state = 'open' AND draft_version = ?`;
const MARK_CLOSED = { passed: markClosedSql("TRUE"), failed: markClosedSql("FALSE") };

/** The one condition that decides who closes: still open, and the draft that was scored. */
async function markClosed(
  sql: Sql,
  { attempt, draft, closedAt, closedBy }: Closing,
  { scored, passed }: { scored: PaperScore; passed: boolean },
): Promise<boolean> {
  const { id, draftVersion } = attempt;
  const changed = await sql.change(passed ? MARK_CLOSED.passed : MARK_CLOSED.failed, [
    ...[closedAt, closedBy, scored.score, scored.maxScore, JSON.stringify(draft), id, draftVersion],
  ]);
  return changed === 1;
}

type Judged = { readonly kind: QuizKind; readonly passed: boolean; readonly answered: number };

/** A passed practice quiz, or a contest that one took part in: what its score brings is entered when it is settled. */
async function awardOfQuiz(sql: Sql, closing: Closing, { kind, passed, answered }: Judged): Promise<number> {
  const { quizId: contestId, memberId } = closing.attempt;
  if (kind === "contest") return answered > 0 ? payTakingPart(sql, { contestId, memberId, now: closing.now }) : 0;
  return passed && PAYS_FOR_PASSING.has(kind) ? awardFor(sql, closing) : 0;
}

async function awardFor(sql: Sql, { attempt, now }: Closing): Promise<number> {
  const { id: source, memberId } = attempt;
  return (await awardPoints(sql, { memberId, reason: "practice-quiz", source, now })).value;
}

/** What the branch had asked for is done by handing in with at least one answer; gives its points. */
async function fulfil(sql: Sql, { attempt, closedAt, now }: Closing): Promise<number> {
  const target = { kind: "quiz", id: attempt.quizId } as const;
  const answer = { memberId: attempt.memberId, target, answeredOn: businessDateOf(closedAt), now };
  return (await recordAnswer(sql, answer)).points;
}

const receiptRow = ({ id, answered, total, score, digest, signature, ...receipt }: StoredReceipt): NewRow => ({
  ...{ id, answered, total, score, digest, signature },
  attempt_id: receipt.attemptId,
  submitted_at: receipt.submittedAt,
  max_score: receipt.maxScore,
  points_awarded: receipt.pointsAwarded,
  key_id: receipt.keyId,
});

function judgedAnswers({ attempt, closedAt }: Closing, { lines }: PaperScore, versions: Versions) {
  const answers = lines.map(({ questionId, versionId, value, fraction, voided }) => ({
    ...{
      questionId,
      topic: versions.get(versionId)?.topic ?? "",
      isAnswered: value !== null,
      isVoid: voided,
      fraction,
    },
  }));
  return { memberId: attempt.memberId, businessDate: businessDateOf(closedAt), answers };
}

function lateReader({ attempt, now }: Closing, { lines }: PaperScore) {
  const questionIds = lines.filter(({ value }) => value !== null).map(({ questionId }) => questionId);
  return { memberId: attempt.memberId, startedAt: attempt.startedAt, questionIds, now };
}

type Firsts = ReadonlySet<string>;

const responseRows = ({ attempt, closedAt }: Closing, { lines }: PaperScore, firsts: Firsts): NewRow[] =>
  lines.map(({ questionId, versionId, value, fraction }) => ({
    id: newId(closedAt),
    member_id: attempt.memberId,
    attempt_id: attempt.id,
    question_id: questionId,
    version_id: versionId,
    value: value === null ? null : JSON.stringify(value),
    fraction,
    business_date: businessDateOf(closedAt),
    first: firsts.has(questionId) ? 1 : 0,
  }));

/**
 * The attempt as it stands now: when its time has run out, closed with what was saved. The receipt names the last
 * instant that counted, whoever closes it and however much later.
 */
export async function closedIfOverdue(attempt: Attempt, now: Date): Promise<Attempt> {
  let current = attempt;
  while (current.state === "open" && isOverdue(current.deadline, { now })) {
    const closedAt = acceptsUntil(current.deadline) ?? now;
    await closeAttempt({ attempt: current, draft: current.draft, closedBy: "expired", closedAt, now });
    const { id: attemptId, memberId } = current;
    const after = await findAttempt({ memberId, attemptId });
    if (!after) throw new Error(`Attempt ${attemptId} is gone`);
    current = after;
  }
  return current;
}
