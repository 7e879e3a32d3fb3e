import { poolOf } from "@/domain/contests/blueprint";
import { drawQuestions } from "@/domain/quizzes/draw";
import { rngFrom } from "@/domain/random";
import type { QuestionVersionData } from "@/domain/quizzes/types";
import { audit } from "@/features/audit/mutations";
import { getVersions, listDrawable } from "@/features/questions/queries";
import { inTransaction } from "@/lib/db";
import { listPool, type Contest } from "../queries/find-contest";

type Sample = {
  readonly contest: Contest;
  /** Which sample; the same number gives the same paper. */
  readonly number: number;
  readonly actorId: string;
  readonly now: Date;
};

/**
 * The questions of a sample paper in the order of a paper, from what the contest draws from; null when that cannot fill
 * one. Its seed has nothing to do with the contest's. Whoever looks at one is in the log.
 */
export async function drawSample(sample: Sample): Promise<QuestionVersionData[] | null> {
  const { contest, number, actorId, now } = sample;
  const { id, blueprint, releasedAt } = contest;
  const subject = { subjectKind: "contest", subjectId: id };
  await inTransaction((tx) => audit(tx, { actorId, action: "contest.preview", ...subject, now }));
  const pool = releasedAt === null ? poolOf(await listDrawable(), blueprint) : await listPool(id);
  const seed = `sample/${id}/${String(number)}`;
  const drawn = drawQuestions(pool, blueprint, seed);
  if (!drawn.ok) return null;
  const versionOf = new Map(pool.map(({ questionId, versionId }) => [questionId, versionId]));
  const ids = drawn.questions.map(({ questionId }) => versionOf.get(questionId) ?? "");
  const versions = await getVersions(ids);
  return rngFrom(`${seed}/order`)
    .shuffle(ids)
    .flatMap((versionId) => versions.get(versionId) ?? []);
}
