import { beforeAll, expect, test } from "vitest";
import { listShown } from "@/features/contests/queries/list-shown";
import { drawPaperQuestions, getQuiz, listOfferedQuizzes } from "@/features/quizzes/queries";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { addBank } from "@/tests/factories/contests";
import { addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { addMember } from "@/tests/factories/small-zone";
import { browserOf } from "@/tests/support/attempt-calls";
import { describeOnBothEngines } from "@/tests/support/database";

const HOUR = 3_600_000;
const inHours = (hours: number): Date => new Date(Date.now() + hours * HOUR);
const asking = (count: number) => ({ fixedList: null, blueprint: JSON.stringify({ parts: [{ count, points: 5 }] }) });

describeOnBothEngines("the key of a question of one's own", () => {
  let localIds: string[];
  let fileIds: string[];
  let cookie: string;

  beforeAll(async () => {
    ({ localIds, fileIds } = await addBank("keys", { count: 4, locals: 4 }));
    cookie = await cookieOf(await addMember({ id: "anna" }));
  });

  test("is in no practice that draws by a blueprint, only where a list names the question", async () => {
    const [all, tooMany] = [await addQuiz([], asking(4)), await addQuiz([], asking(5))];
    const drawn = await drawPaperQuestions(await getQuiz(all), "any");
    expect(drawn?.map(({ version }) => version.questionId).sort()).toEqual([...fileIds].sort());
    expect(await drawPaperQuestions(await getQuiz(tooMany), "any")).toBeNull();
    expect((await listOfferedQuizzes()).find(({ id }) => id === tooMany)?.canBeFilled).toBe(false);
    const named = await addQuiz(localIds);
    const listed = await drawPaperQuestions(await getQuiz(named), "any");
    expect(listed?.map(({ version }) => version.questionId)).toEqual(localIds);
  });

  test("counts as seen once a paper with it is handed in and its review is open, not before", async () => {
    const [atOnce = "", afterwards = "", never = "", untouched = ""] = localIds;
    const takes = async (questionId: string, over: Parameters<typeof addQuiz>[1] = {}): Promise<void> => {
      const browser = browserOf(cookie);
      const { attemptId } = (await browser.start(await addQuiz([questionId], over))).body;
      expect(await listShown([questionId], inHours(99))).toEqual([]);
      expect((await browser.submit(attemptId)).status).toBe(200);
    };
    await takes(atOnce);
    await takes(afterwards, { reviewOpens: "after-window", closesAt: inHours(2) });
    await takes(never, { reviewOpens: "never" });
    expect(await listShown([atOnce, afterwards, never, untouched], inHours(1))).toEqual([atOnce]);
    expect(await listShown([atOnce, afterwards, never, untouched], inHours(3))).toEqual([atOnce, afterwards]);
  });

  test("of a corrected library question counts as seen, and is practised as before", async () => {
    const [corrected = ""] = fileIds;
    await db().question.update({ where: { id: corrected }, data: { origin: "local" } });
    forgetRemembered();
    expect(await listShown([corrected], new Date())).toEqual([corrected]);
    expect(await drawPaperQuestions(await getQuiz(await addQuiz([], asking(4))), "any")).toHaveLength(4);
  });
});
