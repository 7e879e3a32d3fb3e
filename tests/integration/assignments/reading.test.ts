import { beforeAll, expect, it } from "vitest";
import { GET } from "@/app/api/v1/me/assignments/route";
import type { BranchScope, OwnScope } from "@/features/access/types";
import { objectToResult } from "@/features/assignments/mutations/object-to-result";
import { recordResults } from "@/features/assignments/mutations/record-results";
import { withdrawAssignment } from "@/features/assignments/mutations/withdraw-assignment";
import { findBranchAssignment, listBranchAssignments } from "@/features/assignments/queries/branch-assignments";
import { listOwnAssignments } from "@/features/assignments/queries/own-assignments";
import { assignmentDetail, countOf, othersText, ownItem } from "@/features/assignments/view";
import { db } from "@/lib/db";
import { addStudy, assign, lesson, study } from "@/tests/factories/assignments";
import { cookieOf } from "@/tests/factories/sign-in";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { callRoute } from "@/tests/support/api-calls";
import { expectConforms } from "@/tests/support/conformance";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-22T02:00:00Z");
const TODAY = "2026-11-22";
const scope = (branchId: string) => ({ branchId }) as BranchScope;
const own = (memberId: string) => ({ memberId }) as OwnScope;
const none = new Set<string>();

