import { EXCUSE_LABELS, OFFLINE_LABELS } from "@/domain/assignments/outcome";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import { DEFERRAL_LABELS, MANNER_LABELS } from "@/domain/duties/acts";
import { SOURCE_WORDS } from "@/domain/duties/lines-sheet";
import { RHYTHM_LABELS } from "@/domain/duties/rhythm";
import { STANDING_LABELS } from "@/domain/people/standing";
import { IMPORT_KIND_LABELS } from "@/domain/imports/words";
import { CONTACT_KIND_LABELS } from "@/domain/projects/consent";
import { PROJECT_KIND_LABELS } from "@/domain/projects/types";
import { ROBOT_LABELS } from "@/domain/pushes/channels";
import { VISIBILITY_LABELS } from "@/domain/stories/story";

/** Acts of the duty lists. */
export const DUTY_ACTIONS = {
  "duty-template.open": "起草责任清单",
  "duty-template.issue": "下发责任清单",
  "duty-line.add": "加一项责任",
  "duty-line.edit": "修改一项责任",
  "duty-line.remove": "去掉一项责任",
  "duty-line.restore": "恢复一项责任",
  "duty.adapt": "为一家组织调整责任",
  "duty.report": "办了一件责任",
  "duty.record": "派发的学习算办了",
  "duty.defer": "推迟责任",
  "duty.take-back": "撤回办结",
  "duty.confirm": "确认责任",
  "duty.return": "退回责任",
} as const;

export const DUTY_FIELDS = {
  lineId: "责任",
  year: "年份",
  ask: "要做什么",
  rhythm: "多久一次",
  onDate: "哪一天以前",
  daysBefore: "提前几个工作日",
  effort: "大约几分钟",
  source: "凭什么算办了",
  isLeftOut: "不作要求",
  deferral: "推迟的原因",
  evidence: "办的情况",
  evidenceLink: "网址",
} as const;

const ASSIGNMENT_STATES = { open: "进行中", withdrawn: "已撤回" };

const QUESTION_STATES = { retired: "已停用", void: "已作废" };

const DUTY_STATES = { done: "办了，等确认", confirmed: "已确认", draft: "草稿", issued: "已下发", removed: "已去掉" };

const PROJECT_VALUE_LABELS = { projectKind: PROJECT_KIND_LABELS, contactKind: CONTACT_KIND_LABELS } as const;

/** Values that are words of the code, by field. */
export const VALUE_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  standing: STANDING_LABELS,
  role: ROLE_LABELS,
  scopeKind: { zone: "全区", station: "工作站", organisation: "组织", branch: "支部" },
  state: {
    invited: "还没登录过",
    active: "在用",
    inactive: "停用",
    left: "已转出",
    closed: "已关闭",
    ...ASSIGNMENT_STATES,
    ...DUTY_STATES,
    ...QUESTION_STATES,
  },
  sides: { from: "转出的一边", to: "转入的一边" },
  means: { phone: "手机号", "work-number": "工号" },
  kind: {
    ...{ enterprise: "企业", social: "社会组织", hosted: "单独组建", joint: "联合组建" },
    ...{ employment: "工作关系", membership: "组织关系" },
    ...{ offline: "已线下学习", excused: "免学" },
    ...IMPORT_KIND_LABELS,
  },
  ...PROJECT_VALUE_LABELS,
  register: { organisations: "两新组织", people: "人员" },
  manner: { ...OFFLINE_LABELS, ...EXCUSE_LABELS, ...MANNER_LABELS },
  deferral: DEFERRAL_LABELS,
  robotKind: ROBOT_LABELS,
  rhythm: RHYTHM_LABELS,
  source: SOURCE_WORDS,
  visibility: VISIBILITY_LABELS,
  figure: { assigned: "派发的学习", answered: "已答", excused: "说明原因", recall: "首次答对" },
};

export const ERRATUM_ACTIONS = { "erratum.publish": "登出更正", "erratum.revoke": "撤销更正" } as const;
export const ERRATUM_FIELDS = { wrong: "原来怎样写", correct: "现在怎样写", correctedOn: "哪一天更正" } as const;

/** Acts of the library of volunteer projects. */
export const PROJECT_ACTION_LABELS = {
  "project.propose": "申报志愿项目",
  "project.edit": "修改志愿项目",
  "project.contact.replace": "更换志愿项目的联系方式",
  "project.contact.look": "查看志愿项目的联系方式",
  "project.check": "初审志愿项目",
  "project.publish": "复审发布志愿项目",
  "project.return": "退回志愿项目",
  "project.withdraw": "撤回志愿项目",
  "project-link.issue": "发村社申报链接",
  "project-link.revoke": "撤回村社申报链接",
  "claim.approve": "同意认领",
  "claim.refuse": "不同意认领",
  "claim.reopen": "退回继续办",
  "claim.confirm": "确认办成",
  "claim.release": "放回认领",
} as const;

export const PROJECT_FIELD_LABELS = {
  ...{ area: "村社", contactKind: "联系谁", words: "说了什么", projectKind: "哪一类" },
} as const;

/** Acts about moves. */
export const TRANSFER_ACTIONS = {
  "transfer.request": "申请转接",
  "transfer.assent": "同意转接",
  "transfer.refuse": "不同意转接",
  "transfer.withdraw": "撤回转接申请",
  "transfer.cancel": "取消转接",
} as const;

/** Acts of 厂情厂史. */
export const STORY_ACTIONS = {
  ...{ "story.publish": "发布厂情厂史", "story.return": "退回厂情厂史", "story.withdraw": "收回厂情厂史" },
} as const;
