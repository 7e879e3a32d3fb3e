import { businessDateOf } from "@/domain/calendar/shanghai";
import {
  compareRecallTotals,
  recallTotals,
  type FirstAnswer,
  type RecallDifference,
} from "@/domain/quizzes/recall-totals";
import { FULL_FRACTION, type Versions } from "@/domain/quizzes/score";
import type { AnswerValue, QuestionVersionData } from "@/domain/quizzes/types";
import { findFulfilled } from "@/features/assignments/queries/fulfilled";
import { findAward } from "@/features/points/queries";
import { findTakenDownQuestionIds, getVersions } from "@/features/questions/queries";
import { db, type Tx } from "@/lib/db";
import { sqlOf, selectRows } from "@/lib/db/prepared";
import type { RecallAnswers, RecallOutcome } from "./types";
import { deedOf, occasionOf, outcomeView, type ContentKind } from "./view";

type Own = { readonly memberId: string };

export type RecallContent = {
  readonly id: string;
  readonly kind: ContentKind;
  /** Ids of its recall questions, in order. */
  readonly recall: readonly string[];
};

/** An entry or lesson that may be answered now; null when it is unknown, retired or taken down. */
export async function findRecallContent(contentId: string): Promise<RecallContent | null> {
  const item = await db().contentItem.findUnique({
    where: { id: contentId },
    select: { id: true, kind: true, recall: true, retiredAt: true },
  });
  if (item === null || item.retiredAt !== null || (item.kind !== "entry" && item.kind !== "lesson")) return null;
  const down = await db().takedown.findFirst({
    where: { targetKind: item.kind, targetId: contentId, liftedAt: null },
    select: { id: true },
  });
  return down === null ? { id: item.id, kind: item.kind, recall: JSON.parse(item.recall) as string[] } : null;
}

/** The questions to answer now, in their order: active ones that were not taken down, in their current wording. */
export async function listAsked(content: RecallContent): Promise<QuestionVersionData[]> {
  const [rows, takenDown] = await Promise.all([
    db().question.findMany({
      where: { id: { in: [...content.recall] }, state: "active", versionId: { not: null } },
      select: { id: true, versionId: true },
    }),
    findTakenDownQuestionIds(),
  ]);
  const current = new Map(rows.map((row) => [row.id, row.versionId]));
  const ids = content.recall.flatMap((id) => (takenDown.has(id) ? [] : (current.get(id) ?? [])));
  const versions = await getVersions(ids);
  return ids.flatMap((id) => versions.get(id) ?? []);
}

/** How the person answered this content on its present occasion; null when they have not. Told from what was stored. */
export async function findOutcome(own: Own, content: RecallContent, now: Date): Promise<RecallOutcome | null> {
  const recall = await db().recall.findUnique({
    where: {
      memberId_contentId_occasion: {
        ...{ memberId: own.memberId, contentId: content.id, occasion: occasionOf(content.kind, now) },
      },
    },
  });
  if (recall === null) return null;
  const answers = JSON.parse(recall.answers) as RecallAnswers;
  const responses = await db().response.findMany({
    where: { memberId: own.memberId, questionId: { in: Object.keys(answers) }, recallId: recall.id },
    select: { questionId: true, versionId: true, fraction: true },
  });
  const [versions, award, assignedPoints] = await Promise.all([
    getVersions(responses.map((row) => row.versionId)),
    findAward(own, { ...deedOf(content, recall.occasion), at: recall.answeredAt }),
    findFulfilled(own, content, recall.answeredAt),
  ]);
  const answered = Object.entries(answers).flatMap(([questionId, value]) =>
    answeredOf({ questionId, value, responses, versions }),
  );
  return outcomeView({ contentId: content.id, date: recall.businessDate, answered, award, assignedPoints });
}

type Stored = { readonly questionId: string; readonly versionId: string; readonly fraction: number };

function answeredOf(input: {
  questionId: string;
  value: AnswerValue;
  responses: readonly Stored[];
  versions: Versions;
}): { version: QuestionVersionData; value: AnswerValue; fraction: number }[] {
  const response = input.responses.find((row) => row.questionId === input.questionId);
  const version = response && input.versions.get(response.versionId);
  return version ? [{ version, value: input.value, fraction: response.fraction }] : [];
}

/** Ids of the lessons whose questions the person has answered. */
export async function listAnsweredLessons(own: Own): Promise<Set<string>> {
  const rows = await db().recall.findMany({
    where: { memberId: own.memberId, contentId: { startsWith: "lessons/" } },
    select: { contentId: true },
  });
  return new Set(rows.map(({ contentId }) => contentId));
}

/** Today's entry, when the library has one and it was not taken down, and whether the person has answered it. */
export async function findEntryOfToday(
  own: Own,
  now: Date,
): Promise<{ contentId: string; title: string; mourning: boolean; done: boolean } | null> {
  const contentId = `daily/${businessDateOf(now).slice(5)}`;
  const content = await findRecallContent(contentId);
  if (content === null) return null;
  const [item, recall] = await Promise.all([
    db().contentItem.findUniqueOrThrow({ where: { id: contentId }, select: { title: true, mourning: true } }),
    db().recall.findUnique({
      where: {
        memberId_contentId_occasion: { memberId: own.memberId, contentId, occasion: occasionOf("entry", now) },
      },
      select: { id: true },
    }),
  ]);
  return { contentId, ...item, done: recall !== null };
}

/** Everybody who has a first answer or a sum of the recall rate, in a fixed order. */
export async function listRecallMembers(): Promise<string[]> {
  const rows = await selectRows<{ member_id: string }>(
    "SELECT member_id FROM response WHERE first = TRUE UNION SELECT member_id FROM recall_total ORDER BY member_id",
  );
  return rows.map((row) => row.member_id);
}

type FirstRow = { id: string; question_id: string; topic: string; business_date: string; fraction: number };

/** One person's answers that are marked as first, with the topic that their question has now. */
export async function readFirsts(tx: Tx, memberId: string): Promise<FirstAnswer[]> {
  const rows = await sqlOf(tx).select<FirstRow>(
    `SELECT r.id, r.question_id, q.topic, r.business_date, r.fraction FROM response r
      JOIN question q ON q.id = r.question_id WHERE r.member_id = ? AND r.first = TRUE`,
    [memberId],
  );
  return rows.map(({ id, question_id, topic, business_date, fraction }) => ({
    ...{ id, questionId: question_id, topic, businessDate: business_date, isRight: fraction === FULL_FRACTION },
  }));
}

/** Where one person's sums of the recall rate differ from the answers. Exact when the member is locked in `tx`. */
export async function listRecallDifferences(tx: Tx, memberId: string): Promise<RecallDifference[]> {
  const branches = await tx.membership.findMany({ where: { memberId } });
  const organisations = await tx.employment.findMany({ where: { memberId } });
  const answers = recallTotals(await readFirsts(tx, memberId), {
    branches: branches.map((row) => ({ ...row, placeId: row.branchId })),
    organisations: organisations.map((row) => ({ ...row, placeId: row.organisationId })),
  });
  return compareRecallTotals({ answers, cached: await tx.recallTotal.findMany({ where: { memberId } }) });
}
