import { beforeAll, expect, test } from "vitest";
import { listNotices } from "@/features/notices/queries";
import type { OwnScope } from "@/features/access/types";
import { loadQuestions } from "@/features/library/mutations/load-questions";
import { releaseProposal, returnProposal } from "@/features/proposals/mutations/review-proposal";
import { retireQuestion } from "@/features/proposals/mutations/retire-question";
import { saveProposal } from "@/features/proposals/mutations/save-proposal";
import { settleUpstream } from "@/features/proposals/mutations/settle-upstream";
import { submitProposal, withdrawProposal } from "@/features/proposals/mutations/submit-proposal";
import { findProposal, listOpenProposals } from "@/features/proposals/queries/find-proposal";
import { getVersions, listDrawable } from "@/features/questions/queries";
import { draftOf } from "@/domain/quizzes/draft";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { completeDraft } from "@/tests/factories/drafts";
import { makeVersion, PLAIN_BODIES } from "@/tests/factories/question-versions";
import { addMember } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-22T03:00:00Z");
const by = (actorId: string) => ({ actorId, now: NOW });

async function write(
  actorId: string,
  over: Parameters<typeof completeDraft>[0] = {},
  questionId = "",
): Promise<string> {
  const content = completeDraft(over);
  const saved = await saveProposal({ proposalId: "", version: 0, questionId, content, ...by(actorId) });
  if (!saved.ok) throw new Error(saved.detail);
  return saved.proposalId;
}

async function release(proposalId: string, actorId: string) {
  const version = (await findProposal(proposalId))?.version ?? -1;
  return releaseProposal({ proposalId, version, ...by(actorId) });
}

async function writeAndSubmit(actorId: string, over: Parameters<typeof completeDraft>[0] = {}, questionId = "") {
  const proposalId = await write(actorId, over, questionId);
  expect(await submitProposal({ proposalId, version: 0, ...by(actorId) })).toMatchObject({ ok: true });
  return proposalId;
}

const drawable = async () => {
  forgetRemembered();
  return (await listDrawable()).map(({ questionId }) => questionId);
};

