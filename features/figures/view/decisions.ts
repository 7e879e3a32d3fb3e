import type { Waiting } from "../queries/decisions";

/** One thing to decide: how many, what, one verb. */
export type Decision = { count: number; what: string; hint: string; verb: string; href: string };

type Desk = Waiting & {
  feedback: number;
  /** How many of these are due today or overdue. */
  feedbackDue: number;
  /** Null while the library that is loaded is accepted, or none is loaded. */
  library: "new" | "changed" | null;
  /** Stories that nobody of their branch may look through. */
  stories: number;
  /** Runs of the clock that failed for good. */
  jobs: number;
  /** What this person may do; what somebody may not do does not wait for them. */
  may: { answer: boolean; accept: boolean; decide: boolean; rerun: boolean; settle: boolean };
};

/** What waits today, as sentences; what nobody here can do is left out. */
export function decisionsOf(desk: Desk): Decision[] {
  const { objections, seasonObjections, transfers, applications, feedback, feedbackDue, library, jobs, stories, may } =
    desk;
  const decisions: (Decision | false)[] = [
    may.answer && {
      ...{ count: feedback, what: "条反馈等答复" },
      hint: feedbackDue === 0 ? "报告的错误和意见建议，先到期的在前" : `其中${feedbackDue}条今天到期或已经过期`,
      ...{ verb: "答复", href: "/committee/feedback" },
    },
    {
      ...{ count: objections, what: "处数据有异议", hint: "单位说关于自己的数据不对，核对以后答复" },
      ...{ verb: may.decide ? "答复" : "看异议", href: "/committee/objections" },
    },
    may.settle && {
      ...{ count: seasonObjections, what: "条积分异议等答复", hint: "都答复以后，那一季才结算" },
      ...{ verb: "答复", href: "/committee/seasons" },
    },
    may.decide && {
      ...{ count: transfers, what: "件转接没有办完", hint: "等一方同意；一方没有人管的，由工委决定" },
      ...{ verb: "看转接", href: "/committee/transfers" },
    },
    may.decide && {
      ...{ count: applications, what: "个人申请加入支部", hint: "由支部书记或学习委员确认，没有人管的支部请先任命" },
      ...{ verb: "看支部", href: "/committee/branches" },
    },
    may.decide && {
      ...{ count: stories, what: "篇厂情厂史等审核", hint: "作者的支部没有能审的人，由工委审" },
      ...{ verb: "审核", href: "/committee/stories" },
    },
    may.rerun && {
      ...{ count: jobs, what: "项定时任务没有办成", hint: "自动再试也没有办成，看原因，处理以后重办" },
      ...{ verb: "看任务", href: "/committee/jobs" },
    },
    may.accept && {
      ...{ count: library === null ? 0 : 1, what: "版学习内容等审核" },
      hint:
        library === "changed"
          ? "上一次审核以后内容有改动，每一篇上都写着“待本单位审核”"
          : "每一篇上都写着“待本单位审核”",
      ...{ verb: "审核", href: "/committee/feedback#library" },
    },
  ];
  return decisions.filter((decision): decision is Decision => decision !== false && decision.count > 0);
}
