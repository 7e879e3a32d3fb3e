import { randomBytes } from "node:crypto";
import { sealText } from "@/lib/crypto";
import { db } from "@/lib/db";
import { browserOf } from "@/tests/support/attempt-calls";
import { rightAnswers } from "@/tests/support/right-answers";
import { makePerson, makePlace, type Person } from "./people";
import { addPlainQuestions, addQuiz } from "./quizzes";
import { cookieOf } from "./sign-in";

/** Texts that a careless copy of a database changes or trips over. */
export const ODD_TEXTS = [
  "",
  " 前后有空格 ",
  "换行\n回车\r\n制表\t引号\"'`反斜\\\\",
  "行分隔\u2028段分隔\u2029",
  "镕喆㛃頔𠮷👨‍👩‍👧",
  "NULL",
  "\\N",
  "{1,2}",
  '{"a":[1,"b"]}',
  "é e\u0301",
];

/** People, an open attempt with answers, a receipt with points, bytes, and settings of odd texts: a row of every kind. */
export async function plantOddRows(): Promise<{ person: Person; openAttemptId: string; receiptId: string }> {
  const person = await makePerson(await makePlace());
  const browser = browserOf(await cookieOf(person.memberId));
  const quizId = await addQuiz(await addPlainQuestions(`odd-${person.login}`.toLowerCase()));
  const done = (await browser.start(quizId)).body;
  const outcome = await browser.submit(done.attemptId, { revision: 1, answers: rightAnswers(done) });
  const open = (await browser.start(quizId)).body;
  const [first] = Object.entries(rightAnswers(open));
  await browser.save(open.attemptId, { revision: 1, answers: Object.fromEntries(first ? [first] : []) });
  for (const [at, value] of ODD_TEXTS.entries())
    await db().setting.create({ data: { key: `odd-${at}-${value}`, value } });
  await db().importFile.create({
    data: {
      ...{ kind: "members", fileName: "示例.csv", format: "csv", content: randomBytes(3000), state: "staged" },
      createdById: person.memberId,
    },
  });
  await plantStory(person.memberId);
  await db().setting.create({ data: { key: "sealed", value: sealText("示例联系方式") } });
  return { person, openAttemptId: open.attemptId, receiptId: outcome.body.receipt.id };
}

/** A story with a picture as heavy as they come. */
async function plantStory(authorId: string): Promise<void> {
  const at = new Date();
  const [large, small] = [new Uint8Array(randomBytes(700_000)), new Uint8Array(randomBytes(60_000))];
  const size = { width: 1600, height: 1200, smallWidth: 640, weight: 760_000 };
  await db().story.create({
    data: {
      ...{ id: "odd-story", authorId, title: "示例厂史", body: "![镕喆㛃頔𠮷](图1)", pictures: 1 },
      ...{ createdAt: at, updatedAt: at },
      images: {
        create: { number: 1, digest: "d".repeat(64), ...size, large, small, organisationId: "o", createdAt: at },
      },
    },
  });
}
