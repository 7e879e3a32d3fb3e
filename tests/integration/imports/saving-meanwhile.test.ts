import { beforeAll, expect, test } from "vitest";
import type { PublicPaper } from "@/domain/quizzes/types";
import { checkImport } from "@/features/imports/mutations/check-import";
import { db } from "@/lib/db";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { browserOf, type Browser } from "@/tests/support/attempt-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, countsOf, csvOf, write } from "./staging";

const ROWS = 1500;
const HEADS = ["姓名", "手机号", "组织名称", "身份"];

describeOnBothEngines("answers while a sheet comes in", () => {
  let browser: Browser;
  let paper: PublicPaper;

  beforeAll(async () => {
    await addStation("s1");
    await addOrganisation("o1", "s1");
    browser = browserOf(await cookieOf(await addMember({ id: "anna" })));
    paper = (await browser.start(await addQuiz(await addPlainQuestions("meanwhile")))).body;
  });

  /** Saves one answer after another until the work is done; every one has to be taken. */
  async function saveDuring(work: Promise<unknown>): Promise<number> {
    let isDone = false;
    const ended = work.finally(() => (isDone = true));
    const question = paper.questions.find(({ type }) => type === "true-false")?.id ?? "";
    let { revision } = (await browser.read(paper.attemptId)).body;
    let saved = 0;
    do {
      revision += 1;
      const answers = { [question]: revision % 2 === 0 };
      const reply = await browser.save(paper.attemptId, { revision, answers });
      expect(reply).toMatchObject({ status: 200, body: { revision, ignored: [] } });
      saved += 1;
    } while (!isDone);
    await ended;
    const kept = (await browser.read(paper.attemptId)).body;
    expect(kept).toMatchObject({ revision, answers: { [question]: revision % 2 === 0 } });
    return saved;
  }

  test("every save is taken while rows are looked at and while they are written", async () => {
    const lines = Array.from({ length: ROWS }, (_, at) => [
      "示例人",
      String(13_700_000_000 + at),
      "示例企业o1",
      "职工",
    ]);
    const before = await db().member.count();
    const importId = await bring({ kind: "members", content: csvOf(HEADS, lines) });
    await db().importFile.update({ where: { id: importId }, data: { state: "uploaded" } });
    expect(await saveDuring(checkImport({ importId, clock: () => new Date("2026-11-22T03:00:00Z") }))).toBeGreaterThan(
      1,
    );
    expect(await countsOf(importId)).toMatchObject({ new: ROWS, fault: 0 });
    expect(await saveDuring(write(importId))).toBeGreaterThan(1);
    expect(await db().member.count()).toBe(before + ROWS);
  });
});
