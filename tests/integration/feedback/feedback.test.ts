import { beforeAll, expect, it } from "vitest";
import { answerFeedback, sendFeedback } from "@/features/feedback/mutations";
import { listAnsweredFeedback, listOpenFeedback } from "@/features/feedback/queries";
import { sendFeedbackSchema } from "@/features/feedback/schema";
import { targetOf } from "@/features/feedback/view";
import { loadLibrary } from "@/features/library/mutations/load-library";
import { listNotices } from "@/features/notices/queries";
import { db } from "@/lib/db";
import { dropSingleton } from "@/lib/singleton";
import { addMember } from "../../factories/small-zone";
import { describeOnBothEngines } from "../../support/database";

const NOW = new Date("2026-11-23T04:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const report = {
  targetKind: "entry" as const,
  targetId: "daily/11-23",
  text: "第二段的年份写错了。",
  address: "10.0.0.1",
  now: NOW,
};

describeOnBothEngines("error reports and suggestions", () => {
  beforeAll(async () => {
    dropSingleton("rate-window.feedback");
    await loadLibrary({ now: NOW });
    await addMember({ id: "m1" });
    await addMember({ id: "m2" });
  });

  it("come with an account and without, about entries, lessons, questions and the product", async () => {
    const sent = [
      await sendFeedback({ ...report, memberId: "m1" }),
      await sendFeedback({ ...report, targetKind: "lesson", targetId: "lessons/new-era/02-poverty", memberId: null }),
      await sendFeedback({ ...report, targetKind: "question", targetId: "poverty-village", memberId: null }),
      await sendFeedback({
        ...report,
        targetKind: "product",
        targetId: "ignored",
        text: "字可以再大一些。",
        memberId: "m2",
      }),
    ];
    expect(sent.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    const rows = await listOpenFeedback();
    expect(rows.map(({ kind, targetId, isSigned }) => [kind, targetId, isSigned])).toEqual(
      expect.arrayContaining([
        ["error", "daily/11-23", true],
        ["error", "lessons/new-era/02-poverty", false],
        ["error", "poverty-village", false],
        ["suggestion", "", true],
      ]),
    );
    expect(JSON.stringify(rows)).not.toContain("10.0.0.1");
  });

  it("are one when the button was pressed twice", async () => {
    const twice = { ...report, memberId: "m1", text: "按了两次。", now: later(1) };
    const [first, second] = [await sendFeedback(twice), await sendFeedback(twice)];
    expect(first).toEqual(second);
  });

  it("are refused about what does not exist", async () => {
    expect(await sendFeedback({ ...report, targetId: "daily/02-30", memberId: null })).toEqual({
      ok: false,
      reason: "unknown-target",
    });
  });

  it("are answered once; whoever signed them is told, once", async () => {
    const open = (await listOpenFeedback()).find(({ targetId, isSigned }) => targetId === "daily/11-23" && isSigned);
    const answer = { feedbackId: open?.id ?? "", answer: "已改正，谢谢。", now: later(5) };
    const results = await Promise.all([
      answerFeedback({ ...answer, actorId: "c1" }),
      answerFeedback({ ...answer, actorId: "c2", answer: "另一个答复" }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await listAnsweredFeedback()).map(({ id }) => id)).toContain(open?.id);
    const notices = await listNotices({ memberId: "m1" });
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).toMatch(/^你报告的错误有了答复：/);
    expect(await db().auditEntry.count({ where: { action: "feedback.answer" } })).toBe(1);
    expect(await answerFeedback({ ...answer, feedbackId: "none", actorId: "c1" })).toEqual({
      ok: false,
      reason: "unknown",
    });
  });

  it("of one address are limited to twenty in ten minutes", async () => {
    const from = (index: number, minutes: number) =>
      sendFeedback({ ...report, memberId: null, address: "10.9.9.9", text: `第${index}次来说。`, now: later(minutes) });
    for (let index = 0; index < 20; index += 1) expect((await from(index, 0)).ok).toBe(true);
    expect(await from(20, 9)).toEqual({ ok: false, reason: "too-many" });
    expect((await from(21, 10)).ok).toBe(true);
  });

  it.each([
    ["", false],
    ["  短 ", false],
    ["五个字够了", true],
    ["长".repeat(1000), true],
    ["长".repeat(1001), false],
  ])("take %j only when its length is right", (text, isTaken) => {
    expect(sendFeedbackSchema.safeParse({ targetKind: "product", text }).success).toBe(isTaken);
  });

  it.each([
    ["daily/11-23", { kind: "entry", id: "daily/11-23" }],
    ["lessons/new-era/02-poverty", { kind: "lesson", id: "lessons/new-era/02-poverty" }],
    ["leaflets/long-march", { kind: "leaflet", id: "leaflets/long-march" }],
    ["question/poverty-village", { kind: "question", id: "poverty-village" }],
    ["https://evil.example", null],
    ["daily/11-23?x", null],
    ["", null],
  ])("know what %j speaks of", (on, target) => {
    expect(targetOf(on)).toEqual(target);
  });
});
