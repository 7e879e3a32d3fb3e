/** What acts are done to. Every kind has its label here, its page, and the way to its name in `queries/subjects.ts`. */
export const SUBJECT_LABELS = {
  member: "人员",
  station: "工作站",
  organisation: "组织",
  branch: "支部",
  entry: "天天谈",
  lesson: "课程",
  ...{ leaflet: "折页", film: "影片", question: "题目", story: "厂情厂史" },
  library: "学习内容",
  feedback: "反馈",
  assignment: "学习派发",
  proposal: "题目草稿",
  import: "导入",
  register: "名册",
  installation: "本系统",
  season: "季度积分",
  contest: "知识竞赛",
  application: "加入申请",
  job: "定时任务",
  "duty-template": "责任清单",
  "duty-line": "责任",
  "duty-list": "一家组织的责任清单",
  duty: "一件责任",
  project: "志愿项目",
  claim: "志愿项目认领",
} as const satisfies Record<string, string>;

/** What is written to the log; tests fail for another kind. */
export type SubjectKind = keyof typeof SUBJECT_LABELS;

/** `isAtDesk`: only the committee of the zone opens it. */
export type SubjectPage = { href: string; isAtDesk: boolean };

const open = (path: string) => (id: string) => ({ href: `${path}${id}`, isAtDesk: false });
const atDesk = (path: string) => (id: string) => ({ href: `/committee/${path}${id}`, isAtDesk: true });
const theDesk = (path: string) => () => ({ href: `/committee/${path}`, isAtDesk: true });
const none = () => null;

const PAGES: Readonly<Record<SubjectKind, (id: string) => SubjectPage | null>> = {
  member: open("/admin/people/"),
  station: atDesk("stations?station="),
  organisation: atDesk("organisations/"),
  branch: atDesk("branches/"),
  entry: open("/"),
  lesson: open("/"),
  leaflet: open("/"),
  film: open("/"),
  question: atDesk("questions/"),
  story: open("/stories/"),
  library: theDesk("feedback#library"),
  feedback: theDesk("feedback"),
  // A branch's own pages open for its officers alone.
  assignment: none,
  proposal: atDesk("questions/proposals/"),
  import: atDesk("imports/"),
  register: none,
  installation: none,
  season: open("/seasons/"),
  contest: atDesk("contests/"),
  application: none,
  job: theDesk("jobs"),
  "duty-template": atDesk("duties/years/"),
  "duty-line": atDesk("duties/years/"),
  "duty-list": atDesk("duties/organisations/"),
  duty: atDesk("duties/"),
  project: atDesk("projects/"),
  claim: atDesk("projects/"),
};

/** Where a thing can be looked at; null where it has no page for those who read the log. */
export function pageOf(kind: SubjectKind, id: string): SubjectPage | null {
  return PAGES[kind](id);
}
