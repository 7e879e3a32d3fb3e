import { beforeAll, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/v1/recalls/route";
import { PLAIN_BODIES, makeVersion } from "@/tests/factories/question-versions";
import { addPlainQuestions, addQuestion } from "@/tests/factories/quizzes";
import { cookieOf } from "@/tests/factories/sign-in";
import { addMember } from "@/tests/factories/small-zone";
import { callRoute, type Reply } from "@/tests/support/api-calls";
import { expectConforms } from "@/tests/support/conformance";
import { describeOnBothEngines } from "@/tests/support/database";
import { answerRecall } from "@/features/recalls/mutations/answer-recall";
import { findEntryOfToday } from "@/features/recalls/queries";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";

const RIGHT = {
  "q-single": "b",
  "q-multiple": ["a", "c"],
  "q-true-false": true,
  "q-fill": ["瑞金", "一九三一"],
  "q-ordering": ["a", "b", "c", "d"],
  "q-matching": { a: "x", b: "y", c: "z" },
};

async function addContent(id: string, recall: readonly string[], more: { retiredAt?: Date } = {}): Promise<void> {
  const kind = id.startsWith("daily/") ? "entry" : "lesson";
  await db().contentItem.create({
    data: { id, kind, title: `示例${id}`, digest: id, recall: JSON.stringify(recall), loadedAt: new Date(), ...more },
  });
}

const post = async (cookie: string | null, body: unknown): Promise<Reply> => {
  const reply = await callRoute(POST, { method: "POST", path: "/recalls", body, ...(cookie ? { cookie } : {}) }, {});
  await expectConforms("answerRecall", reply.status, reply.body);
  return reply;
};
const read = async (cookie: string | null, contentId: string): Promise<Reply> => {
  const path = `/recalls?contentId=${encodeURIComponent(contentId)}`;
  const reply = await callRoute(GET, { path, ...(cookie ? { cookie } : {}) }, {});
  await expectConforms("readRecall", reply.status, reply.body);
  return reply;
};
const rowsOf = async (memberId: string) => ({
  recalls: await db().recall.count({ where: { memberId } }),
  responses: await db().response.count({ where: { memberId } }),
  points: await db().pointsEntry.findMany({ where: { memberId }, select: { reason: true, source: true, value: true } }),
});

describeOnBothEngines("recall questions", () => {
  let all: string[] = [];

  beforeAll(async () => {
    all = await addPlainQuestions("q");
    await addContent("lessons/a/01-b", all);
    await addContent("daily/11-21", ["q-single"]);
    await addContent("daily/11-20", ["q-true-false"]);
    await addContent("daily/01-01", ["q-single"]);
    await addContent("daily/02-02", ["q-single"], { retiredAt: new Date() });
  });

  it("show what is asked without a word of the answer", async () => {
    const cookie = await cookieOf(await addMember({ id: "asks" }));
    const { status, body, text } = await read(cookie, "lessons/a/01-b");
    expect(status).toBe(200);
    expect(body).toMatchObject({ memberId: "asks", outcome: null });
    const shown = JSON.parse(text) as { questions: object[] };
    expect(shown.questions.map((question) => Object.keys(question).sort())).toEqual([
      ["id", "options", "stem", "type"],
      ["id", "options", "stem", "type"],
      ["id", "stem", "type"],
      ["blanks", "id", "stem", "type"],
      ["id", "options", "stem", "type"],
      ["id", "left", "right", "stem", "type"],
    ]);
    for (const secret of ["解析", "一九三一", "explanation", "passage", '"right":"b"'])
      expect(text).not.toContain(secret);
  });

  it("are recorded, scored, told and paid once", async () => {
    const cookie = await cookieOf(await addMember({ id: "once" }));
    const answers = { ...RIGHT, "q-single": "a", "q-ordering": ["b", "a", "c", "d"] };
    const first = await post(cookie, { contentId: "lessons/a/01-b", answers });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ rightCount: 4, total: 6, pointsAwarded: 2, because: null });
    expect(first.body).toMatchObject({
      results: [
        { question: { id: "q-single" }, value: "a", right: "b", isRight: false, explanation: "解析" },
        { isRight: true },
        { isRight: true },
        { isRight: true, accepted: [["瑞金"], ["1931", "一九三一"]] },
        { isRight: false, right: ["a", "b", "c", "d"] },
        { isRight: true },
      ],
    });
    const repeat = await post(cookie, { contentId: "lessons/a/01-b", answers: RIGHT });
    expect(repeat.text).toBe(first.text);
    expect((await read(cookie, "lessons/a/01-b")).body).toMatchObject({ outcome: first.body });
    expect(await rowsOf("once")).toEqual({
      ...{ recalls: 1, responses: 6 },
      points: [{ reason: "lesson", source: "lessons/a/01-b", value: 2 }],
    });
    const kept = await db().response.findFirstOrThrow({ where: { memberId: "once", questionId: "q-ordering" } });
    expect(kept).toMatchObject({
      value: '["b","a","c","d"]',
      fraction: 33,
      versionId: "q-ordering-v1",
      attemptId: null,
    });
  });

  it("sent by several tabs at once have one outcome", async () => {
    const cookie = await cookieOf(await addMember({ id: "tabs" }));
    const replies = await Promise.all(
      ["a", "b", "a", "b", "a", "b"].map((value) =>
        post(cookie, { contentId: "lessons/a/01-b", answers: { ...RIGHT, "q-single": value } }),
      ),
    );
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);
    expect(await rowsOf("tabs")).toMatchObject({ recalls: 1, responses: 6, points: [{ value: 2 }] });
  });

  it("of a second entry on one day bring no second point, and say so again when repeated", async () => {
    const cookie = await cookieOf(await addMember({ id: "two" }));
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
    expect((await post(cookie, { contentId: "daily/11-21", answers: { "q-single": "b" } })).body).toMatchObject({
      pointsAwarded: 1,
    });
    const second = await post(cookie, { contentId: "daily/11-20", answers: { "q-true-false": false } });
    expect(second.body).toMatchObject({ pointsAwarded: 0, because: "“党史天天谈”每天最多1分，已到上限。" });
    expect((await post(cookie, { contentId: "daily/11-20", answers: {} })).text).toBe(second.text);
    expect((await rowsOf("two")).points).toEqual([{ reason: "daily-entry", source: `daily/11-21@${year}`, value: 1 }]);
  });

  it("of an entry come back every year, those of a lesson do not", async () => {
    const own = { memberId: await addMember({ id: "years" }) };
    const answer = (contentId: string, answers: object, now: string) =>
      answerRecall({ own, contentId, answers: { ...answers }, now: new Date(now) });
    const single = { "q-single": "a" };
    // 16:00 UTC is the first moment of the next day, here of the next year, in Shanghai.
    await answer("daily/01-01", single, "2026-12-31T15:59:59Z");
    const again = await answer("daily/01-01", { "q-single": "b" }, "2026-12-31T16:00:00Z");
    expect(again).toMatchObject({ date: "2027-01-01", rightCount: 1, pointsAwarded: 1 });
    await answer("lessons/a/01-b", RIGHT, "2026-12-31T04:00:00Z");
    await answer("lessons/a/01-b", RIGHT, "2027-12-31T04:00:00Z");
    expect(await rowsOf("years")).toMatchObject({ recalls: 3 });
  });

  it("say whether today's entry is done", async () => {
    const own = { memberId: await addMember({ id: "today" }) };
    const now = new Date("2026-11-20T16:00:00Z");
    const expected = { contentId: "daily/11-21", title: "示例daily/11-21", mourning: false, done: false };
    expect(await findEntryOfToday(own, now)).toEqual(expected);
    await answerRecall({ own, contentId: "daily/11-21", answers: { "q-single": "a" }, now });
    expect(await findEntryOfToday(own, now)).toEqual({ ...expected, done: true });
    expect(await findEntryOfToday(own, new Date("2026-11-21T16:00:00Z"))).toBeNull();
  });

  describe("are refused", () => {
    it.each([
      ["one is missing", { ...RIGHT, "q-fill": undefined }, "answers.q-fill", "missing", "第4题还没有答完。"],
      ["one is cleared", { ...RIGHT, "q-single": null }, "answers.q-single", "missing", "第1题还没有答完。"],
      ["a blank is empty", { ...RIGHT, "q-fill": ["瑞金", " "] }, "answers.q-fill", "missing", "第4题还没有答完。"],
      ["a pair is open", { ...RIGHT, "q-matching": { a: "x" } }, "answers.q-matching", "missing", "第6题还没有答完。"],
      ["an option is unknown", { ...RIGHT, "q-single": "e" }, "answers.q-single", "unknown-id", null],
      ["the kind is wrong", { ...RIGHT, "q-true-false": "true" }, "answers.q-true-false", "wrong-kind", null],
    ])("when %s, naming the question", async (_sentence, answers, field, code, detail) => {
      const memberId = `refused-${crypto.randomUUID()}`;
      const cookie = await cookieOf(await addMember({ id: memberId }));
      const reply = await post(cookie, { contentId: "lessons/a/01-b", answers });
      expect(reply.status).toBe(422);
      expect(reply.body).toMatchObject({ code: "invalid", errors: [{ field, code, ...(detail ? { detail } : {}) }] });
      expect(await rowsOf(memberId)).toEqual({ recalls: 0, responses: 0, points: [] });
    });

    it("of content that is unknown, retired or taken down", async () => {
      const cookie = await cookieOf(await addMember({ id: "gone" }));
      await addContent("daily/03-03", ["q-single"]);
      const body = { contentId: "daily/03-03", answers: { "q-single": "b" } };
      const takedown = await db().takedown.create({
        data: { targetKind: "entry", targetId: "daily/03-03", reason: "示例", takenById: "gone" },
      });
      for (const contentId of ["daily/03-03", "daily/02-02", "daily/99-99"]) {
        expect((await post(cookie, { ...body, contentId })).status).toBe(404);
        expect((await read(cookie, contentId)).status).toBe(404);
      }
      await db().takedown.update({ where: { id: takedown.id }, data: { liftedAt: new Date() } });
      expect((await post(cookie, body)).status).toBe(200);
    });

    it("without signing in, and without saying of what", async () => {
      expect((await post(null, { contentId: "daily/11-21", answers: {} })).status).toBe(401);
      expect((await read(null, "daily/11-21")).status).toBe(401);
      const cookie = await cookieOf(await addMember({ id: "vague" }));
      expect((await read(cookie, "")).status).toBe(422);
    });
  });

  it("leave out a question that was taken down or declared void, also from answers that still hold it", async () => {
    const cookie = await cookieOf(await addMember({ id: "voided" }));
    for (const id of ["v-void", "v-down", "v-kept"]) {
      const version = makeVersion(PLAIN_BODIES["true-false"], { questionId: id, versionId: `${id}-v1` });
      await addQuestion(version, { state: id === "v-void" ? "void" : "active" });
    }
    await addContent("daily/04-04", ["v-void", "v-down", "v-kept"]);
    await db().takedown.create({
      data: { targetKind: "question", targetId: "v-down", reason: "示例", takenById: "voided" },
    });
    forgetRemembered();
    expect((await read(cookie, "daily/04-04")).body).toMatchObject({ questions: [{ id: "v-kept" }] });
    const reply = await post(cookie, {
      contentId: "daily/04-04",
      answers: { "v-void": true, "v-down": true, "v-kept": true },
    });
    expect(reply.body).toMatchObject({ total: 1, rightCount: 1 });
  });

  it("keep the wording that was answered when the question is corrected afterwards", async () => {
    const cookie = await cookieOf(await addMember({ id: "corrected" }));
    await addQuestion(makeVersion(PLAIN_BODIES.single, { questionId: "c-single", versionId: "c-v1" }));
    await addContent("daily/05-05", ["c-single"]);
    const first = await post(cookie, { contentId: "daily/05-05", answers: { "c-single": "b" } });
    const v2 = makeVersion({ ...PLAIN_BODIES.single, right: ["c"] }, { questionId: "c-single", versionId: "c-v2" });
    await db().questionVersion.create({
      data: {
        ...{ id: "c-v2", questionId: "c-single", number: 2, digest: "c-v2", stem: "改过的题干", explanation: "新解析" },
        ...{
          anchor: v2.anchor,
          passage: v2.passage,
          body: JSON.stringify(v2.body),
          sources: "[]",
          createdAt: new Date(),
        },
      },
    });
    await db().question.update({ where: { id: "c-single" }, data: { versionId: "c-v2" } });
    const { body } = await read(cookie, "daily/05-05");
    expect(body).toMatchObject({ questions: [{ stem: "改过的题干" }], outcome: first.body });
    const other = await cookieOf(await addMember({ id: "later" }));
    expect((await post(other, { contentId: "daily/05-05", answers: { "c-single": "b" } })).body).toMatchObject({
      rightCount: 0,
      results: [{ right: "c", explanation: "新解析" }],
    });
  });
});
