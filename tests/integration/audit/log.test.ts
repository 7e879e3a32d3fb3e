import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { audit } from "@/features/audit/mutations";
import { listHistory, searchAudit } from "@/features/audit/queries/log";
import { nameSubjects } from "@/features/audit/queries/subjects";
import type { AuditFilter } from "@/features/audit/schema";
import { auditSheet } from "@/features/audit/sheet";
import { auditLine, SYSTEM } from "@/features/audit/view";
import { db, inTransaction } from "@/lib/db";
import { readWorkbook } from "@/lib/sheets/read";
import { addStudy } from "@/tests/factories/assignments";
import { makePerson, makePlace, TODAY } from "@/tests/factories/people";
import { publish } from "@/tests/factories/projects";
import { submitStory } from "@/tests/factories/stories";
import { faultsOf } from "@/tests/support/audit-guard";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const NONE: AuditFilter = { actor: "", action: "", subject: "", from: "", to: "", before: "" };
const ZONE = { stationId: null } as ZoneScope;
const search = async (filter: Partial<AuditFilter>, take = 50) => searchAudit({ ...NONE, ...filter }, take);

async function act(over: { actorId?: string | null; subjectId: string; at?: Date; reason?: string }) {
  const { actorId = null, subjectId, at = now, reason = "示例理由" } = over;
  await inTransaction((tx) =>
    audit(tx, { actorId, action: "member.edit", subjectKind: "member", subjectId, detail: { reason }, now: at }),
  );
}

