import { beforeAll, expect, it, vi } from "vitest";
import { loadEntry } from "@/features/daily-entries/loaders";
import { publishErratum } from "@/features/errata/mutations/publish-erratum";
import { revokeErratum } from "@/features/errata/mutations/revoke-erratum";
import { findCorrectable, findNamesOf, listErrata, listErrataOf } from "@/features/errata/queries";
import { publishErratumSchema } from "@/features/errata/schema";
import { correctionLines, monthsOf } from "@/features/errata/view";
import { answerFeedback, sendFeedback } from "@/features/feedback/mutations";
import { loadLibrary } from "@/features/library/mutations/load-library";
import { listNotices } from "@/features/notices/queries";
import { refreshTakenDown } from "@/features/takedowns/mutations/refresh-taken-down";
import { takeDown } from "@/features/takedowns/mutations/take-down";
import { findTakenDown } from "@/features/takedowns/queries";
import { db } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { dropSingleton } from "@/lib/singleton";
import { planAt, saveDraft } from "@/tests/factories/contests";
import { addMember } from "../../factories/small-zone";
import { describeOnBothEngines } from "../../support/database";

const NOW = new Date("2026-11-23T04:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const ENTRY = { targetKind: "entry" as const, targetId: "daily/11-23" };
const QUESTION = { targetKind: "question" as const, targetId: "poverty-village" };
const act = { actorId: "c1", now: NOW };
const correction = (over: object = {}) => ({
  ...{ key: newId(NOW), ...ENTRY, wrong: "示例旧的字句", correct: "示例新的字句", correctedOn: "2026-11-22" },
  ...{ feedbackIds: [] as string[], ...act, ...over },
});
const standing = async () => (await listErrataOf("daily/11-23")).map(({ wrong }) => wrong);

async function reported(text: string, memberId: string | null, over: object = {}): Promise<string> {
  const sent = await sendFeedback({ ...ENTRY, text, memberId, address: text, now: NOW, ...over });
  if (!sent.ok) throw new Error(sent.reason);
  return sent.feedbackId;
}

async function record() {
  const rows = await listErrata(1);
  return monthsOf(rows, await findNamesOf(rows), await findTakenDown());
}

describeOnBothEngines("corrections", () => {
  beforeAll(async () => {
    dropSingleton("rate-window.feedback");
    await loadLibrary({ now: NOW });
    for (const id of ["m1", "m2"]) await addMember({ id });
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
    return () => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    };
  });

  it("answer the reports that led to them, and stand on the page with the version of that day", async () => {
    const ids = [await reported("第一句的年份不对。", "m1"), await reported("年份写错了吧。", null)];
    const result = await publishErratum(correction({ feedbackIds: ids, wrong: "1920年", correct: "1921年" }));
    expect(result).toMatchObject({ ok: true, isNew: true });
    const rows = await db().feedback.findMany({ where: { id: { in: ids } } });
    expect(rows.map(({ state, verdict, erratumId }) => [state, verdict, erratumId])).toEqual(
      ids.map(() => ["answered", "corrected", result.ok ? result.erratumId : ""]),
    );
    const [notice] = await listNotices({ memberId: "m1" });
    expect(notice?.text).toBe("你报告的错误有了答复：已更正。原来：1920年\n现在：1921年");
    const page = await loadEntry("11-23");
    expect(page.state === "shown" && page.corrections.map(({ text }) => text)).toEqual([
      "2026年11月22日更正：原来“1920年”，现在“1921年”。",
    ]);
    const digest = (await db().contentItem.findUniqueOrThrow({ where: { id: "daily/11-23" } })).digest;
    expect((await listErrataOf("daily/11-23"))[0]?.version).toBe(digest);
    expect(await db().auditEntry.count({ where: { action: "erratum.publish", subjectId: "daily/11-23" } })).toBe(1);
  });

  it("are one when the form comes twice, also at once", async () => {
    const once = correction({ wrong: "按了两次", feedbackIds: [await reported("按了两次的报告。", "m2")] });
    const results = await Promise.all([publishErratum(once), publishErratum(once)]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(results.filter((result) => result.ok && result.isNew)).toHaveLength(1);
    expect((await standing()).filter((wrong) => wrong === "按了两次")).toHaveLength(1);
  });

  it("are not published when somebody answered one of the reports first, and nothing of them stays", async () => {
    const ids = [await reported("两个人同时看的。", "m1"), await reported("两个人同时看的，又一条。", "m1")];
    await answerFeedback({ feedbackIds: ids.slice(0, 1), answer: "原文就是这样", ...act });
    expect(await publishErratum(correction({ feedbackIds: ids, wrong: "晚了一步" }))).toEqual({
      ...{ ok: false, reason: "answered" },
    });
    expect(await standing()).not.toContain("晚了一步");
    expect(await db().feedback.findUnique({ where: { id: ids[1] ?? "" } })).toMatchObject({
      state: "open",
      verdict: null,
    });
    expect((await db().feedback.findUnique({ where: { id: ids[0] ?? "" } }))?.verdict).toBe("not-wrong");
  });

  it.each([
    ["what does not exist", { targetId: "daily/02-31" }, "unknown"],
    ["a lesson that is an entry", { targetKind: "lesson" }, "unknown"],
    ["a day to come", { correctedOn: "2026-11-24" }, "future"],
    ["words that did not change", { wrong: "一样", correct: "一样" }, "same"],
  ])("refuse %s", async (_what, over, reason) => {
    expect(await publishErratum(correction(over))).toEqual({ ok: false, reason });
  });

  it("refuse reports about something else", async () => {
    const other = await reported("题目的答案不对。", null, QUESTION);
    expect(await publishErratum(correction({ feedbackIds: [other] }))).toEqual({ ok: false, reason: "unknown" });
  });

  it("of a question stand on the page of its passage without its answer, and in the record with it", async () => {
    await publishErratum(correction({ ...QUESTION, wrong: "答案写成甲", correct: "答案是乙" }));
    const { contentId = "", version } = (await findCorrectable("question", "poverty-village")) ?? {};
    expect(contentId).not.toBe("");
    const rows = await listErrataOf(contentId);
    expect(rows[0]).toMatchObject({ ...QUESTION, version });
    expect(correctionLines(rows)[0]?.text).toBe("2026年11月22日更正了一道题。");
    const [month] = await record();
    expect(month?.items[0]).toMatchObject({
      href: `/${contentId}`,
      words: { wrong: "答案写成甲", correct: "答案是乙" },
    });
    expect(month?.items[0]?.what).toMatch(/^题目：/);
  });

  it("of a local question wait until its contest is settled, and never tell its wording", async () => {
    const id = "local-sealed";
    const { versionId, ...question } = await db().question.findUniqueOrThrow({ where: { id: "poverty-village" } });
    const version = await db().questionVersion.findUniqueOrThrow({ where: { id: versionId ?? "" } });
    await db().question.create({ data: { ...question, id, origin: "local" } });
    const own = await db().questionVersion.create({
      data: { ...version, id: "sealed-1", questionId: id, stem: "示例机密题干", anchor: "" },
    });
    await db().question.update({ where: { id }, data: { versionId: own.id } });
    const contestId = await saveDraft(planAt(NOW), { actorId: "c1", now: NOW });
    await db().contest.update({ where: { id: contestId }, data: { state: "released" } });
    const { topic, period, type, difficulty } = question;
    const facts = { topic, period, type, difficulty, origin: "local", versionId: own.id };
    await db().contestQuestion.create({ data: { contestId, questionId: id, ...facts } });
    const asked = () =>
      publishErratum(correction({ targetKind: "question", targetId: id, wrong: "机密旧", key: newId(NOW) }));
    expect(await asked()).toEqual({ ok: false, reason: "sealed" });
    await db().contest.update({ where: { id: contestId }, data: { settledAt: NOW } });
    expect(await asked()).toMatchObject({ ok: true });
    expect((await record())[0]?.items[0]).toMatchObject({ what: "本单位的一道题", href: null });
    expect(JSON.stringify(await record())).not.toContain("示例机密题干");
  });

  it("are revoked once with a reason: the words are gone, the record keeps that there was one", async () => {
    const made = await publishErratum(correction({ wrong: "登错了的更正" }));
    const revoke = { erratumId: made.ok ? made.erratumId : "", reason: "登错了一条", actorId: "c2", now: later(5) };
    expect(await standing()).toContain("登错了的更正");
    expect([await revokeErratum(revoke), await revokeErratum(revoke)]).toEqual([true, false]);
    expect(await standing()).not.toContain("登错了的更正");
    const items = (await record()).flatMap((month) => month.items);
    expect(JSON.stringify(items)).not.toContain("登错了的更正");
    expect(items.find(({ isRevoked }) => isRevoked)).toMatchObject({
      ...{ words: null, instead: "这一条更正2026年11月23日撤销了：登错了一条" },
    });
    expect(await db().auditEntry.count({ where: { action: "erratum.revoke" } })).toBe(1);
  });

  it("are listed newest first by the month in which they were published", async () => {
    await publishErratum(correction({ wrong: "下个月登的", now: new Date("2026-12-02T04:00:00Z") }));
    const months = await record();
    expect(months.map(({ title }) => title)).toEqual(["2026年12月", "2026年11月"]);
    expect(months[0]?.items[0]?.note).toMatch(/^2026年12月2日登出，版本[0-9a-f]{8}$/);
  });

  it("make every process render its pages anew, once for each that is published and each that is revoked", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(null, { status: 204 })));
    dropSingleton("takedowns.seen");
    const looks = async () => [await refreshTakenDown(), await refreshTakenDown()];
    expect(await looks()).toEqual([true, false]);
    const made = await publishErratum(correction({ wrong: "别的进程登的" }));
    expect(await looks()).toEqual([true, false]);
    await revokeErratum({ erratumId: made.ok ? made.erratumId : "", reason: "再看看", ...act });
    expect(await looks()).toEqual([true, false]);
  });

  it("of something taken down tell nothing of it", async () => {
    const title = (await db().contentItem.findUniqueOrThrow({ where: { id: "daily/11-23" } })).title;
    expect(JSON.stringify(await record())).toContain(title);
    await takeDown({ ...ENTRY, reason: "核对中", ...act });
    const text = JSON.stringify(await record());
    for (const gone of [title, "1921年", "/daily/11-23"]) expect(text).not.toContain(gone);
  });

  it.each([
    [{ wrong: "短" }, false],
    [{ correct: "长".repeat(301) }, false],
    [{ correctedOn: "2026-02-30" }, false],
    [{ feedbackIds: "不是编号" }, false],
    [{ feedbackIds: "" }, true],
  ])("take %j only in the right form", (over, isTaken) => {
    const { key, targetKind, targetId, wrong, correct, correctedOn } = correction();
    const input = { key, targetKind, targetId, wrong, correct, correctedOn, ...over };
    expect(publishErratumSchema.safeParse(input).success).toBe(isTaken);
  });
});
