import { beforeAll, describe, expect, it } from "vitest";
import type { BranchScope } from "@/features/access/types";
import { objectToResult, withdrawObjection } from "@/features/assignments/mutations/object-to-result";
import { recordResults, type NewResults } from "@/features/assignments/mutations/record-results";
import { undoResult } from "@/features/assignments/mutations/undo-result";
import { withdrawAssignment } from "@/features/assignments/mutations/withdraw-assignment";
import { countOpenObjections } from "@/features/assignments/queries/branch-assignments";
import { db } from "@/lib/db";
import { addStudy, assign, lesson, study } from "@/tests/factories/assignments";
import { addBranch, addMember, addStaff, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-22T02:00:00Z");
const LATER = new Date("2026-11-22T03:00:00Z");

const TODAY = "2026-11-22";

let counter = 0;

/** A lesson assigned to branch b1, with people of its own. */
async function scene(): Promise<{ assignmentId: string; lessonId: string; anna: string; bo: string }> {
  counter += 1;
  const [anna, bo] = [`anna${counter}`, `bo${counter}`];
  for (const id of [anna, bo]) await addMember({ id, branchId: "b1" });
  const lessonId = await addStudy(`lessons/records/${String(counter).padStart(2, "0")}-x`);
  const assignmentId = await assign({ branchId: "b1", targets: lesson(lessonId), now: NOW });
  return { assignmentId, lessonId, anna, bo };
}

type Offline = Extract<NewResults, { kind: "offline" }>;

const offline = (over: Partial<Offline> & Pick<Offline, "assignmentId" | "memberIds">) =>
  recordResults({
    ...{ kind: "offline", manner: "morning-quarter", on: "2026-11-20", note: "" },
    ...{ branchId: "b1", actorId: "officer", now: NOW, ...over },
  });

const rowOf = (assignmentId: string, memberId: string) =>
  db().assignmentResult.findUnique({ where: { assignmentId_memberId: { assignmentId, memberId } } });
const noticesOf = async (memberId: string) =>
  (await db().notice.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } })).map(({ text }) => text);

const inOffice = (memberId: string, office: { role: string; scopeId: string; until?: string }) =>
  db().roleGrant.create({ data: { memberId, scopeKind: "branch", since: "2026-01-01", ...office } });
const scope = (branchId: string) => ({ branchId }) as BranchScope;

