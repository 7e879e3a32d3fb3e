// What the people of the demo zone did in the last days: recalls, practice attempts, a race that some joined. Everything
// goes through the product's own mutations, so that points, receipts and sums agree with one another.
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf, monthDayOf, quarterOf, startOfDay } from "@/domain/calendar/shanghai";
import { TABLES } from "@/domain/points/table";
import { inIds } from "@/domain/quizzes/translate";
import { rngFrom, type Rng } from "@/domain/random";
import { startAttempt } from "@/features/attempts/mutations/start-attempt";
import { submitAttempt } from "@/features/attempts/mutations/submit-attempt";
import { getPaper } from "@/features/attempts/queries";
import { getVersions } from "@/features/questions/queries";
import { answerRecall } from "@/features/recalls/mutations/answer-recall";
import { findRecallContent, listAsked } from "@/features/recalls/queries";
import { joinSeason } from "@/features/seasons/mutations/join-season";
import { db } from "@/lib/db";
import { likelyAnswer } from "./answers";
import { demoRoster, type DemoPerson } from "./roster";

const DAYS = 8;
const MINUTE = 60_000;

/** Those who take part; the others have no history, as in life. */
function learners(active: ReadonlySet<string>): DemoPerson[] {
  return demoRoster().filter((person, index) => active.has(person.id) && person.branch !== null && index % 3 !== 1);
}

/** Those of the demo zone who take part in something. */
export async function listLearners(): Promise<DemoPerson[]> {
  const rows = await db().member.findMany({
    where: { state: "active", id: { in: demoRoster().map((person) => person.id) } },
    select: { id: true },
  });
  return learners(new Set(rows.map((row) => row.id)));
}

export async function plantHistory(now: Date): Promise<void> {
  const people = await listLearners();
  const rng = rngFrom("demo zone");
  for (const day of pastDays(now)) await readDaily(people, day, rng);
  await readLessons(people, now, rng);
  await practise(people, now, rng);
  const quarter = quarterOf(businessDateOf(now));
  for (const [index, { id }] of people.entries()) {
    if (index % 4 === 3) continue;
    await joinSeason({ own: { memberId: id }, quarter, showName: index % 5 === 0, now });
  }
}

/** The days before today that a table of points covers, oldest first. */
function pastDays(now: Date): string[] {
  const today = businessDateOf(now);
  const days = Array.from({ length: DAYS }, (_, index) => addDays(today, index - DAYS));
  const first = TABLES[0]?.version ?? "";
  return days.filter((day) => quarterOf(day) >= first);
}

const at = (day: string, minutes: number): Date => new Date(startOfDay(day).getTime() + minutes * MINUTE);

async function readDaily(people: readonly DemoPerson[], day: string, rng: Rng): Promise<void> {
  for (const { id } of people) {
    if (rng.next() < 0.5) continue;
    await recall({ memberId: id, contentId: `daily/${monthDayOf(day)}`, now: at(day, 7 * 60 + rng.int(720)) }, rng);
  }
}

async function readLessons(people: readonly DemoPerson[], now: Date, rng: Rng): Promise<void> {
  const where = { kind: "lesson", retiredAt: null };
  const lessons = await db().contentItem.findMany({ where, orderBy: { id: "asc" }, select: { id: true } });
  const days = pastDays(now);
  if (lessons.length === 0 || days.length === 0) return;
  for (const { id } of people) {
    for (const lesson of rng.shuffle(lessons).slice(0, rng.int(4))) {
      await recall({ memberId: id, contentId: lesson.id, now: at(rng.pick(days), 8 * 60 + rng.int(700)) }, rng);
    }
  }
}

async function recall(deed: { memberId: string; contentId: string; now: Date }, rng: Rng): Promise<void> {
  const { memberId, contentId, now } = deed;
  const content = await findRecallContent(contentId);
  const asked = content === null ? [] : await listAsked(content);
  if (asked.length === 0) return;
  const answers = Object.fromEntries(asked.map((one) => [one.questionId, likelyAnswer(one.body, 0.75, rng)]));
  await answerRecall({ own: { memberId }, contentId, answers, now });
}

async function practise(people: readonly DemoPerson[], now: Date, rng: Rng): Promise<void> {
  const quizzes = await db().quiz.findMany({
    where: { kind: "practice", state: "released", opensAt: { lte: at(pastDays(now)[0] ?? "9999-12-31", 0) } },
    orderBy: { key: "asc" },
    select: { id: true },
  });
  if (quizzes.length === 0) return;
  for (const [index, { id }] of people.entries()) {
    if (index % 2 === 1) continue;
    const started = at(rng.pick(pastDays(now)), 9 * 60 + rng.int(600));
    await takeQuiz({ memberId: id, quizId: rng.pick(quizzes).id, now: started }, rng);
  }
}

/** One attempt of somebody who knows about seven of ten, handed in some minutes later. */
export async function takeQuiz(deed: { memberId: string; quizId: string; now: Date }, rng: Rng): Promise<void> {
  const { attempt: started } = await startAttempt({ ...deed, seed: `demo ${deed.memberId} ${deed.quizId}` });
  const paper = await getPaper(started.id);
  const versions = await getVersions(paper.questions.map((question) => question.versionId));
  const answers = Object.fromEntries(
    paper.questions.flatMap((question) => {
      const body = versions.get(question.versionId)?.body;
      const value = body ? inIds(question, likelyAnswer(body, 0.7, rng)) : null;
      return value === null ? [] : [[question.id, value]];
    }),
  );
  const own = { memberId: deed.memberId, attemptId: started.id };
  // zod's output has arrays that may be written to; the answers of the rules are readonly.
  const sent = {
    revision: 1,
    answers: answers as Record<string, string | boolean | string[] | Record<string, string>>,
  };
  await submitAttempt(own, sent, new Date(deed.now.getTime() + (4 + rng.int(9)) * MINUTE));
}
