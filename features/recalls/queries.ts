import { businessDateOf } from "@/domain/calendar/shanghai";
import type { Versions } from "@/domain/quizzes/score";
import type { AnswerValue, QuestionVersionData } from "@/domain/quizzes/types";
import { findAward } from "@/features/points/queries";
import { findTakenDownQuestionIds, getVersions } from "@/features/questions/queries";
import { db } from "@/lib/db";
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
  const [versions, award] = await Promise.all([
    getVersions(responses.map((row) => row.versionId)),
    findAward(own, { ...deedOf(content, recall.occasion), at: recall.answeredAt }),
  ]);
  const answered = Object.entries(answers).flatMap(([questionId, value]) =>
    answeredOf({ questionId, value, responses, versions }),
  );
  return outcomeView({ contentId: content.id, date: recall.businessDate, answered, award });
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