describeOnBothEngines("the log of acts", () => {
  it("says when more people are called so than it looks for", async () => {
    const place = await makePlace();
    for (let at = 0; at < 200; at += 1) await makePerson(place, { name: `邹同名${at}` });
    expect(await search({ subject: "邹同名" })).toMatchObject({ isPart: true });
    expect(await search({ actor: "邹同名" })).toMatchObject({ isPart: true });
    expect(await search({ subject: "邹同名199", actor: "邹同名199" })).toMatchObject({ isPart: false });
  });

  it("is found by who did it, what was done, to whom and when", async () => {
    const place = await makePlace();
    const [officer, other, target] = [
      await makePerson(place, { name: "郑经办" }),
      await makePerson(place, { name: "冯经办" }),
      await makePerson(place, { name: "褚对象" }),
    ];
    await act({ actorId: officer.memberId, subjectId: target.memberId, reason: "甲" });
    await act({
      actorId: other.memberId,
      subjectId: target.memberId,
      at: new Date("2026-01-02T15:59:59Z"),
      reason: "乙",
    });
    const reasons = async (filter: Partial<AuditFilter>) =>
      (await search({ action: "member.edit", ...filter })).rows.map((row) => row.detail["reason"]).sort();
    expect(await reasons({ actor: "郑经" })).toEqual(["甲"]);
    expect(await reasons({ subject: "褚对象" })).toEqual(["乙", "甲"].sort());
    expect(await reasons({ subject: "褚对象", from: TODAY })).toEqual(["甲"]);
    expect(await reasons({ subject: "褚对象", from: "2026-01-02", to: "2026-01-02" })).toEqual(["乙"]);
    expect(await reasons({ subject: "褚对象", to: "2026-01-01" })).toEqual([]);
    expect(await reasons({ subject: "褚对象", from: addDays(TODAY, 1) })).toEqual([]);
    expect(await reasons({ actor: "没有此人" })).toEqual([]);
    expect((await search({ action: "role.grant", subject: "褚对象" })).rows).toEqual([]);
    expect((await search({ subject: "褚对象", actor: SYSTEM })).rows.map((row) => row.action)).toEqual([
      "member.create",
    ]);
  });

  it("is found by a part of a place's name", async () => {
    const { organisationId } = await makePlace();
    const { name } = await db().organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { name: true },
    });
    const found = await search({ subject: name.slice(2), action: "organisation.create" });
    expect(found.rows.map((row) => row.subjectId)).toContain(organisationId);
    const [line] = found.rows.map((row) => auditLine(row, found, false));
    expect(line?.subject).toMatch(/^组织：示例企业/);
  });

  it("names everything else by what people call it, and is found by that", async () => {
    const { stationId } = await makePlace();
    const targetId = await addStudy("lessons/named/01-bridge");
    const { title } = await db().contentItem.findUniqueOrThrow({ where: { id: targetId } });
    const createdAt = new Date("2026-11-22T02:00:00Z");
    const report = { kind: "error", targetKind: "lesson", targetId, text: "示例", createdAt };
    const { id: feedbackId } = await db().feedback.create({ data: report });
    const file = { kind: "duties", fileName: "a.xlsx", format: "xlsx", createdById: "c1", createdAt };
    const { id: importId } = await db().importFile.create({ data: file });
    const projectId = await publish(stationId);
    const claim = { claimantKind: "member", claimantId: "m1", memberId: "m1", ticket: 1, state: "waiting" };
    const { id: claimId } = await db().projectClaim.create({ data: { ...claim, projectId, claimedAt: createdAt } });
    const things = [
      ["lesson", targetId, title, `课程：${title}`, `/${targetId}`],
      ["feedback", feedbackId, title, `反馈：课程“${title}”，2026年11月22日`, "/committee/feedback"],
      ["import", importId, "责任，", "导入：责任，2026年11月22日", `/committee/imports/${importId}`],
      ["claim", claimId, "四盏台灯", "志愿项目认领：给自习室添四盏台灯", `/committee/projects/${projectId}`],
      ["job", "settle-moves", "转接生效", "定时任务：转接生效", "/committee/jobs"],
      ["register", "people", "人员", "名册：人员", null],
    ] as const;
    for (const [subjectKind, subjectId, typed, subject, href] of things) {
      const entry = { actorId: null, action: "job.rerun", subjectKind, subjectId, now } as const;
      await inTransaction((tx) => audit(tx, entry));
      const found = await search({ subject: typed, action: "job.rerun" });
      const lines = found.rows.map((row) => auditLine(row, found, true));
      expect(lines.map((line) => [line.subject, line.href])).toContainEqual([subject, href]);
    }
  });

  it("names a story that an organisation keeps to itself by the organisation alone", async () => {
    const place = await makePlace();
    const { name } = await db().organisation.findUniqueOrThrow({ where: { id: place.organisationId } });
    const storyId = await submitStory((await makePerson(place)).memberId);
    const ids = [storyId, `stories/${storyId}`];
    const rows = ids.map((subjectId) => ({ subjectKind: "story", subjectId }));
    const hidden = { name: `没有对全区公开的一篇（${name}）`, pageId: null };
    expect([...(await nameSubjects(rows)).values()]).toEqual([hidden, hidden]);
  });

  it("is turned page by page without a gap or a double, also at one instant", async () => {
    const { memberId } = await makePerson(await makePlace(), { name: "卫翻页" });
    for (let index = 0; index < 7; index += 1) await act({ subjectId: memberId, reason: String(index) });
    const seen: string[] = [];
    let before: string | null = "";
    while (before !== null) {
      const page: Awaited<ReturnType<typeof search>> = await search(
        { subject: "卫翻页", action: "member.edit", before },
        3,
      );
      seen.push(...page.rows.map((row) => row.id));
      before = page.next;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    const whole = await search({ subject: "卫翻页", action: "member.edit" });
    expect(whole.rows.map((row) => row.id)).toEqual(seen);
    expect(whole.next).toBeNull();
  });

  it("goes out as a spreadsheet", async () => {
    const { memberId } = await makePerson(await makePlace(), { name: "=蒋表格" });
    await act({ subjectId: memberId, reason: "=1+1" });
    const found = await search({ subject: "=蒋表格", action: "member.edit" });
    const book = await readWorkbook(
      await auditSheet(
        found.rows.map((row) => auditLine(row, found, false)),
        ["说明"],
      ),
    );
    const cells = book.sheets[0]?.rows[1]?.cells.map((cell) => cell.text);
    expect(cells?.slice(1)).toEqual([SYSTEM, "修改资料", "人员：=蒋表格", "理由：=1+1"]);
  });

  describe("the history of one person", () => {
    it("names the officers of the own branch and masks others", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      const [near, far] = [await makePerson(place, { name: "韩近处" }), await makePerson(other, { name: "杨远处" })];
      const { memberId } = await makePerson(place);
      await act({ actorId: near.memberId, subjectId: memberId });
      await act({ actorId: far.memberId, subjectId: memberId });
      const scope = { branchId: place.branchId } as BranchScope;
      const subject = { kind: "member", id: memberId };
      const actors = (await listHistory(scope, subject, now)).map((line) => line.actor);
      expect(new Set(actors)).toEqual(new Set(["韩近处", "杨*", SYSTEM]));
      const whole = (await listHistory(ZONE, subject, now)).map((line) => line.actor);
      expect(whole).toContain("杨远处");
    });
  });

  describe("what may not stand in it", () => {
    const entry = { action: "member.edit", subjectKind: "member", detail: "{}" };
    it.each([
      ["an action without a label", { ...entry, action: "member.fly" }, /member\.fly has no label/],
      ["a subject without a label", { ...entry, subjectKind: "cat" }, /cat \(member\.edit\) has no label/],
      [
        "a field without a label",
        { ...entry, detail: '{"after":{"colour":"red"}}' },
        /colour \(member\.edit\) has no label/,
      ],
      [
        "a state without a label",
        { ...entry, detail: '{"after":{"state":"melted"}}' },
        /state melted \(member\.edit\) has no label/,
      ],
      [
        "a word of the code in a field without words",
        { ...entry, detail: '{"manner":"study","quarter":"last-one"}' },
        /quarter last-one \(member\.edit\) has no label/,
      ],
      ["a phone number", { ...entry, detail: '{"reason":"打13812345678"}' }, /tells a secret/],
      ["a hash", { ...entry, detail: `{"reason":"${"ab".repeat(32)}"}` }, /tells a secret/],
      ["a token", { ...entry, detail: `{"reason":"${"aB3_-".repeat(8)}xyz"}` }, /tells a secret/],
    ])("%s is found", (_title, written, fault) => {
      expect(faultsOf(written).join("\n")).toMatch(fault);
    });
    it("a right entry has no fault", () => {
      expect(
        faultsOf({
          ...entry,
          detail: '{"before":{"branchId":"01a2009e-fef6-733e-9196-e49848124c58"},"after":{"branchId":null}}',
        }),
      ).toEqual([]);
    });
  });
});