describeOnBothEngines("what an officer records", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addBranch("b1", "s1");
    await addBranch("b2", "s1");
    await addMember({ id: "officer", name: "示例书记", branchId: "b1" });
    await addMember({ id: "stranger", branchId: "b2" });
    await addBranch("b3", "s1");
    await addStaff("staff");
    for (const id of ["secretary", "studious", "former", "neighbour"]) await addMember({ id, branchId: "b1" });
    await inOffice("secretary", { role: "branch-secretary", scopeId: "b1" });
    await inOffice("studious", { role: "study-officer", scopeId: "b1" });
    await inOffice("former", { role: "study-officer", scopeId: "b1", until: "2026-11-20" });
    await inOffice("neighbour", { role: "study-officer", scopeId: "b2" });
  });

  it("已线下学习 for several at once: who, when, how; each is told; no points", async () => {
    const { assignmentId, anna, bo } = await scene();
    expect(await offline({ assignmentId, memberIds: [anna, bo, anna] })).toEqual({ ok: true, recorded: 2, skipped: 0 });
    expect(await rowOf(assignmentId, anna)).toMatchObject({
      ...{ kind: "offline", on: "2026-11-20", manner: "morning-quarter", recordedById: "officer", recordedAt: NOW },
    });
    expect((await noticesOf(anna))[0]).toContain("11月20日线下学过");
    expect(await db().pointsEntry.count({ where: { memberId: { in: [anna, bo] } } })).toBe(0);
    const audited = await db().auditEntry.findMany({ where: { action: "assignment.record", subjectId: bo } });
    expect(audited).toHaveLength(1);
    expect(JSON.parse(audited[0]?.detail ?? "{}")).toMatchObject({ after: { kind: "offline", on: "2026-11-20" } });
  });

  it("an excuse with its reason, from that day", async () => {
    const { assignmentId, anna } = await scene();
    const excuse = { kind: "excused", assignmentId, branchId: "b1", memberIds: [anna], actorId: "officer" } as const;
    const bare = await recordResults({ ...excuse, manner: "other", note: "", now: NOW });
    expect(bare).toEqual({ ok: false, field: "note", detail: "选了“其他”，请写明原因。" });
    await recordResults({ ...excuse, manner: "night-shift", note: "", now: NOW });
    expect(await rowOf(assignmentId, anna)).toMatchObject({ kind: "excused", on: "2026-11-22", manner: "night-shift" });
    expect((await noticesOf(anna))[0]).toContain("这一次不用学（夜班）");
  });

  it("never takes the place of an own answer or of another record, and says how many were left", async () => {
    const { assignmentId, lessonId, anna, bo } = await scene();
    await study(anna, lessonId, NOW);
    await offline({ assignmentId, memberIds: [bo] });
    const again = await offline({ assignmentId, memberIds: [anna, bo], on: "2026-11-21" });
    expect(again).toEqual({ ok: true, recorded: 0, skipped: 2 });
    expect(await rowOf(assignmentId, anna)).toMatchObject({ kind: "answered" });
    expect(await rowOf(assignmentId, bo)).toMatchObject({ on: "2026-11-20" });
  });

  it("an answer from before the person came to the branch counts as theirs", async () => {
    const { assignmentId, lessonId } = await scene();
    const memberId = await addMember({ id: `came${counter}` });
    await study(memberId, lessonId, NOW);
    await db().membership.create({ data: { memberId, branchId: "b1", since: "2026-11-22" } });
    expect(await offline({ assignmentId, memberIds: [memberId] })).toMatchObject({ recorded: 0, skipped: 1 });
  });

  it("by two officers at once is recorded once", async () => {
    const { assignmentId, anna } = await scene();
    const replies = await Promise.all(Array.from({ length: 4 }, () => offline({ assignmentId, memberIds: [anna] })));
    const recorded = replies.map((reply) => (reply?.ok ? reply.recorded : 0));
    expect(recorded.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await noticesOf(anna)).toHaveLength(1);
  });

  describe("is refused", () => {
    it.each([
      ["for nobody", { memberIds: [] }, "memberIds", "请先选人。"],
      [
        "for somebody of another branch",
        { memberIds: ["stranger"] },
        "memberIds",
        "选的人里有人不在这一项里，请刷新页面重新选择。",
      ],
      ["for oneself", { memberIds: ["officer"] }, "memberIds", "自己的学习记录请别的学习委员或支部书记来记。"],
      ["of tomorrow", { on: "2026-11-23" }, "on", "学习的日期还没有到。"],
      ["of long ago", { on: "2026-10-21" }, "on", "最早可以记派发前31天以内的学习。"],
    ] as const)("%s", async (_sentence, over, field, detail) => {
      const { assignmentId, anna } = await scene();
      expect(await offline({ assignmentId, memberIds: [anna], ...over })).toEqual({ ok: false, field, detail });
      expect(await db().assignmentResult.count({ where: { assignmentId } })).toBe(0);
    });

    it("in another branch's assignment, and in one that was withdrawn", async () => {
      const { assignmentId, anna } = await scene();
      expect(await offline({ assignmentId, memberIds: [anna], branchId: "b2" })).toBeNull();
      await withdrawAssignment({ assignmentId, branchId: "b1", actorId: "officer", now: NOW });
      expect(await offline({ assignmentId, memberIds: [anna] })).toBeNull();
    });
  });

  it("is undone once, by the record that was seen, and the person is told", async () => {
    const { assignmentId, anna } = await scene();
    await offline({ assignmentId, memberIds: [anna] });
    const undo = { assignmentId, branchId: "b1", memberId: anna, recordedAt: NOW, actorId: "officer", now: LATER };
    expect(await undoResult({ ...undo, recordedAt: LATER })).toBe(false);
    expect(await undoResult({ ...undo, branchId: "b2" })).toBe(false);
    expect(await undoResult(undo)).toBe(true);
    expect(await undoResult(undo)).toBe(false);
    expect(await rowOf(assignmentId, anna)).toBeNull();
    expect((await noticesOf(anna)).at(-1)).toContain("撤销了");
    expect(await offline({ assignmentId, memberIds: [anna], now: LATER })).toMatchObject({ recorded: 1 });
  });

  it("is objected to by the person alone; who is in office is told; the person may take it back and object again", async () => {
    const { assignmentId, anna, bo } = await scene();
    await offline({ assignmentId, memberIds: [anna] });
    const own = { assignmentId, memberId: anna, now: LATER };
    expect(await objectToResult({ ...own, memberId: bo, words: "没有学" })).toBe(false);
    expect(await objectToResult({ ...own, words: "那天我上夜班" })).toBe(true);
    expect(await objectToResult({ ...own, words: "再说一次" })).toBe(false);
    expect(await rowOf(assignmentId, anna)).toMatchObject({ objection: "那天我上夜班", objectedAt: LATER });
    for (const told of ["secretary", "studious"]) {
      const where = { memberId: told, href: `/branch/assignments/${assignmentId}` };
      expect((await db().notice.findFirst({ where }))?.text).toContain("那天我上夜班");
    }
    // Whoever recorded it is in office no more; neighbours and whose term has ended never were.
    for (const not of ["officer", "former", "neighbour"]) expect(await noticesOf(not)).toEqual([]);
    expect(await withdrawObjection(own)).toBe(true);
    expect(await withdrawObjection(own)).toBe(false);
    expect(await rowOf(assignmentId, anna)).toMatchObject({ resolvedAt: LATER, resolvedById: anna });
    expect(await objectToResult({ ...own, words: "还是不对" })).toBe(true);
    expect(await rowOf(assignmentId, anna)).toMatchObject({ resolvedAt: null, objection: "还是不对" });
  });

  it("waits on the desk of the branch alone until it is settled", async () => {
    const before = await countOpenObjections(scope("b1"), TODAY);
    const { assignmentId, anna, bo } = await scene();
    await offline({ assignmentId, memberIds: [anna, bo] });
    for (const memberId of [anna, bo]) await objectToResult({ assignmentId, memberId, words: "不对", now: LATER });
    const count = async () => (await countOpenObjections(scope("b1"), TODAY)).count - before.count;
    expect(await count()).toBe(2);
    expect(await countOpenObjections(scope("b2"), TODAY)).toEqual({ count: 0, assignmentId: "" });
    await withdrawObjection({ assignmentId, memberId: anna, now: LATER });
    expect(await count()).toBe(1);
    await undoResult({ assignmentId, branchId: "b1", memberId: bo, recordedAt: NOW, actorId: "secretary", now: LATER });
    expect(await countOpenObjections(scope("b1"), TODAY)).toEqual(before);
  });

  it("objected to where nobody is in office is told to the committee, without a name", async () => {
    await addMember({ id: "lone", name: "示例独", branchId: "b3" });
    const lessonId = await addStudy("lessons/records/lone-x");
    const assignmentId = await assign({ branchId: "b3", targets: lesson(lessonId), now: NOW });
    await offline({ assignmentId, branchId: "b3", memberIds: ["lone"] });
    await objectToResult({ assignmentId, memberId: "lone", words: "不对", now: LATER });
    expect(await noticesOf("staff")).toEqual([expect.stringContaining("这个支部现在没有书记和学习委员")]);
    expect((await noticesOf("staff")).join()).not.toContain("示例独");
  });

  it("objected to by the only one in office is told to the committee, without a name", async () => {
    await addMember({ id: "only", name: "示例唯一", branchId: "b3" });
    const term = { role: "branch-secretary", scopeKind: "branch", scopeId: "b3", since: "2026-01-01" };
    const { id } = await db().roleGrant.create({ data: { memberId: "only", ...term } });
    const lessonId = await addStudy("lessons/records/only-x");
    const assignmentId = await assign({ branchId: "b3", targets: lesson(lessonId), now: NOW });
    await offline({ assignmentId, branchId: "b3", memberIds: ["only"] });
    await objectToResult({ assignmentId, memberId: "only", words: "不对", now: LATER });
    await db().roleGrant.delete({ where: { id } });
    const told = await noticesOf("staff");
    expect(told.filter((text) => text.includes("除了本人没有别的书记和学习委员，请再任命一位"))).toHaveLength(1);
    expect(told.join()).not.toContain("示例唯一");
  });

  it("objected to by somebody in office is told to the others in office", async () => {
    const { assignmentId } = await scene();
    await offline({ assignmentId, memberIds: ["studious"] });
    const before = (await noticesOf("studious")).length;
    await objectToResult({ assignmentId, memberId: "studious", words: "不对", now: LATER });
    expect(await noticesOf("studious")).toHaveLength(before);
    expect((await noticesOf("secretary")).at(-1)).toContain("不对");
  });

  it("nobody objects to their own answer", async () => {
    const { assignmentId, lessonId, anna } = await scene();
    await study(anna, lessonId, NOW);
    expect(await objectToResult({ assignmentId, memberId: anna, words: "不对", now: NOW })).toBe(false);
  });
});
