import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { closeDb } from "@/lib/db";
import { makePerson, makePlace } from "@/tests/factories/people";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { browserOf } from "@/tests/support/attempt-calls";
import { rightAnswers } from "@/tests/support/right-answers";
import type { OldFacts } from "./old-facts";

/**
 * Runs in the sources of an earlier commit, on its routes: a person who has handed one paper in and is in the middle of a
 * second one. Only what that commit had may be imported here; the types come from the facts beside this file.
 */
test("a person in mid-quiz", async () => {
  const place = await makePlace();
  const { memberId } = await makePerson(place);
  const browser = browserOf(await cookieOf(memberId));
  const quizId = await addQuiz(await addPlainQuestions("earlier"));
  const done = (await browser.start(quizId)).body;
  const outcome = (await browser.submit(done.attemptId, { revision: 1, answers: rightAnswers(done) })).body;
  const open = (await browser.start(quizId)).body;
  const answers = Object.entries(rightAnswers(open));
  const half = Math.ceil(answers.length / 2);
  const saved = Object.fromEntries(answers.slice(0, half));
  await browser.save(open.attemptId, { revision: 7, answers: saved });
  const facts: OldFacts = {
    memberId,
    receiptId: outcome.receipt.id,
    points: outcome.pointsAwarded,
    score: outcome.receipt.score,
    attemptId: open.attemptId,
    saved,
    unsent: Object.fromEntries(answers.slice(half)),
  };
  writeFileSync(process.env["OLD_FACTS"] ?? "", JSON.stringify(facts, null, 1));
  await closeDb();
});
