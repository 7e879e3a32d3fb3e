import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { PublicPaper } from "@/domain/quizzes/types";
import { checkImport } from "@/features/imports/mutations/check-import";
import { db } from "@/lib/db";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { browserOf, type Browser } from "@/tests/support/attempt-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, countsOf, csvOf, write } from "./staging";

/** What happens between two slices of an import, which waits for it. */
const between: { turn: ((done: number) => Promise<void>) | null } = { turn: null };

vi.mock(import("@/features/imports/mutations/hold-import"), async (original) => {
  const hold = await original();
  return {
    ...hold,
    reportProgress: async (importId, so, now) => {
      await between.turn?.(so.done);
      return hold.reportProgress(importId, so, now);
    },
  };
});

const ROWS = 1500;
/** Rows that are looked at without a turn for anybody else: at most these. */
const SLICE = 250;
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

  afterEach(() => {
    between.turn = null;
  });

  /** One save, acknowledged. */
  async function saveOne(): Promise<void> {
    const question = paper.questions.find(({ type }) => type === "true-false")?.id ?? "";
    const revision = (await browser.read(paper.attemptId)).body.revision + 1;
    const reply = await browser.save(paper.attemptId, { revision, answers: { [question]: revision % 2 === 0 } });
    expect(reply).toMatchObject({ status: 200, body: { revision, ignored: [] } });
  }

  test("between any two slices a save is acknowledged: the import holds neither the process nor the database", async () => {
    const lines = Array.from({ length: ROWS }, (_, at) => [
      "示例人",
      String(13_600_000_000 + at),
      "示例企业o1",
      "职工",
    ]);
    const seen: number[] = [];
    const turn = async (done: number): Promise<void> => {
      await saveOne();
      seen.push(done);
    };
    const slices = Array.from({ length: ROWS / SLICE }, (_, at) => (at + 1) * SLICE);
    between.turn = turn;
    const importId = await bring({ kind: "members", content: csvOf(HEADS, lines) });
    expect(seen).toEqual(slices);
    // Before they are written the rows are looked at once more.
    expect(await write(importId)).toMatchObject({ ok: true });
    expect(seen).toEqual([...slices, ...slices]);
  });

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
