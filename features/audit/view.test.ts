import { describe, expect, it } from "vitest";
import { actionLabel, auditLine, changesOf, changeWords, historyLine, SYSTEM } from "./view";

const NAMES = new Map([
  ["b1", "示例一支部"],
  ["b2", "示例二支部"],
  ["m1", "王示例"],
]);

const row = {
  ...{ id: "a1", at: new Date("2026-11-21T17:05:00Z"), actorId: "m1", action: "member.edit" },
  ...{ subjectKind: "member", subjectId: "m2", detail: {} },
};

describe("changes", () => {
  it.each([
    ["ids become names", { before: { branchId: "b1" }, after: { branchId: "b2" } }, ["支部：示例一支部 → 示例二支部"]],
    [
      "values have words",
      { before: { standing: "probationary" }, after: { standing: "full" } },
      ["身份：预备党员 → 正式党员"],
    ],
    ["what stayed is left out", { before: { name: "甲", sort: 1 }, after: { name: "甲", sort: 2 } }, ["顺序：1 → 2"]],
    [
      "what was taken away",
      { before: { until: "2026-12-31" }, after: { until: null } },
      ["到：2026年12月31日 → （去掉）"],
    ],
    ["a flat detail is what is there now", { reason: "写错了", version: 3 }, ["理由：写错了"]],
    [
      "beside before and after",
      { before: { state: "active" }, after: { state: "inactive" }, reason: "离职" },
      ["状态：在用 → 停用", "理由：离职"],
    ],
    ["an id of nothing known", { after: { branchId: "gone" } }, ["支部：已不在的一项"]],
    ["a yes", { login: true }, ["另加登录名：是"]],
    ["a no is nothing", { login: false }, []],
    ["nothing", {}, []],
  ])("%s", (_title, detail, lines) => {
    expect(changesOf(detail, NAMES).map(changeWords)).toEqual(lines);
  });

  it.each(["login", "loginHash", "token", "tokenCipher", "password", "secret"])(
    "never show what is called %s",
    (field) => {
      const shown = changesOf({ before: { [field]: "13800000000" }, after: { [field]: "13900000000" } }, NAMES);
      expect(JSON.stringify(shown)).not.toMatch(/13[89]0/);
    },
  );
});

describe("a line", () => {
  it("has the time of Shanghai, the act in words and the actor", () => {
    const line = historyLine(row, NAMES, () => true);
    expect(line).toMatchObject({ at: "2026年11月22日 01:05", what: "修改资料", actor: "王示例" });
  });
  it("masks whoever may not be named", () => {
    expect(historyLine(row, NAMES, () => false).actor).toBe("王*");
  });
  it("says when nobody acted, and when nobody is left to name", () => {
    expect(historyLine({ ...row, actorId: null }, NAMES, () => true).actor).toBe(SYSTEM);
    expect(historyLine({ ...row, actorId: "m9" }, NAMES, () => true).actor).toBe("没有留下姓名的人");
  });
});

describe("a subject in the log", () => {
  const lineOf = (over: { subjectKind: string; subjectId: string }, atDesk = false) => {
    const found = new Map([
      ["member:m1", { name: "王示例", pageId: "m1" }],
      ["claim:c1", { name: "示例微心愿", pageId: "p1" }],
      ["story:s1", { name: "没有对全区公开的一篇", pageId: null }],
      ["lesson:lessons/a/01-b", { name: "示例课", pageId: "lessons/a/01-b" }],
      ["application:a1", { name: "王申请", pageId: "a1" }],
    ]);
    const { subject, href } = auditLine({ ...row, ...over }, { names: NAMES, subjects: found }, atDesk);
    return [subject, href];
  };
  it.each([
    ["by name, with its page", "member", "m1", ["人员：王示例", "/admin/people/m1"]],
    ["by the page that all may open", "lesson", "lessons/a/01-b", ["课程：示例课", "/lessons/a/01-b"]],
    ["without the committee's page for others", "claim", "c1", ["志愿项目认领：示例微心愿", null]],
    ["without a page that may not be opened", "story", "s1", ["厂情厂史：没有对全区公开的一篇", null]],
    ["without a page where there is none", "application", "a1", ["加入申请：王申请", null]],
    ["by its id once it is gone", "member", "m2", ["人员：m2", null]],
    ["as it was written by another version", "cat", "x", ["cat：x", null]],
  ])("%s", (_title, subjectKind, subjectId, shown) => {
    expect(lineOf({ subjectKind, subjectId })).toEqual(shown);
  });
  it("leads those of the committee to its pages", () => {
    expect(lineOf({ subjectKind: "claim", subjectId: "c1" }, true)).toEqual([
      "志愿项目认领：示例微心愿",
      "/committee/projects/p1",
    ]);
  });
});

it("an action of another version shows as it is", () => {
  expect(actionLabel("member.fly")).toBe("member.fly");
});
