import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { closeOverdueAttempts } from "@/features/attempts/mutations/close-overdue-attempts";
import { publishErratum } from "@/features/errata/mutations/publish-erratum";
import { revokeErratum } from "@/features/errata/mutations/revoke-erratum";
import { tellReaders } from "@/features/errata/mutations/tell-readers";
import { db } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { addMember } from "@/tests/factories/small-zone";
import { browserOf } from "@/tests/support/attempt-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

/** The day of the correction, before it came; when the readers were told; when the attempt ends. */
const MORNING = new Date("2026-11-20T01:00:00Z");
const NOON = new Date("2026-11-20T04:00:00Z");
const DAYS_LATER = new Date("2026-11-24T01:00:00Z");
const setTime = (now: Date): void => void vi.setSystemTime(now);

describeOnBothEngines("readers whose attempt was open when a correction came", () => {
  let questionIds: string[];
  let count = 0;

  beforeAll(async () => {
    questionIds = await addPlainQuestions("late");
    await db().questionVersion.updateMany({ data: { createdAt: new Date("2026-11-01T00:00:00Z") } });
  });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: MORNING });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Somebody who begins in the morning and answers, or leaves everything empty. */
  async function begin({ isAnswered = true, closesAt = null as Date | null } = {}) {
    const memberId = `reader-${(count += 1)}`;
    const browser = browserOf(await cookieOf(await addMember({ id: memberId })));
    const paper = (await browser.start(await addQuiz(questionIds, { closesAt }))).body;
    if (isAnswered) await browser.save(paper.attemptId, { revision: 1, answers: rightAnswers(paper) });
    return { memberId, submit: () => browser.submit(paper.attemptId) };
  }

  async function correct(targetId = questionIds[0] ?? ""): Promise<string> {
    setTime(NOON);
    const made = await publishErratum({
      ...{ key: newId(NOON), targetKind: "question", targetId, wrong: "示例旧的字句", correct: "示例新的字句" },
      ...{ correctedOn: "2026-11-20", feedbackIds: [], actorId: "c1", now: NOON },
    });
    if (!made.ok) throw new Error(JSON.stringify(made));
    return made.erratumId;
  }

  const told = async (memberId: string, erratumId: string) =>
    db().notice.count({ where: { memberId, key: `erratum:${erratumId}` } });

  it("are told when they hand in, once", async () => {
    const { memberId, submit } = await begin();
    const erratumId = await correct();
    await tellReaders(NOON);
    expect(await told(memberId, erratumId)).toBe(0);
    setTime(DAYS_LATER);
    await submit();
    expect(await told(memberId, erratumId)).toBe(1);
    await db().erratum.update({ where: { id: erratumId }, data: { toldAt: null } });
    await tellReaders(DAYS_LATER);
    expect(await told(memberId, erratumId)).toBe(1);
  });

  it("are told when the clock closes it", async () => {
    const { memberId } = await begin({ closesAt: new Date("2026-11-23T00:00:00Z") });
    const erratumId = await correct();
    await tellReaders(NOON);
    setTime(DAYS_LATER);
    await closeOverdueAttempts({ now: DAYS_LATER });
    expect(await told(memberId, erratumId)).toBe(1);
  });

  it("are told by the clock when they handed in on a later day, before the others were told", async () => {
    const { memberId, submit } = await begin();
    setTime(DAYS_LATER);
    await submit();
    const erratumId = await correct();
    await tellReaders(DAYS_LATER);
    expect(await told(memberId, erratumId)).toBe(1);
  });

  it("are told nothing of what they left empty, of what was revoked, and of what was right when they began", async () => {
    const empty = await begin({ isAnswered: false });
    const before = await correct();
    await revokeErratum({ erratumId: before, reason: "登错了", actorId: "c1", now: NOON });
    const standing = await correct(questionIds[1]);
    setTime(new Date(NOON.getTime() + 60_000));
    const afterwards = await begin();
    setTime(DAYS_LATER);
    await Promise.all([empty.submit(), afterwards.submit()]);
    for (const { memberId } of [empty, afterwards]) {
      expect(
        await db().notice.count({ where: { memberId, key: { in: [before, standing].map((id) => `erratum:${id}`) } } }),
      ).toBe(0);
    }
  });
});
