import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET as download } from "@/app/(member)/contests/[id]/archive/route";
import { verifyContest } from "@/domain/contests/verification";
import { settleContests } from "@/features/contests/mutations/settle-contests";
import { listMarks } from "@/features/contests/queries/list-marks";
import { findArchive } from "@/features/contests/queries/find-archive";
import { correctEverythingVoided } from "@/features/voidings/mutations/correct-voided";
import { voidQuestion } from "@/features/voidings/mutations/void-question";
import { listDrawable } from "@/features/questions/queries";
import { sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { addBank, addContest, ANY } from "@/tests/factories/contests";
import { cookieOf } from "@/tests/factories/sign-in";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { browserOf } from "@/tests/support/attempt-calls";
import { contestsOf } from "@/tests/support/contest-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

const NOW = vi.hoisted(() => ({ value: new Date("2026-11-22T03:00:00Z") }));
vi.mock("@/lib/clock", () => ({ now: () => NOW.value }));

const RELEASED = new Date("2026-11-22T03:00:00Z");
const OPEN = new Date("2026-11-22T04:00:00Z");
const OVER = new Date("2026-11-22T06:00:31Z");
const at = (instant: Date): void => {
  NOW.value = instant;
  forgetRemembered();
};

async function takePart(id: string, contestId: string, right: number): Promise<void> {
  const cookie = await cookieOf(id);
  const browser = browserOf(cookie);
  await contestsOf(cookie).join(contestId);
  const { body: paper } = await browser.start(contestId);
  const answers = Object.fromEntries(Object.entries(rightAnswers(paper)).slice(0, right));
  await browser.submit(paper.attemptId, { revision: 1, answers });
}

const exportOf = async (contestId: string) => {
  const found = await findArchive(contestId);
  if (!found) throw new Error("no export");
  return found;
};

describeOnBothEngines("the export of a contest", () => {
  let contestId: string;
  beforeAll(async () => {
    await addStation("s1");
    await addBranch("b1", "s1");
    for (const id of ["writer", "reviewer"]) await addMember({ id });
    for (const id of ["anna", "berta", "clara"]) await addMember({ id, name: `王示例${id}`, branchId: "b1" });
    await addBank("bank", { count: 12, locals: 6 });
    at(RELEASED);
    contestId = await addContest(RELEASED, {
      parts: [
        { ...ANY, count: 4, points: 5 },
        { ...ANY, count: 2, points: 10, origin: "local" },
      ],
    });
    at(OPEN);
    await takePart("anna", contestId, 6);
    await takePart("anna", contestId, 2);
    await takePart("berta", contestId, 3);
    await takePart("clara", contestId, 0);
  });
  beforeEach(() => at(OVER));

  test("is not there and tells no seed before the results are", async () => {
    at(OPEN);
    const page = await contestsOf(await cookieOf("anna")).read(contestId);
    expect(page.body).toMatchObject({ seed: null, archive: null, results: null });
    expect(page.text).not.toContain("5eed");
    expect(await findArchive(contestId)).toBeNull();
  });

  test("recomputes from its own text: seal, papers, scores and places", async () => {
    await settleContests(OVER);
    const { archive, digest, edition } = await exportOf(contestId);
    expect(verifyContest(archive, sha256Hex)).toEqual([]);
    expect([sha256Hex(archive), edition]).toEqual([digest, 1]);
    const { body } = await contestsOf(await cookieOf("anna")).read(contestId);
    expect(body).toMatchObject({ seed: "5eed", archive: { edition: 1, digest } });
    expect(archive.split("\n")[0]).toContain(`\t${body.seal}\t3\t4`);
    expect(
      verifyContest(archive.replace("\tseed", "\tseal").replace("seed\t5eed", "seed\t5eee"), sha256Hex),
    ).not.toEqual([]);
  });

  test("holds no name, no branch, no id of a person and no time; of questions that were on no paper only digests", async () => {
    const { archive } = await exportOf(contestId);
    const members = await db().member.findMany();
    const branches = await db().branch.findMany();
    for (const { id, name } of members) for (const word of [`${id}\t`, name]) expect(archive).not.toContain(word);
    for (const { id, name } of branches) for (const word of [`${id}\t`, name]) expect(archive).not.toContain(word);
    expect(archive).not.toMatch(/\d{2}:\d{2}/);
    const [questions, contents] = ["question", "content"].map(
      (kind) => archive.split("\n").filter((line) => line.startsWith(`${kind}\t`)).length,
    );
    const asked = await db().response.groupBy({ by: ["versionId"], where: { attempt: { quizId: contestId } } });
    expect([questions, contents]).toEqual([18, asked.length]);
  });

  test("statistics are over everybody's first attempt", async () => {
    const marks = await listMarks(contestId);
    const firsts = await db().attempt.findMany({
      where: { quizId: contestId, number: 1 },
      orderBy: { memberId: "asc" },
    });
    const totals = marks.map((paper) => paper.reduce((sum, { mark }) => sum + mark, 0));
    expect(totals).toEqual(firsts.map(({ score }) => score));
    expect(firsts.map(({ memberId }) => memberId)).toEqual(["anna", "berta", "clara"]);
  });

  test("once settled its local questions are free again", async () => {
    const origins = (await listDrawable()).filter(({ origin }) => origin === "local");
    expect(origins).toHaveLength(6);
  });

  test("is given to members and to nobody else", async () => {
    const call = () => download(new Request("http://localhost/"), { params: Promise.resolve({ id: contestId }) });
    // Outside of a request there are no cookies to ask: the gate is what answers first.
    await expect(call()).rejects.toThrow();
  });

  test("a question declared void afterwards makes scores, points and export anew, each once", async () => {
    const { archive: before } = await exportOf(contestId);
    const wrong = await db().response.findFirstOrThrow({
      where: { attempt: { quizId: contestId, memberId: "berta" }, fraction: 0 },
    });
    const later = new Date(OVER.getTime() + 3_600_000);
    at(later);
    await voidQuestion({ questionId: wrong.questionId, reason: "示例理由", actorId: "writer", now: later });
    await correctEverythingVoided(later);
    const latest = new Date(later.getTime() + 60_000);
    at(latest);
    for (let times = 0; times < 3; times += 1) await settleContests(latest);
    const { archive, edition } = await exportOf(contestId);
    expect(edition).toBe(2);
    expect(archive).not.toBe(before);
    expect(archive).toContain(`freed\t${wrong.questionId}\tvoid`);
    expect(verifyContest(archive, sha256Hex)).toEqual([]);
    const entries = await db().pointsEntry.findMany({
      where: { memberId: "berta", reason: { not: "contest-taking-part" } },
    });
    const attempt = await db().attempt.findFirstOrThrow({ where: { quizId: contestId, memberId: "berta" } });
    const worth = Math.floor((Math.floor((100 * (attempt.score ?? 0)) / (attempt.maxScore ?? 1)) * 15) / 100);
    expect(entries.reduce((sum, { value }) => sum + value, 0)).toBe(worth);
    expect(entries.map(({ reason }) => reason).sort()).toEqual(["contest-score", "correction"]);
  });
});
