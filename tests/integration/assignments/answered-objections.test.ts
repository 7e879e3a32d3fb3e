import { beforeAll, expect, it } from "vitest";
import type { BranchScope, OwnScope } from "@/features/access/types";
import { answerResultObjection } from "@/features/assignments/mutations/answer-result-objection";
import { objectToResult, withdrawObjection } from "@/features/assignments/mutations/object-to-result";
import { recordResults } from "@/features/assignments/mutations/record-results";
import { undoResult } from "@/features/assignments/mutations/undo-result";
import { countOpenObjections, findBranchAssignment } from "@/features/assignments/queries/branch-assignments";
import { listOwnAssignments } from "@/features/assignments/queries/own-assignments";
import { assignmentDetail } from "@/features/assignments/view";
import { db } from "@/lib/db";
import { addStudy, assign, lesson, study } from "@/tests/factories/assignments";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const TODAY = "2026-11-22";
const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
const [RECORDED, OBJECTED, LATER] = [at(2), at(3), at(4)];
const SCOPE = { branchId: "b1" } as BranchScope;

let counter = 0;

/** Somebody whose record of studying offline is objected to. */
async function objected() {
  counter += 1;
  const memberId = await addMember({ id: `member${counter}`, branchId: "b1" });
  const lessonId = await addStudy(`lessons/answers/${String(counter).padStart(2, "0")}-x`);
  const assignmentId = await assign({
    branchId: "b1",
    targets: lesson(lessonId),
    memberIds: [memberId],
    now: RECORDED,
  });
  const own = { assignmentId, memberId };
  await record(own);
  await objectToResult({ ...own, words: "那天我上夜班", now: OBJECTED });
  return { ...own, lessonId };
}

type Own = { assignmentId: string; memberId: string };

const record = ({ assignmentId, memberId }: Own, now = RECORDED) =>
  recordResults({
    ...{ kind: "offline", manner: "talk", on: TODAY, note: "", memberIds: [memberId] },
    ...{ assignmentId, branchId: "b1", actorId: "officer", now },
  });

const answer = (
  { assignmentId, memberId }: Own,
  over: { branchId?: string; objectedAt?: Date; actorId?: string } = {},
) =>
  answerResultObjection({
    ...{ assignmentId, memberId, branchId: "b1", objectedAt: OBJECTED, answer: "那天的签到表上有你的名字" },
    ...{ actorId: "officer", now: LATER, ...over },
  });

async function detailOf({ assignmentId }: Own) {
  const row = await findBranchAssignment(SCOPE, assignmentId, TODAY);
  if (row === null) throw new Error(assignmentId);
  return assignmentDetail(row, TODAY);
}
const doneOf = async (own: Own) => (await detailOf(own)).count.done;
const open = async () => (await countOpenObjections(SCOPE, TODAY)).count;
const ownLine = async ({ assignmentId, memberId }: Own) =>
  (await listOwnAssignments({ memberId } as OwnScope, { from: TODAY, today: TODAY })).find(
    ({ id }) => id === assignmentId,
  );
const rowOf = ({ assignmentId, memberId }: Own) =>
  db().assignmentResult.findFirstOrThrow({ where: { assignmentId, memberId } });

describeOnBothEngines("an objection to a record that was found right", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["b1", "b2"]) await addBranch(id, "s1");
    await addMember({ id: "officer", name: "示例书记", branchId: "b1" });
  });

  it("ends with the reason: the record counts again, the desk lists it no more, and both pages show what was said", async () => {
    const before = await open();
    const own = await objected();
    expect([await doneOf(own), (await open()) - before]).toEqual([0, 1]);
    expect(await answer(own)).toBe(true);
    expect([await doneOf(own), (await open()) - before]).toEqual([1, 0]);
    const said = { objection: "那天我上夜班", answer: "那天的签到表上有你的名字" };
    expect(await ownLine(own)).toMatchObject({ ...said, outcome: { kind: "offline" } });
    const shown = (await detailOf(own)).groups.find(({ kind }) => kind === "offline")?.people[0];
    expect(shown).toMatchObject({ ...said, objectionVersion: null });
    expect(await rowOf(own)).toMatchObject({ resolvedById: "officer", resolvedAt: LATER });
  });

  it("is told to the person once, with the reason, and is in the log", async () => {
    const own = await objected();
    await answer(own);
    const { memberId } = own;
    const told = await db().notice.findMany({ where: { memberId, createdAt: LATER } });
    expect(told).toMatchObject([{ href: "/me/assignments" }]);
    expect(told[0]?.text).toContain("记录没有改，重新计入。答复：那天的签到表上有你的名字");
    const log = await db().auditEntry.findMany({ where: { subjectId: memberId, action: "assignment.answer" } });
    expect(log).toMatchObject([{ actorId: "officer", detail: expect.stringContaining("签到表") as string }]);
  });

  it("is not taken up again for the same record, also not by taking it back; it is for another one", async () => {
    const own = await objected();
    await answer(own);
    expect(await withdrawObjection({ ...own, now: LATER })).toBe(false);
    expect(await objectToResult({ ...own, words: "还是不对", now: LATER })).toBe(false);
    expect(await rowOf(own)).toMatchObject({ objection: "那天我上夜班", resolvedAt: LATER });
    await undoResult({ ...own, branchId: "b1", recordedAt: RECORDED, actorId: "officer", now: LATER });
    await record(own, LATER);
    expect(await objectToResult({ ...own, words: "这一次也不对", now: LATER })).toBe(true);
  });

  it("is answered by another one than who objects", async () => {
    const own = await objected();
    await expect(async () => answer(own, { actorId: own.memberId })).rejects.toThrow(
      "这是你自己的异议，要由另一位同志答复。",
    );
    expect(await rowOf(own)).toMatchObject({ answer: "", resolvedAt: null });
  });

  it("is answered once, in the own branch, and as it was read", async () => {
    const own = await objected();
    expect(await answer(own, { branchId: "b2" })).toBe(false);
    expect(await answer(own, { objectedAt: RECORDED })).toBe(false);
    await withdrawObjection({ ...own, now: LATER });
    expect(await answer(own)).toBe(false);
    await objectToResult({ ...own, words: "换一句话", now: LATER });
    expect(await answer(own)).toBe(false);
    const replies = await Promise.all([1, 2, 3].map(() => answer(own, { objectedAt: LATER })));
    expect(replies.filter(Boolean)).toHaveLength(1);
  });

  it("leaves nothing behind when the person answers the lesson", async () => {
    const own = await objected();
    await answer(own);
    await study(own.memberId, own.lessonId, LATER);
    expect(await rowOf(own)).toMatchObject({ kind: "answered", objection: "", answer: "", resolvedById: null });
  });
});
