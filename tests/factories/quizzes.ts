import type { QuestionBody, QuestionVersionData } from "@/domain/quizzes/types";
import { db, type Prisma } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { makeVersion, PLAIN_BODIES } from "./question-versions";

/** Stores a question with one version, active and current. */
export async function addQuestion(version: QuestionVersionData, over: { state?: string } = {}): Promise<string> {
  const { questionId, versionId, type, topic, period, difficulty, stem, explanation, anchor, passage } = version;
  await db().question.create({ data: { id: questionId, origin: "file", type, topic, period, difficulty, ...over } });
  await db().questionVersion.create({
    data: {
      ...{ id: versionId, questionId, number: 1, digest: `digest-${versionId}`, stem, explanation, anchor, passage },
      ...{ body: JSON.stringify(version.body), sources: JSON.stringify(version.sources), createdAt: new Date() },
    },
  });
  await db().question.update({ where: { id: questionId }, data: { versionId } });
  forgetRemembered();
  return questionId;
}

/** One plain question of every type, ids beginning with `prefix`; gives the ids. */
export async function addPlainQuestions(prefix: string): Promise<string[]> {
  const ids: string[] = [];
  for (const body of Object.values(PLAIN_BODIES) as QuestionBody[]) {
    ids.push(
      await addQuestion(
        makeVersion(body, { questionId: `${prefix}-${body.type}`, versionId: `${prefix}-${body.type}-v1` }),
      ),
    );
  }
  return ids;
}

/** A released practice quiz over a fixed list, open since long ago; everything may be overridden. */
export async function addQuiz(
  fixedList: readonly string[],
  over: Partial<Prisma.QuizUncheckedCreateInput> = {},
): Promise<string> {
  const { id } = await db().quiz.create({
    data: {
      ...{ key: crypto.randomUUID(), title: "示例测验", summary: "用来测试", kind: "practice" },
      ...{ opensAt: new Date("2020-01-01T00:00:00Z"), passPercent: 60, reviewOpens: "at-submission" },
      ...{ fixedList: JSON.stringify(fixedList), ...over },
    },
    select: { id: true },
  });
  forgetRemembered();
  return id;
}
