import { beforeAll, expect, it } from "vitest";
import { answerFeedback, sendFeedback } from "@/features/feedback/mutations";
import { countDueFeedback, listAnsweredFeedback, listOpenFeedback } from "@/features/feedback/queries";
import { sendFeedbackSchema } from "@/features/feedback/schema";
import { feedbackGroups, promiseWords, targetOf } from "@/features/feedback/view";
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
    const answer = { feedbackIds: [open?.id ?? ""], answer: "已改正，谢谢。", now: later(5) };
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
    expect(await answerFeedback({ ...answer, feedbackIds: ["none"], actorId: "c1" })).toEqual({
      ok: false,
      reason: "unknown",
    });
  });

  it("about one thing are answered together, all or none, and everybody who signed is told", async () => {
    const question = { ...report, targetKind: "question" as const, targetId: "poverty-village", now: later(10) };
    const ids: string[] = [];
    for (const memberId of ["m1", "m2", null]) {
      const sent = await sendFeedback({ ...question, memberId, text: `答案不对，${memberId ?? "没有登录"}。` });
      ids.push(sent.ok ? sent.feedbackId : "");
    }
    const groups = feedbackGroups(await listOpenFeedback(), new Map(), "2026-11-23");
    const group = groups.find(({ target }) => target?.id === "poverty-village");
    expect(group?.items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    const told = () => db().notice.count({ where: { text: { contains: "选项二有出处" } } });
    const act = { actorId: "c1", answer: "没有错：选项二有出处。", now: later(11) };
    const alone = await answerFeedback({ ...act, feedbackIds: [ids[0] ?? ""], answer: "另外答复" });
    expect([alone, await answerFeedback({ ...act, feedbackIds: ids })]).toEqual([
      { ok: true },
      { ok: false, reason: "answered" },
    ]);
    expect(await told()).toBe(0);
    expect(
      (await db().feedback.findMany({ where: { id: { in: ids } } })).filter(({ state }) => state === "open"),
    ).toHaveLength(2);
    expect(await answerFeedback({ ...act, feedbackIds: ids.slice(1) })).toEqual({ ok: true });
    expect(await told()).toBe(1);
  });

  it("are due five working days after the day they came, and counted when they are", async () => {
    const open = await listOpenFeedback();
    const counts = await Promise.all(["2026-11-29", "2026-11-30", "2026-12-01"].map(countDueFeedback));
    expect(counts).toEqual([0, open.length, open.length]);
    const [first] = feedbackGroups(open, new Map(), "2026-12-01");
    expect(first?.items[0]?.due).toEqual({ words: "11月30日以前答复，已经过期", urgency: "overdue" });
    expect(promiseWords("2026-11-23")).toBe("工委在5个工作日以内答复，今天送的最晚2026年11月30日");
    expect(promiseWords("2026-12-30")).toMatch(/遇上节假日顺延$/);
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