describeOnBothEngines("reading assignments", () => {
  let golden = "";

  // Six people of b1: anna answers, bo studies offline, chen is excused, dong objects, en has done nothing and is an
  // applicant, fan answered before and left the zone since. Three of the four members expected are done, fan among them.
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["b1", "b2"]) await addBranch(id, "s1");
    for (const id of ["anna", "bo", "chen", "dong", "en", "fan"]) await addMember({ id, branchId: "b1" });
    await addMember({ id: "officer", name: "示例书记" });
    await db().member.update({ where: { id: "en" }, data: { standing: "applicant" } });
    await addStudy("lessons/reading/01-x");
    await study("fan", "lessons/reading/01-x", new Date("2026-11-10T02:00:00Z"));
    golden = await assign({ branchId: "b1", targets: lesson("lessons/reading/01-x"), note: "想一想", now: NOW });
    await study("anna", "lessons/reading/01-x", NOW);
    const act = { assignmentId: golden, branchId: "b1", note: "", actorId: "officer", now: NOW };
    const offline = { ...act, kind: "offline", manner: "paper", on: TODAY } as const;
    await recordResults({ ...offline, memberIds: ["bo", "dong"] });
    await recordResults({ ...act, kind: "excused", manner: "leave", memberIds: ["chen"] });
    await objectToResult({ assignmentId: golden, memberId: "dong", words: "那天不在", now: NOW });
    await db().member.update({ where: { id: "fan" }, data: { state: "left" } });
  });

  it("the officer's page names everybody but who has left, by outcome and then by name, with days and no times", async () => {
    const row = await findBranchAssignment(scope("b1"), golden, TODAY);
    if (row === null) throw new Error("not found");
    const detail = assignmentDetail(row, TODAY);
    expect(detail.count).toEqual({ done: 3, offline: 1, excused: 1, expected: 4, others: 1, othersDone: 0 });
    expect(othersText(detail.count)).toBe("另有入党申请人、职工1人，学完0人");
    expect(
      detail.groups.map(({ kind, people }) => [kind, people.map(({ memberId, words }) => [memberId, words])]),
    ).toEqual([
      ["objected", [["dong", "11月22日，纸质学习单"]]],
      ["open", [["en", "还没完成"]]],
      ["answered", [["anna", "11月22日答完"]]],
      ["offline", [["bo", "11月22日，纸质学习单"]]],
      ["excused", [["chen", "休假"]]],
    ]);
    expect(detail.unnamed).toBe(1);
    expect(detail.groups[3]?.people[0]).toMatchObject({ recordedBy: "示例书记" });
    expect(detail.groups[0]?.people[0]).toMatchObject({ objection: "那天不在" });
    expect(JSON.stringify(detail)).not.toMatch(/\d\d:\d\d/u);
  });

  it("another branch does not find it", async () => {
    expect(await findBranchAssignment(scope("b2"), golden, TODAY)).toBeNull();
    expect((await listBranchAssignments(scope("b2"), { view: "current", page: 1, today: TODAY })).rows).toEqual([]);
  });

  it("lists what runs, what is past and what was withdrawn, page by page", async () => {
    await addBranch("many", "s1");
    for (let index = 10; index < 42; index += 1) {
      const id = await addStudy(`lessons/many/${index}-x`);
      await assign({ branchId: "many", targets: lesson(id), now: NOW });
    }
    const list = (view: "current" | "past" | "withdrawn", today: string, page = 1) =>
      listBranchAssignments(scope("many"), { view, page, today });
    const first = await list("current", TODAY);
    expect([first.total, first.pages, first.rows.length]).toEqual([32, 2, 30]);
    expect((await list("current", TODAY, 2)).rows).toHaveLength(2);
    expect((await list("past", TODAY)).total).toBe(0);
    expect((await list("past", "2026-11-28")).total).toBe(32);
    const assignmentId = first.rows[0]?.id ?? "";
    await withdrawAssignment({ assignmentId, branchId: "many", actorId: "officer", now: NOW });
    expect((await list("withdrawn", TODAY)).rows.map(({ id }) => id)).toEqual([assignmentId]);
    expect((await list("current", TODAY)).total).toBe(31);
  });

  it.each([
    ["anna", "answered", "学过了，11月22日"],
    ["bo", "offline", "线下学过，11月22日，纸质学习单"],
    ["chen", "excused", "这一次不用学，休假"],
    ["dong", "objected", "你说这条记录不对，支部核对以前不计"],
    ["en", "open", "还没学"],
  ])("%s sees that it is %s", async (memberId, state, stateText) => {
    const rows = await listOwnAssignments(own(memberId), { from: TODAY, today: TODAY });
    expect(rows.map((row) => ownItem(row, { today: TODAY, down: none }))).toMatchObject([
      { id: golden, state, stateText, due: "还有5天，下周五前", href: "/lessons/reading/01-x", note: "想一想" },
    ]);
  });

  it("a newcomer sees what is open, done at once when it was answered before; nobody sees it after it was withdrawn", async () => {
    const id = await addStudy("lessons/reading/02-y");
    const assignmentId = await assign({ branchId: "b2", targets: lesson(id), now: NOW });
    await addMember({ id: "newcomer" });
    await addMember({ id: "still-open", branchId: "b2" });
    await study("newcomer", id, NOW);
    await db().membership.create({ data: { memberId: "newcomer", branchId: "b2", since: "2026-11-25" } });
    const on = (memberId: string, today: string) => listOwnAssignments(own(memberId), { from: TODAY, today });
    expect(await on("newcomer", "2026-11-24")).toEqual([]);
    expect(await on("newcomer", "2026-11-25")).toMatchObject([{ outcome: { kind: "answered", on: TODAY } }]);
    const row = await findBranchAssignment(scope("b2"), assignmentId, "2026-11-25");
    expect(countOf(row?.people ?? [])).toMatchObject({ done: 1, expected: 2 });
    await withdrawAssignment({ assignmentId, branchId: "b2", actorId: "officer", now: NOW });
    expect(await on("still-open", "2026-11-25")).toEqual([]);
  });

  it("the API gives what is not past its day, and says what is taken down", async () => {
    await addStudy("daily/11-24");
    await addMember({ id: "reader", branchId: "b2" });
    const now = new Date();
    const entry = [{ kind: "entry", id: "daily/11-24" } as const];
    const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    await assign({ branchId: "b2", targets: entry, memberIds: ["reader"], dueOn: today, now });
    await db().assignment.create({
      data: {
        ...{ branchId: "b2", targetKind: "lesson", targetId: "lessons/reading/01-x", title: "过去的" },
        ...{ setOn: "2020-01-01", dueOn: "2020-01-02", createdById: "officer" },
      },
    });
    const cookie = await cookieOf("reader");
    const read = async () => {
      const reply = await callRoute(GET, { path: "/me/assignments", cookie }, {});
      await expectConforms("listOwnAssignments", reply.status, reply.body);
      return reply.body;
    };
    expect(await read()).toMatchObject({
      assignments: [{ kind: "entry", kindName: "天天谈", state: "open", due: "今天之内", available: true }],
    });
    await db().takedown.create({
      data: { targetKind: "entry", targetId: "daily/11-24", reason: "示例", takenById: "officer" },
    });
    expect(await read()).toMatchObject({ assignments: [{ available: false }] });
    expect((await callRoute(GET, { path: "/me/assignments" }, {})).status).toBe(401);
  });
});
