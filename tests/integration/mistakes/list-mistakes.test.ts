import { beforeAll, expect, test } from "vitest";
import type { OwnScope } from "@/features/access/types";
import { listMistakes } from "@/features/mistakes/queries";
import { newId } from "@/lib/randomness";
import { db } from "@/lib/db";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { addMember } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-20T08:00:00Z");
const own = (memberId: string) => ({ memberId }) as OwnScope;

let count = 0;
const tick = () => new Date(NOW.getTime() - 3_600_000 + (count += 1) * 1_000);

describeOnBothEngines("mistakes", () => {
  const [single, multiple] = ["plain-single", "plain-multiple"];

  beforeAll(async () => {
    await addPlainQuestions("plain");
    for (const id of ["anna", "berta", "clara", "dora"]) await addMember({ id });
  });

  /** A closed attempt, or none for a recall. */
  async function addAttempt(memberId: string, reviewOpens: string, closesAt: Date | null = null): Promise<string> {
    const at = tick();
    const quizId = await addQuiz([single], { reviewOpens, closesAt });
    const data = {
      id: newId(at),
      quizId,
      memberId,
      number: 1,
      state: "closed",
      startedAt: at,
      closedAt: at,
      paper: "{}",
    };
    return (await db().attempt.create({ data, select: { id: true } })).id;
  }

  async function addResponse(
    memberId: string,
    questionId: string,
    over: { fraction: number; attemptId?: string; value?: string | null },
  ): Promise<void> {
    const ids = { id: newId(tick()), memberId, questionId, versionId: `${questionId}-v1` };
    await db().response.create({ data: { value: '"a"', businessDate: "2026-11-20", ...ids, ...over } });
  }

  const shown = async (memberId: string) =>
    (await listMistakes(own(memberId), { now: NOW, limit: 100 })).map(({ version, fraction }) => [
      version.questionId,
      fraction,
    ]);

  test("the latest answer decides: wrong then right is no mistake, right then half right is one", async () => {
    await addResponse("anna", single, { fraction: 0 });
    await addResponse("anna", multiple, { fraction: 100 });
    await addResponse("anna", single, { fraction: 100 });
    await addResponse("anna", multiple, { fraction: 50 });
    await addResponse("berta", single, { fraction: 0 });
    expect(await shown("anna")).toEqual([[multiple, 50]]);
  });

  test("an attempt shows its mistakes when its review is open, and only then", async () => {
    await addResponse("clara", single, { fraction: 0 });
    await addResponse("clara", single, {
      fraction: 0,
      attemptId: await addAttempt("clara", "after-window", new Date("2026-12-01T00:00:00Z")),
    });
    expect(await shown("clara")).toEqual([]);
    await addResponse("clara", single, { fraction: 20, attemptId: await addAttempt("clara", "at-submission") });
    expect(await shown("clara")).toEqual([[single, 20]]);
    await addResponse("clara", single, { fraction: 0, attemptId: await addAttempt("clara", "never") });
    expect(await shown("clara")).toEqual([]);
  });

  test("what was left open is no answer, and void questions are no mistakes", async () => {
    await addResponse("dora", single, { fraction: 40 });
    await addResponse("dora", single, { fraction: 0, value: null });
    await addResponse("dora", "plain-fill", { fraction: 0 });
    await db().question.update({ where: { id: "plain-fill" }, data: { state: "void" } });
    expect(await shown("dora")).toEqual([[single, 40]]);
  });
});
