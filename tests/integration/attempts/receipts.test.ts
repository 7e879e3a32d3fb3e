import { beforeAll, expect, test } from "vitest";
import { GET as keysRoute } from "@/app/api/v1/keys/route";
import { loadReceipt } from "@/features/receipts/loaders";
import { db } from "@/lib/db";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { addMember } from "@/tests/factories/small-zone";
import { browserOf } from "@/tests/support/attempt-calls";
import { expectConforms } from "@/tests/support/conformance";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

describeOnBothEngines("checking a receipt", () => {
  let id: string;
  let attemptId: string;

  beforeAll(async () => {
    const browser = browserOf(await cookieOf(await addMember({ id: "anna", name: "示例甲" })));
    const paper = (await browser.start(await addQuiz(await addPlainQuestions("receipts")))).body;
    attemptId = paper.attemptId;
    id = (await browser.submit(attemptId, { revision: 1, answers: rightAnswers(paper) })).body.receipt.id;
  });

  test("a right number, however it is typed, shows the receipt without a name", async () => {
    for (const typed of [id, id.toLowerCase(), id.replaceAll("-", " ")]) {
      const shown = await loadReceipt(typed);
      expect(shown).toMatchObject({
        id,
        isSigned: true,
        isUnchanged: true,
        score: "30",
        maxScore: "30",
        answered: 6,
        total: 6,
      });
      expect(JSON.stringify(shown)).not.toContain("示例甲");
      expect(JSON.stringify(shown)).not.toContain("anna");
    }
  });

  test("a wrong number shows nothing", async () => {
    for (const typed of ["", "ZJ00-0000-0000", "rubbish", attemptId]) expect(await loadReceipt(typed)).toBeNull();
  });

  test("a score that was changed afterwards no longer fits the signature", async () => {
    await db().receipt.update({ where: { id }, data: { score: 2_999 } });
    expect(await loadReceipt(id)).toMatchObject({ isSigned: false, isUnchanged: true });
    await db().receipt.update({ where: { id }, data: { score: 3_000 } });
  });

  test("answers that were changed afterwards are noticed", async () => {
    const { draft } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId } });
    await db().attempt.update({ where: { id: attemptId }, data: { draft: "{}" } });
    expect(await loadReceipt(id)).toMatchObject({ isSigned: true, isUnchanged: false });
    await db().attempt.update({ where: { id: attemptId }, data: { draft } });
  });

  test("the keys are public", async () => {
    const { keyId } = await db().receipt.findUniqueOrThrow({ where: { id } });
    const body: unknown = await keysRoute().json();
    await expectConforms("listKeys", 200, body);
    expect(body).toMatchObject({ keys: [{ keyId, algorithm: "Ed25519", current: true }] });
  });
});
