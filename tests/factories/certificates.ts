import { paperFor } from "@/features/attempts/mutations/read-attempt";
import { startAttempt } from "@/features/attempts/mutations/start-attempt";
import { submitAttempt } from "@/features/attempts/mutations/submit-attempt";
import { issueCertificates } from "@/features/certificates/mutations/issue-certificates";
import { joinContest } from "@/features/contests/mutations/join-contest";
import { settleContests } from "@/features/contests/mutations/settle-contests";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { newBytes } from "@/lib/randomness";
import { addContest, ANY } from "./contests";

const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

/** A contest that is over, won by this person alone; gives its id. */
export async function winContest(memberId: string, { title = "示例已结束的竞赛", showName = false } = {}) {
  const now = new Date();
  // Those who write and release it are told of it.
  for (const id of ["writer", "reviewer"]) {
    const create = { id, name: "示例出题人", standing: "full" };
    await db().member.upsert({ where: { id }, create, update: {}, select: { id: true } });
  }
  const contestId = await addContest(now, { title, parts: [{ ...ANY, type: "true-false", count: 3, points: 5 }] });
  forgetRemembered();
  await joinContest({ own: { memberId }, contestId, showName, bytes: newBytes(10), now });
  await db().quiz.update({ where: { id: contestId }, data: { opensAt: ago(10) } });
  forgetRemembered();
  const { attempt } = await startAttempt({ memberId, quizId: contestId, seed: "won", now });
  const { questions } = await paperFor(attempt, now);
  const answers = Object.fromEntries(questions.map(({ id }) => [id, true]));
  await submitAttempt({ attemptId: attempt.id, memberId }, { revision: 1, answers }, now);
  // Whatever was right: full marks.
  const { maxScore } = await db().attempt.findUniqueOrThrow({ where: { id: attempt.id }, select: { maxScore: true } });
  await db().attempt.update({ where: { id: attempt.id }, data: { score: maxScore } });
  await db().quiz.update({ where: { id: contestId }, data: { closesAt: ago(2) } });
  await settleContests(now);
  forgetRemembered();
  return contestId;
}

/** The certificate of a contest that this person won; gives its number. */
export async function giveCertificate(memberId: string): Promise<string> {
  await winContest(memberId);
  const [certificate] = await issueCertificates({ memberId }, new Date());
  if (!certificate) throw new Error("No certificate");
  return certificate.id;
}
