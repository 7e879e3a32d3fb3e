import type { Waiting } from "../queries/decisions";

/** One thing to decide: how many, what, one verb. */
export type Decision = { count: number; what: string; hint: string; verb: string; href: string };

/** What this person may do; what somebody may not do does not wait for them. */
export type DeskMay = {
  answer: boolean;
  accept: boolean;
  decide: boolean;
  rerun: boolean;
  settle: boolean;
  reviewContests: boolean;
  reviewQuestions: boolean;
  moderate: boolean;
  decideClaims: boolean;
  confirm: boolean;
};

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
  /** The year whose days off are not known. */
  missingYear: string | null;
  may: DeskMay;
};

type Line = Decision & { isMine: boolean };

/** What waits today, as sentences; what nobody here can do is left out. */
export function decisionsOf(desk: Desk): Decision[] {
  return [...answers(desk), ...people(desk), ...reviews(desk), ...services(desk), ...upkeep(desk)].flatMap(
    ({ isMine, ...decision }) => (isMine && decision.count > 0 ? [decision] : []),
  );
}

function answers({ feedback, feedbackDue, objections, seasonObjections, may }: Desk): Line[] {
  return [
    {
      ...{ isMine: may.answer, count: feedback, what: "条反馈等答复" },
      hint: feedbackDue === 0 ? "报告的错误和意见建议，先到期的在前" : `其中${feedbackDue}条今天到期或已经过期`,
      ...{ verb: "答复", href: "/committee/feedback" },
    },
    {
      ...{ isMine: true, count: objections, what: "处数据有异议", hint: "单位说关于自己的数据不对，核对以后答复" },
      ...{ verb: may.decide ? "答复" : "看异议", href: "/committee/objections" },
    },
    {
      ...{ isMine: may.settle, count: seasonObjections, what: "条积分异议等答复", hint: "都答复以后，那一季才结算" },
      ...{ verb: "答复", href: "/committee/seasons" },
    },
  ];
}

function people({ transfers, applications, may }: Desk): Line[] {
  return [
    {
      ...{ isMine: may.decide, count: transfers, what: "件转接没有办完" },
      ...{ hint: "等一方同意；一方没有人管的，由工委决定", verb: "看转接", href: "/committee/transfers" },
    },
    {
      ...{ isMine: may.decide, count: applications, what: "个人申请加入支部" },
      hint: "由支部书记或学习委员确认，没有人管的支部由工委确认",
      ...{ verb: "看支部", href: "/committee/branches?state=waiting" },
    },
  ];
}

/** What a second person releases. */
function reviews({ stories, contests, proposals, may }: Desk): Line[] {
  return [
    {
      ...{ isMine: may.decide, count: stories, what: "篇厂情厂史等审核", hint: "作者的支部没有能审的人，由工委审" },
      ...{ verb: "审核", href: "/committee/stories" },
    },
    {
      ...{
        isMine: may.reviewContests,
        count: contests,
        what: "场知识竞赛等复核发布",
        hint: "别的同志拟好了，开始以前要发布",
      },
      ...{ verb: "复核", href: "/committee/contests" },
    },
    {
      ...{
        isMine: may.reviewQuestions,
        count: proposals,
        what: "道题等复核",
        hint: "别的同志写好了，看过以后发布或者退回",
      },
      ...{ verb: "复核", href: "/committee/questions" },
    },
  ];
}

/** The volunteer library of a station, and what organisations reported. */
function services({ unchecked, checked, claims, duties, may }: Desk): Line[] {
  return [
    {
      ...{ isMine: may.moderate, count: unchecked, what: "个志愿项目等初审", hint: "村社和工作站报的，审过才公开" },
      ...{ verb: "初审", href: "/committee/projects" },
    },
    {
      ...{ isMine: may.moderate, count: checked, what: "个志愿项目等复审", hint: "别的同志初审过了，复审以后发布" },
      ...{ verb: "复审", href: "/committee/projects" },
    },
    {
      ...{ isMine: may.decideClaims, count: claims, what: "份认领等答复", hint: "等同意的，和说办完了等确认的" },
      ...{ verb: "看认领", href: "/committee/projects?show=claims" },
    },
    {
      ...{ isMine: may.confirm, count: duties, what: "件责任清单事项等确认", hint: "单位报了办好，核实以后确认或退回" },
      ...{ verb: "确认", href: "/committee/duties/reported" },
    },
  ];
}

/** The clock and the library. */
function upkeep({ jobs, missingYear, library, may }: Desk): Line[] {
  return [
    {
      ...{ isMine: may.rerun, count: jobs, what: "项定时任务没有办成" },
      ...{ hint: "自动再试也没有办成，看原因，处理以后重办", verb: "看任务", href: "/committee/jobs" },
    },
    {
      ...{ isMine: may.rerun, count: missingYear === null ? 0 : 1, what: "年的放假安排没有收录" },
      hint: `${missingYear ?? ""}年的工作日只按周末推算，通知公布以后请升级到收录了它的版本`,
      ...{ verb: "看说明", href: "/committee/jobs" },
    },
    {
      ...{ isMine: may.accept, count: library === null ? 0 : 1, what: "版学习内容等审核" },
      hint:
        library === "changed"
          ? "上一次审核以后内容有改动，每一篇上都写着“待本单位审核”"
          : "每一篇上都写着“待本单位审核”",
      ...{ verb: "审核", href: "/committee/feedback#library" },
    },
  ];
}
