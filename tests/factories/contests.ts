import type { ContestPlan } from "@/features/contests/schema";
import { releaseContest } from "@/features/contests/mutations/release-contest";
import { saveContest } from "@/features/contests/mutations/save-contest";
import { submitContest } from "@/features/contests/mutations/step-contest";
import { minuteOf } from "@/features/contests/view";
import type { QuestionBody, QuestionVersionData } from "@/domain/quizzes/types";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { makeVersion, PLAIN_BODIES } from "./question-versions";
import { addQuestion } from "./quizzes";

const HOUR = 3_600_000;
export const ANY = { topic: "", period: "", type: "", difficulty: "", origin: "" } as const;

/** A plan for a contest: from an hour after `now`, two hours long; everything may be overridden. */
export function planAt(now: Date, over: Partial<ContestPlan> = {}): ContestPlan {
  return {
    ...{ title: "示例知识竞赛", summary: "用来测试", limitMinutes: 20, maxAttempts: 2, hasPractice: true },
    ...{ opens: minuteOf(new Date(now.getTime() + HOUR)), closes: minuteOf(new Date(now.getTime() + 3 * HOUR)) },
    parts: [{ ...ANY, count: 4, points: 5 }],
    ...over,
  };
}

/** `count` public questions and `locals` local ones, of all types by turns; gives their ids. */
export async function addBank(prefix: string, { count, locals = 0 }: { count: number; locals?: number }) {
  const bodies = Object.values(PLAIN_BODIES) as QuestionBody[];
  const make = (id: string, at: number): QuestionVersionData =>
    makeVersion(bodies[at % bodies.length] as QuestionBody, {
      questionId: id,
      versionId: `${id}-v1`,
      stem: `题干${id}`,
    });
  const files = Array.from({ length: count }, (_, at) => make(`${prefix}-${String(at)}`, at));
  const own = Array.from({ length: locals }, (_, at) => make(`local-${prefix}-${String(at)}`, at));
  for (const version of [...files, ...own]) await addQuestion(version);
  const localIds = own.map(({ questionId }) => questionId);
  await db().question.updateMany({ where: { id: { in: localIds } }, data: { origin: "local" } });
  forgetRemembered();
  return { fileIds: files.map(({ questionId }) => questionId), localIds };
}

export async function saveDraft(plan: ContestPlan, { actorId, now }: { actorId: string; now: Date }): Promise<string> {
  const saved = await saveContest({ contestId: "", version: 0, plan, actorId, now });
  if (!saved.ok) throw new Error(saved.detail);
  return saved.contestId;
}

/** A released contest, written by one and released by another. */
export async function addContest(now: Date, over: Partial<ContestPlan> = {}, seed = "5eed"): Promise<string> {
  const contestId = await saveDraft(planAt(now, over), { actorId: "writer", now });
  const steps = [
    await submitContest({ contestId, version: 0, actorId: "writer", now }),
    await releaseContest({ contestId, version: 1, actorId: "reviewer", now, seed }),
  ];
  for (const step of steps) if (!step.ok) throw new Error(step.detail);
  return contestId;
}
