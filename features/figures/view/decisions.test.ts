import { expect, it } from "vitest";
import { decisionsOf, type DeskMay } from "./decisions";

const mayOf = (value: boolean): DeskMay => ({
  ...{ answer: value, accept: value, decide: value, rerun: value, settle: value, moderate: value },
  ...{ reviewContests: value, reviewQuestions: value, decideClaims: value, confirm: value },
});
const WAITING = {
  ...{ objections: 2, seasonObjections: 5, transfers: 1, applications: 3, feedback: 4, feedbackDue: 2 },
  ...{ jobs: 2, stories: 6, contests: 1, proposals: 7, unchecked: 8, checked: 9, claims: 10, duties: 11 },
  ...{ library: "changed" as const, missingYear: "2027" },
};

it("what waits is said in sentences", () => {
  const all = decisionsOf({ ...WAITING, may: mayOf(true) });
  expect(all.map(({ count, what, verb }) => `${count}${what}：${verb}`)).toEqual([
    ...["4条反馈等答复：答复", "2处数据有异议：答复", "5条积分异议等答复：答复", "1件转接没有办完：看转接"],
    ...["3个人申请加入支部：看支部", "6篇厂情厂史等审核：审核", "1场知识竞赛等复核发布：复核", "7道题等复核：复核"],
    ...["8个志愿项目等初审：初审", "9个志愿项目等复审：复审", "10份认领等答复：看认领"],
    ...["11件责任清单事项等确认：确认", "2项定时任务没有办成：看任务", "1年的放假安排没有收录：看说明"],
    "1版学习内容等审核：审核",
  ]);
  expect(all[0]?.hint).toBe("其中2条今天到期或已经过期");
  expect(all.find(({ what }) => what.includes("放假"))?.hint).toContain("2027年的工作日只按周末推算");
});

it("only what this person can do waits for them", () => {
  const linesOf = (may: DeskMay) => decisionsOf({ ...WAITING, may }).map(({ what, verb }) => `${what}：${verb}`);
  expect(linesOf(mayOf(false))).toEqual(["处数据有异议：看异议"]);
  expect(linesOf({ ...mayOf(false), confirm: true })).toEqual(["处数据有异议：看异议", "件责任清单事项等确认：确认"]);
});

it("nothing that waits is no line", () => {
  const none = Object.fromEntries(Object.keys(WAITING).map((name) => [name, 0])) as Record<keyof typeof WAITING, 0>;
  expect(decisionsOf({ ...none, library: null, missingYear: null, may: mayOf(true) })).toEqual([]);
});
