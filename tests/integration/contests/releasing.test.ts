import { beforeAll, expect, test } from "vitest";
import { contentForm, sealForm } from "@/domain/contests/seal";
import { releaseContest } from "@/features/contests/mutations/release-contest";
import { drawSample } from "@/features/contests/mutations/draw-sample";
import { saveContest } from "@/features/contests/mutations/save-contest";
import { returnContest, submitContest, withdrawContest } from "@/features/contests/mutations/step-contest";
import { findContest, listPool } from "@/features/contests/queries/find-contest";
import { planFault } from "@/features/contests/queries/plan-fault";
import { listOfferedQuizzes } from "@/features/quizzes/queries";
import { getVersions, listDrawable } from "@/features/questions/queries";
import { sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";
import { addBank, addContest, ANY, planAt, saveDraft } from "@/tests/factories/contests";
import { addMember } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-22T03:00:00Z");
const by = (actorId: string) => ({ actorId, now: NOW });
const seed = "5eed";
const stateOf = async (id: string) => (await findContest(id))?.state;
const quizState = async (id: string) => (await db().quiz.findUniqueOrThrow({ where: { id } })).state;

describeOnBothEngines("a contest before it is held", () => {
  beforeAll(async () => {
    for (const id of ["anna", "berta", "clara", "writer", "reviewer"]) await addMember({ id });
    await addBank("files", { count: 8, locals: 3 });
  });

  test("is seen by members only after somebody else released it", async () => {
    const contestId = await saveDraft(planAt(NOW), by("anna"));
    expect(await releaseContest({ contestId, version: 0, seed, ...by("berta") })).toMatchObject({ reason: "state" });
    await submitContest({ contestId, version: 0, ...by("anna") });
    expect(await releaseContest({ contestId, version: 1, seed, ...by("anna") })).toMatchObject({ reason: "state" });
    expect(await quizState(contestId)).toBe("draft");
    expect(await releaseContest({ contestId, version: 1, seed, ...by("berta") })).toMatchObject({ ok: true });
    expect([await stateOf(contestId), await quizState(contestId)]).toEqual(["released", "released"]);
    expect((await db().notice.findFirstOrThrow({ where: { memberId: "anna" } })).text).toContain("已经复核发布");
  });

  test("those of the zone's committee who did not write it are told that it waits, each once", async () => {
    const over = { role: "committee", scopeKind: "zone", scopeId: "", since: "2020-01-01" };
    for (const memberId of ["anna", "berta", "clara"]) await db().roleGrant.create({ data: { ...over, memberId } });
    const station = { scopeKind: "station", scopeId: "s" };
    await db().roleGrant.create({ data: { ...over, ...station, memberId: "reviewer" } });
    const contestId = await saveDraft(planAt(NOW), by("anna"));
    const where = { href: `/committee/contests/${contestId}`, text: { contains: "等你复核" } };
    const told = () => db().notice.findMany({ where, orderBy: { memberId: "asc" } });
    await submitContest({ contestId, version: 0, ...by("anna") });
    await submitContest({ contestId, version: 0, ...by("anna") });
    expect((await told()).map(({ memberId }) => memberId)).toEqual(["berta", "clara"]);
    await returnContest({ contestId, version: 1, note: "示例", ...by("berta") });
    await submitContest({ contestId, version: 2, ...by("anna") });
    expect(await told()).toHaveLength(4);
    await db().roleGrant.deleteMany();
    await withdrawContest({ contestId, version: 3, ...by("anna") });
  });

  test("its questions are fixed and its seal can be made again from what stands", async () => {
    const contestId = await addContest(NOW);
    const contest = await findContest(contestId);
    const pool = await listPool(contestId);
    const versions = await getVersions(pool.map(({ versionId }) => versionId));
    const questions = pool.map((question) => {
      const version = versions.get(question.versionId);
      if (!version) throw new Error("no version");
      return { ...question, digest: sha256Hex(contentForm(version)) };
    });
    expect(questions.length).toBeGreaterThanOrEqual(8);
    expect(contest?.seal).toBe(
      sha256Hex(sealForm({ contestId, seed, blueprint: contest?.blueprint ?? { parts: [] }, questions })),
    );
    await db().question.updateMany({ where: { id: "files-1" }, data: { topic: "changed-later" } });
    expect((await listPool(contestId)).map(({ topic }) => topic)).not.toContain("changed-later");
    await db().question.updateMany({ where: { id: "files-1" }, data: { topic: "meetings" } });
    await withdrawContest({ contestId, version: 2, ...by("anna") });
  });

  test("local questions it may ask are on no other paper until it is settled or taken back", async () => {
    const { localIds } = await addBank("kept", { count: 0, locals: 2 });
    const drawable = async () => (await listDrawable()).map(({ questionId }) => questionId);
    expect(await drawable()).toEqual(expect.arrayContaining(localIds));
    const contestId = await addContest(NOW, { parts: [{ ...ANY, count: 2, points: 5, origin: "local" }] });
    for (const id of localIds) expect(await drawable()).not.toContain(id);
    expect(await drawable()).toContain("files-1");
    await withdrawContest({ contestId, version: 2, ...by("anna") });
    expect(await drawable()).toEqual(expect.arrayContaining(localIds));
    expect(await quizState(contestId)).toBe("withdrawn");
  });

  test("opens a practice round until it begins, and stands in no list of quizzes itself", async () => {
    const contestId = await addContest(NOW);
    const offered = await listOfferedQuizzes();
    expect(offered.map(({ id }) => id)).not.toContain(contestId);
    const { id } = await db().quiz.findUniqueOrThrow({ where: { key: `contest-practice/${contestId}` } });
    const practice = offered.find((quiz) => quiz.id === id);
    const contest = await findContest(contestId);
    expect(practice).toMatchObject({ kind: "practice", closesAt: contest?.opensAt, limitSeconds: 1_200 });
    const without = await addContest(NOW, { hasPractice: false });
    expect(await db().quiz.findUnique({ where: { key: `contest-practice/${without}` } })).toBeNull();
    for (const each of [contestId, without]) await withdrawContest({ contestId: each, version: 2, ...by("anna") });
  });

  test("is not sent to review while it cannot be held, and says why", async () => {
    const plans = [
      [planAt(NOW, { parts: [{ ...ANY, count: 90, points: 1 }] }), "凑不齐"],
      [planAt(NOW, { parts: [{ ...ANY, count: 50, points: 1, origin: "local" as const }] }), "凑不齐"],
      [planAt(NOW, { closes: "2026-11-22T12:10" }), "不够答一次"],
      [planAt(new Date("2026-11-21T00:00:00Z")), "已经过了"],
    ] as const;
    for (const [plan, word] of plans) {
      const contestId = await saveDraft(plan, by("anna"));
      const contest = await findContest(contestId);
      expect(contest && (await planFault(contest, NOW))).toContain(word);
      expect(await submitContest({ contestId, version: 0, ...by("anna") })).toMatchObject({ reason: "faults" });
      expect(await stateOf(contestId)).toBe("draft");
    }
  });

  test("is returned with a reason, mended, and released for the version that was looked at, once", async () => {
    const contestId = await saveDraft(planAt(NOW), by("anna"));
    await submitContest({ contestId, version: 0, ...by("anna") });
    await returnContest({ contestId, version: 1, note: "窗口太短", ...by("berta") });
    expect(await findContest(contestId)).toMatchObject({ state: "returned", reviewNote: "窗口太短" });
    const saving = (actorId: string) =>
      saveContest({ contestId, version: 2, plan: planAt(NOW, { title: `由${actorId}改` }), ...by(actorId) });
    const both = await Promise.all([saving("anna"), saving("clara")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    await submitContest({ contestId, version: 3, ...by("anna") });
    expect(await releaseContest({ contestId, version: 1, seed, ...by("berta") })).toMatchObject({ reason: "changed" });
    const release = (actorId: string) => releaseContest({ contestId, version: 4, seed: actorId, ...by(actorId) });
    const twice = await Promise.all([release("berta"), release("reviewer")]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await saveContest({ contestId, version: 5, plan: planAt(NOW), ...by("anna") })).toMatchObject({
      reason: "state",
    });
  });

  test("once it has begun nobody takes it back", async () => {
    const contestId = await addContest(NOW);
    const later = new Date("2026-11-22T04:00:00Z");
    expect(await withdrawContest({ contestId, version: 2, actorId: "anna", now: later })).toMatchObject({ ok: false });
    expect(await quizState(contestId)).toBe("released");
  });

  test("a sample paper is the same for its number, holds to the blueprint, and whoever saw it is in the log", async () => {
    const parts = [{ ...ANY, count: 3, points: 5, origin: "file" as const }];
    const contestId = await saveDraft(planAt(NOW, { parts }), by("anna"));
    const contest = await findContest(contestId);
    if (!contest) throw new Error("no contest");
    const sample = async (number: number) =>
      (await drawSample({ contest, number, ...by("clara") }))?.map(({ questionId }) => questionId);
    const first = await sample(1);
    expect(first).toHaveLength(3);
    expect(await sample(1)).toEqual(first);
    const others = await Promise.all([2, 3, 4, 5].map(sample));
    expect(others.some((other) => JSON.stringify(other) !== JSON.stringify(first))).toBe(true);
    const seen = await db().auditEntry.count({ where: { action: "contest.preview", subjectId: contestId } });
    expect(seen).toBe(6);
  });
});
