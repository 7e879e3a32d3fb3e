import { beforeAll, describe, expect, it } from "vitest";
import { setAssignments, type NewAssignments } from "@/features/assignments/mutations/set-assignments";
import { withdrawAssignment } from "@/features/assignments/mutations/withdraw-assignment";
import { db } from "@/lib/db";
import { addStudy, assign, lesson, study } from "@/tests/factories/assignments";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

// 22 November 2026, a Sunday, ten in the morning in Shanghai.
const NOW = new Date("2026-11-22T02:00:00Z");

const set = (over: Partial<NewAssignments>) =>
  setAssignments({
    ...{ branchId: "b1", targets: lesson("lessons/a/01-x"), memberIds: null, dueOn: "2026-11-27", note: "" },
    ...{ actorId: "officer", now: NOW, ...over },
  });

describeOnBothEngines("setting assignments", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addBranch("b1", "s1");
    await addBranch("b2", "s1");
    for (const id of ["officer", "anna", "bo", "chen"]) await addMember({ id, branchId: "b1" });
    await addMember({ id: "far", branchId: "b2" });
    await addStudy("lessons/a/01-x");
    await addStudy("lessons/a/02-y");
    await addStudy("daily/11-25");
    await addStudy("lessons/a/03-retired", { retiredAt: NOW });
    await addStudy("lessons/a/04-silent", { recall: "[]" });
    await addStudy("lessons/a/05-down");
    await db().takedown.create({
      data: { targetKind: "lesson", targetId: "lessons/a/05-down", reason: "示例", takenById: "officer" },
    });
  });

  it("several things at once, for the whole branch, with who set them", async () => {
    const quizId = await addQuiz(await addPlainQuestions("set"));
    const targets = [...lesson("lessons/a/01-x"), { kind: "entry", id: "daily/11-25" }, { kind: "quiz", id: quizId }];
    const made = await set({ targets: targets as NewAssignments["targets"], note: "周五前看完" });
    expect(made).toMatchObject({ ok: true, remark: null });
    const rows = await db().assignment.findMany({ where: { branchId: "b1" }, orderBy: { targetId: "asc" } });
    const contents = rows.filter(({ targetKind }) => targetKind !== "quiz");
    expect(rows).toHaveLength(3);
    expect(contents.map(({ title, setOn, dueOn, whole, note }) => [title, setOn, dueOn, whole, note])).toEqual([
      ["示例daily/11-25", "2026-11-22", "2026-11-27", true, "周五前看完"],
      ["示例lessons/a/01-x", "2026-11-22", "2026-11-27", true, "周五前看完"],
    ]);
    expect(await db().auditEntry.count({ where: { action: "assignment.set", actorId: "officer" } })).toBe(3);
  });

  it("twice at once sets them once", async () => {
    await addStudy("lessons/twice/01-x");
    const replies = await Promise.all(Array.from({ length: 6 }, () => set({ targets: lesson("lessons/twice/01-x") })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toEqual({
      ...{ ok: false, field: "targets" },
      detail: "《示例lessons/twice/01-x》已经派发过，11月27日前完成，没有重复派发。",
    });
    expect(await db().assignment.count({ where: { targetId: "lessons/twice/01-x" } })).toBe(1);
  });

  it("for chosen people, and again for others, not for the same", async () => {
    const targets = lesson("lessons/a/02-y");
    expect(await set({ targets, memberIds: ["anna", "anna", "bo"] })).toMatchObject({ ok: true });
    expect(await db().assignee.findMany({ orderBy: { memberId: "asc" }, select: { memberId: true } })).toEqual([
      { memberId: "anna" },
      { memberId: "bo" },
    ]);
    expect(await set({ targets, memberIds: ["bo", "chen"] })).toMatchObject({ ok: false, field: "targets" });
    expect(await set({ targets })).toMatchObject({ ok: false, field: "targets" });
    expect(await set({ targets, memberIds: ["chen"] })).toMatchObject({ ok: true });
    expect(await set({ branchId: "b2", targets })).toMatchObject({ ok: true });
  });

  it("again once the first one's day has passed, or it was withdrawn", async () => {
    await addStudy("lessons/again/01-x");
    const targets = lesson("lessons/again/01-x");
    const first = await assign({ branchId: "b1", targets, now: NOW, dueOn: "2026-11-22" });
    const tomorrow = new Date("2026-11-22T16:00:00Z");
    const second = await set({ targets, now: tomorrow });
    expect(second).toMatchObject({ ok: true });
    const assignmentId = second.ok ? (second.ids[0] ?? "") : "";
    const withdrawal = { assignmentId, branchId: "b1", actorId: "officer", now: tomorrow };
    expect(await withdrawAssignment({ ...withdrawal, branchId: "b2" })).toBe(false);
    expect(await withdrawAssignment(withdrawal)).toBe(true);
    expect(await withdrawAssignment(withdrawal)).toBe(false);
    expect(await set({ targets, now: tomorrow })).toMatchObject({ ok: true });
    expect(await db().assignment.findUnique({ where: { id: first } })).toMatchObject({ state: "open" });
  });

  it("points out a day off and takes it", async () => {
    await addStudy("lessons/off/01-x");
    expect(await set({ targets: lesson("lessons/off/01-x"), dueOn: "2026-11-28" })).toMatchObject({
      ok: true,
      remark: "11月28日是周末，可以照常派发，也可以改到11月30日。",
    });
  });

  describe("is refused, and nothing is set,", () => {
    it.each([
      ["of a past day", { dueOn: "2026-11-21" }, "due", "11月21日已经过去了，请选今天或以后的日子。"],
      [
        "of what is retired",
        { targets: lesson("lessons/a/03-retired") },
        "targets",
        "《示例lessons/a/03-retired》已经停用，不能派发。",
      ],
      [
        "of what nobody can answer",
        { targets: lesson("lessons/a/04-silent") },
        "targets",
        "《示例lessons/a/04-silent》没有回想题，答不了，不能派发。",
      ],
      [
        "of what is taken down",
        { targets: lesson("lessons/a/05-down") },
        "targets",
        "《示例lessons/a/05-down》已经撤下，正在核对，不能派发。",
      ],
      [
        "of what does not exist",
        { targets: lesson("lessons/z/01-z") },
        "targets",
        "选的内容里有一项不在了，请刷新页面重新选择。",
      ],
      [
        "of an entry called a lesson",
        { targets: lesson("daily/11-25") },
        "targets",
        "选的内容里有一项不在了，请刷新页面重新选择。",
      ],
      [
        "of an unknown quiz",
        { targets: [{ kind: "quiz", id: "no-such" }] },
        "targets",
        "选的测验里有一份不在了，请刷新页面重新选择。",
      ],
      ["for nobody", { memberIds: [] }, "memberIds", "请至少选一个人，或改为全支部。"],
      [
        "for somebody of another branch",
        { memberIds: ["anna", "far"] },
        "memberIds",
        "选的人里有人已经不在本支部，请刷新页面重新选择。",
      ],
    ] as const)("%s", async (_sentence, over, field, detail) => {
      const before = await db().assignment.count();
      const targets = lesson("lessons/fresh/01-x");
      expect(await set({ targets, ...over })).toEqual({ ok: false, field, detail });
      expect(await db().assignment.count()).toBe(before);
    });

    it("of a quiz that ends before the day, and of one that begins after it", async () => {
      const ids = await addPlainQuestions("window");
      const ends = await addQuiz(ids, { title: "早结束", closesAt: new Date("2026-11-26T15:59:59Z") });
      const begins = await addQuiz(ids, { title: "晚开始", opensAt: new Date("2026-11-27T16:00:00Z") });
      expect(await set({ targets: [{ kind: "quiz", id: ends }] })).toMatchObject({
        detail: "“早结束”在完成日期以前就结束了，请把完成日期提前。",
      });
      expect(await set({ targets: [{ kind: "quiz", id: begins }] })).toMatchObject({
        detail: "“晚开始”到完成日期时还没有开始，不能派发。",
      });
    });

    it("all of several when one of them cannot be set", async () => {
      await addStudy("lessons/several/01-x");
      const targets = [...lesson("lessons/several/01-x"), ...lesson("lessons/a/05-down")];
      expect(await set({ targets })).toMatchObject({ ok: false });
      expect(await db().assignment.count({ where: { targetId: "lessons/several/01-x" } })).toBe(0);
    });
  });

  it("whoever answered before has it done at once, without points; an entry of last year does not count", async () => {
    await addStudy("lessons/before/01-x");
    await addStudy("daily/11-20");
    await study("anna", "lessons/before/01-x", new Date("2026-11-01T02:00:00Z"));
    await study("far", "lessons/before/01-x", new Date("2026-11-01T02:00:00Z"));
    await study("anna", "daily/11-20", new Date("2026-11-20T02:00:00Z"));
    const points = await db().pointsEntry.count();
    const lessonId = await assign({ branchId: "b1", targets: lesson("lessons/before/01-x"), now: NOW });
    const entry = [{ kind: "entry", id: "daily/11-20" } as const];
    const thisYear = await assign({ branchId: "b1", targets: entry, now: NOW });
    const nextYear = await assign({
      ...{ branchId: "b1", targets: entry, dueOn: "2027-11-20", now: new Date("2027-11-18T02:00:00Z") },
    });
    const rows = await db().assignmentResult.findMany({
      where: { assignmentId: { in: [lessonId, thisYear, nextYear] } },
      select: { assignmentId: true, memberId: true, kind: true, on: true },
    });
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ assignmentId: lessonId, memberId: "anna", kind: "answered", on: "2026-11-01" });
    expect(rows).toContainEqual({ assignmentId: thisYear, memberId: "anna", kind: "answered", on: "2026-11-20" });
    expect(await db().pointsEntry.count()).toBe(points);
  });
});