describeOnBothEngines("questions of one's own", () => {
  beforeAll(async () => {
    for (const id of ["anna", "berta", "clara"]) await addMember({ id });
  });

  test("are asked only after somebody else released them", async () => {
    const proposalId = await writeAndSubmit("anna");
    expect(await drawable()).toEqual([]);
    expect(await release(proposalId, "anna")).toMatchObject({ ok: false, reason: "state" });
    expect(await drawable()).toEqual([]);
    const released = await release(proposalId, "berta");
    if (!released.ok) throw new Error(released.detail);
    expect(released.questionId).toMatch(/^local-/);
    expect(await drawable()).toContain(released.questionId);
    const question = await db().question.findUniqueOrThrow({ where: { id: released.questionId } });
    expect(question).toMatchObject({ origin: "local", state: "active", topic: "meetings" });
    const version = (await getVersions([question.versionId ?? ""])).get(question.versionId ?? "");
    expect(version).toMatchObject({ body: { type: "single" }, anchor: "", sources: [{ publisher: "共产党员网" }] });
    const [notice] = await listNotices({ memberId: "anna" } as OwnScope);
    expect(notice?.text).toContain("已经复核发布");
    expect((await listOpenProposals(10)).map(({ id }) => id)).not.toContain(proposalId);
  });

  test("whoever mended a word is a writer too", async () => {
    const proposalId = await write("anna");
    const content = completeDraft({ explanation: "会议在贵州的这座城市召开，史称遵义会议。" });
    await saveProposal({ proposalId, version: 0, questionId: "", content, ...by("berta") });
    await submitProposal({ proposalId, version: 1, ...by("anna") });
    expect(await release(proposalId, "berta")).toMatchObject({ ok: false, reason: "state" });
    expect(await release(proposalId, "clara")).toMatchObject({ ok: true });
  });

  test("a draft is kept however incomplete, and submitted only when complete", async () => {
    const proposalId = await write("anna", { stem: "", options: [] });
    expect((await findProposal(proposalId))?.content).toMatchObject({ stem: "", options: [] });
    const refused = await submitProposal({ proposalId, version: 0, ...by("anna") });
    expect(refused).toMatchObject({ ok: false, reason: "faults" });
    expect((await findProposal(proposalId))?.state).toBe("draft");
  });

  test("the second of two who write at once is told and overwrites nothing", async () => {
    const proposalId = await write("anna");
    const saving = (actorId: string, stem: string) =>
      saveProposal({ proposalId, version: 0, questionId: "", content: completeDraft({ stem }), ...by(actorId) });
    const both = await Promise.all([
      saving("anna", "第一种写法，在哪座城市？"),
      saving("berta", "第二种写法，在哪座城市？"),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "changed" });
    expect((await findProposal(proposalId))?.version).toBe(1);
  });

  test("is returned with a reason, mended, and released for the version that was looked at", async () => {
    const proposalId = await writeAndSubmit("anna");
    await returnProposal({ proposalId, version: 1, note: "依据写全", ...by("berta") });
    expect(await findProposal(proposalId)).toMatchObject({ state: "returned", reviewNote: "依据写全" });
    await saveProposal({ proposalId, version: 2, questionId: "", content: completeDraft(), ...by("anna") });
    await submitProposal({ proposalId, version: 3, ...by("anna") });
    expect(await releaseProposal({ proposalId, version: 1, ...by("berta") })).toMatchObject({
      ok: false,
      reason: "changed",
    });
    const twice = await Promise.all([release(proposalId, "berta"), release(proposalId, "clara")]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("taken back it is asked no more for review", async () => {
    const proposalId = await writeAndSubmit("anna");
    expect(await withdrawProposal({ proposalId, version: 1, ...by("anna") })).toMatchObject({ ok: true });
    expect(await release(proposalId, "berta")).toMatchObject({ ok: false, reason: "state" });
  });
});

describeOnBothEngines("corrections of library questions", () => {
  const FILE = makeVersion(PLAIN_BODIES.single, { questionId: "file-single", versionId: "" });
  const newer = { ...FILE, explanation: "学习库后来改写的解析，说得更清楚。" };
  const question = () => db().question.findUniqueOrThrow({ where: { id: "file-single" } });
  const load = (version: typeof FILE) => loadQuestions([version], NOW);

  beforeAll(async () => {
    for (const id of ["anna", "berta"]) await addMember({ id });
    await load(FILE);
  });

  async function correct(explanation: string): Promise<void> {
    const { versionId } = await question();
    const version = (await getVersions([versionId ?? ""])).get(versionId ?? "");
    if (!version) throw new Error("no version");
    const { topic, passage, sources } = completeDraft();
    const over = { ...draftOf(version), explanation, topic, passage: `${passage}1935年1月15日。`, sources, anchor: "" };
    expect(await release(await writeAndSubmit("anna", over, "file-single"), "berta")).toMatchObject({ ok: true });
  }

  test("stay local; a newer file version waits and may be declined or taken", async () => {
    const before = await question();
    await correct("本单位更正的解析，补上了日期。");
    const corrected = await question();
    expect(corrected).toMatchObject({ origin: "local", upstreamId: null });
    expect(corrected.versionId).not.toBe(before.versionId);

    expect(await load(newer)).toMatchObject({ waiting: 1 });
    const waiting = await question();
    expect(waiting.versionId).toBe(corrected.versionId);
    const upstreamId = waiting.upstreamId ?? "";
    expect(await settleUpstream({ questionId: "file-single", upstreamId, choice: "ours", ...by("anna") })).toBe(true);
    expect(await load(newer)).toMatchObject({ waiting: 0 });
    expect(await question()).toMatchObject({ versionId: corrected.versionId, upstreamId: null });

    const third = { ...newer, explanation: "学习库第三次改写的解析，又改了一处。" };
    await load(third);
    const next = (await question()).upstreamId ?? "";
    expect(await settleUpstream({ questionId: "file-single", upstreamId, choice: "file", ...by("anna") })).toBe(false);
    expect(await settleUpstream({ questionId: "file-single", upstreamId: next, choice: "file", ...by("anna") })).toBe(
      true,
    );
    expect(await question()).toMatchObject({ origin: "file", versionId: next, upstreamId: null });
  });

  test("a correction of what changed meanwhile is not released", async () => {
    const proposalId = await writeAndSubmit("anna", {}, "file-single");
    await db().question.update({ where: { id: "file-single" }, data: { versionId: await otherVersion() } });
    expect(await release(proposalId, "berta")).toMatchObject({ ok: false, reason: "changed" });
    expect((await findProposal(proposalId))?.state).toBe("submitted");
  });

  async function otherVersion(): Promise<string> {
    const { versionId } = await question();
    const other = await db().questionVersion.findFirstOrThrow({
      where: { questionId: "file-single", id: { not: versionId ?? "" } },
    });
    return other.id;
  }

  test("retired by a person it stays retired when the files are loaded again; retired by the files it comes back", async () => {
    const over = makeVersion(PLAIN_BODIES.fill, { questionId: "file-fill", versionId: "" });
    await loadQuestions([FILE, over], NOW);
    await loadQuestions([FILE], NOW);
    expect(await db().question.findUniqueOrThrow({ where: { id: "file-fill" } })).toMatchObject({ state: "retired" });
    await loadQuestions([FILE, over], NOW);
    expect(await db().question.findUniqueOrThrow({ where: { id: "file-fill" } })).toMatchObject({ state: "active" });
    const retiring = { questionId: "file-fill", reason: "和当地情况不符", ...by("anna") };
    expect(await retireQuestion(retiring)).toEqual({ ok: true, isNew: true });
    expect(await retireQuestion(retiring)).toEqual({ ok: true, isNew: false });
    await loadQuestions([FILE, over], NOW);
    expect(await db().question.findUniqueOrThrow({ where: { id: "file-fill" } })).toMatchObject({ state: "retired" });
  });
});
