import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf, timeOf } from "@/domain/calendar/shanghai";
import { maskName } from "@/domain/people/name";
import {
  DUTY_ACTIONS,
  DUTY_FIELDS,
  ERRATUM_ACTIONS,
  ERRATUM_FIELDS,
  PROJECT_ACTION_LABELS,
  PROJECT_FIELD_LABELS,
  STORY_ACTIONS,
  TRANSFER_ACTIONS,
  VALUE_LABELS,
} from "./constants/labels";
import { pageOf, SUBJECT_LABELS, type SubjectKind } from "./constants/subjects";
import type { AuditRow } from "./types";

/**
 * Administrative acts in words. Every action that is written has its label here, and every field of its `detail`:
 * tests fail for one that has none. Values that are ids are shown by name; what could be a secret is never shown.
 *
 * Example: `{before: {branchId: "b1"}, after: {branchId: "b2"}}` reads 支部：示例一支部 → 示例二支部.
 */
export const ACTION_LABELS = {
  "station.create": "建立工作站",
  "station.edit": "修改工作站",
  "station.close": "关闭工作站",
  "station.reopen": "恢复工作站",
  "organisation.create": "登记组织",
  "organisation.edit": "修改组织",
  "organisation.close": "关闭组织",
  "organisation.reopen": "恢复组织",
  "branch.create": "建立支部",
  "branch.edit": "修改支部",
  "branch.close": "关闭支部",
  "branch.reopen": "恢复支部",
  "member.create": "登记人员",
  "member.name": "填写姓名",
  "member.employ": "登记工作关系",
  "member.join-branch": "登记组织关系",
  ...{ "member.end-employment": "结束工作关系", "member.end-membership": "结束组织关系" },
  ...{ "member.leave-zone": "转出", "member.return": "转入" },
  "member.merge": "合并账号",
  "member.edit": "修改资料",
  "member.login.add": "加登录名",
  "member.login.remove": "去掉登录名",
  "member.login.settle": "登录名随工作关系更换",
  "member.deactivate": "停用账号",
  "member.restore": "恢复账号",
  "member.code.issue": "发一次性口令",
  "role.grant": "任命",
  "role.revoke": "撤回任命",
  "role.renew": "续任",
  ...{ "role.end": "职责随关系结束", "role.resume": "职责随转接取消恢复" },
  ...TRANSFER_ACTIONS,
  "invitation.issue": "发邀请",
  "invitation.revoke": "撤回邀请",
  "join-code.issue": "发支部码",
  "join-code.revoke": "撤回支部码",
  "application.accept": "通过申请",
  "application.refuse": "没有通过申请",
  "import.receive": "上传名册表格",
  "import.write": "导入名册",
  "import.cancel": "放弃导入",
  "register.export": "导出名册",
  "season.close": "结算一季积分",
  ...{ "season.answer": "答复积分异议", "season.correct": "更正一季积分" },
  "installation.accept-keys": "接受换过的密钥",
  "content.accept-library": "审核通过学习内容",
  "content.take-down": "撤下内容",
  "content.restore": "恢复内容",
  "feedback.answer": "答复反馈",
  "assignment.set": "派发学习",
  "assignment.withdraw": "撤回派发",
  "assignment.record": "登记学习情况",
  "assignment.undo": "撤销学习登记",
  "assignment.answer": "答复学习记录异议",
  "push.set": "定推送时间",
  ...{ "channel.add": "加群机器人", "channel.remove": "撤掉群机器人" },
  ...{ "channel.test": "试发群机器人", "channel.resume": "恢复群机器人" },
  "figures.object": "对数据提出异议",
  "figures.answer": "答复数据异议",
  "proposal.write": "写题",
  "proposal.submit": "送复核",
  "proposal.release": "复核通过",
  "proposal.return": "退回修改",
  "proposal.withdraw": "收回",
  "question.release": "发布题目",
  "question.correct": "更正题目",
  "question.retire": "停用题目",
  "question.void": "作废题目",
  "question.settle-upstream": "决定用哪一版题目",
  "job.rerun": "重办定时任务",
  ...{ "contest.write": "拟定知识竞赛", "contest.preview": "看竞赛样卷", "contest.submit": "竞赛送复核" },
  ...{ "contest.release": "发布知识竞赛", "contest.return": "竞赛退回修改", "contest.withdraw": "收回知识竞赛" },
  ...ERRATUM_ACTIONS,
  ...DUTY_ACTIONS,
  ...PROJECT_ACTION_LABELS,
  ...STORY_ACTIONS,
} as const satisfies Record<string, string>;

/** What may be written: an action without a label does not compile. */
export type AuditAction = keyof typeof ACTION_LABELS;

/** Labels of the fields of `detail`, of `before` and of `after`. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  name: "名称",
  visibility: "给谁看",
  keptId: "并入的账号",
  goneId: "并进来的账号",
  fromId: "原来的",
  toId: "转到",
  sides: "哪一边",
  standing: "身份",
  state: "状态",
  kind: "类型",
  role: "职责",
  scopeKind: "管辖",
  scopeId: "管辖范围",
  stationId: "工作站",
  organisationId: "组织",
  hostOrganisationId: "所属组织",
  branchId: "支部",
  shortCode: "组织短码",
  creditCode: "统一社会信用代码",
  sort: "顺序",
  position: "排在第几位",
  since: "从",
  until: "到",
  on: "日期",
  timeFactor: "限时系数",
  login: "另加登录名",
  means: "登录方式",
  count: "数量",
  reason: "理由",
  versionId: "版本",
  questionId: "题目",
  reviewer: "审核人",
  register: "名册",
  rows: "行数",
  period: "哪一期",
  new: "新登记行数",
  update: "有变化行数",
  same: "没有变化行数",
  move: "要转接行数",
  fault: "有错行数",
  organisation: "所在组织",
  branch: "所在党支部",
  station: "工作站",
  joined: "起始日期",
  session: "会话密钥",
  contacts: "联系方式密钥",
  lookup: "查找密钥",
  receipts: "回执密钥",
  isListed: "原在名单上",
  byApplication: "凭加入申请",
  title: "标题",
  dueOn: "完成日期",
  manner: "方式",
  note: "说明",
  quarter: "季度",
  figure: "哪一项数据",
  points: "分值",
  text: "异议",
  answer: "答复",
  ...{ pushAt: "推送时间", robotKind: "哪种群" },
  ...DUTY_FIELDS,
  ...ERRATUM_FIELDS,
  ...PROJECT_FIELD_LABELS,
};

/** Ids of rows and numbers of versions mean nothing to a reader. */
export const SILENT_FIELDS: ReadonlySet<string> = new Set(["grantId", "importId", "invitation", "transfer", "version"]);

/** Nothing under such a name is ever shown, whatever it holds; a boolean says only that it was touched. */
const SECRET = /login|password|hash|token|cipher|secret/i;

/** The label of an action as stored; one this version does not know shows as it is. */
export function actionLabel(action: string): string {
  return action in ACTION_LABELS ? ACTION_LABELS[action as AuditAction] : action;
}

/** Who acted when nobody did: a command on the server, a job, or somebody without an account. */
/** Said where more is called so than is looked for. */
export const PART = "叫这个的太多，只查了其中一部分，记录可能不全。请把名字写全一些再查。";

export const SYSTEM = "系统";

/** Names by id, of everything the rows speak of. */
export type Names = ReadonlyMap<string, string>;

export type Change = { field: string; before: string | null; after: string | null };

export type HistoryLine = {
  id: string;
  /** 2026年11月22日 09:41 */
  at: string;
  what: string;
  actor: string;
  changes: Change[];
};

/** One act as a history shows it. `isWhole` says whether the actor's name may be shown whole to this reader. */
export function historyLine(row: AuditRow, names: Names, isWhole: (memberId: string) => boolean): HistoryLine {
  return {
    id: row.id,
    at: `${formatFull(businessDateOf(row.at))} ${timeOf(row.at)}`,
    what: actionLabel(row.action),
    actor: actorOf(row.actorId, names, isWhole),
    changes: changesOf(row.detail, names),
  };
}

/** One act as a sentence: 示例同志2026年11月22日 09:41修改组织，名称原来是“甲”，现在是“乙”. */
export function tellLine({ actor, at, what, changes }: HistoryLine): string {
  const told = changes.map(({ field, before, after }) => {
    const old = before === null ? "原来没有" : `原来是“${before}”`;
    return `，${field}${old}，${after === null ? "现在去掉了" : `现在是“${after}”`}`;
  });
  return `${actor}${at}${what}${told.join("；").replaceAll("；，", "；")}。`;
}

function actorOf(actorId: string | null, names: Names, isWhole: (memberId: string) => boolean): string {
  if (actorId === null) return SYSTEM;
  const name = names.get(actorId) ?? "";
  if (name === "") return "没有留下姓名的人";
  return isWhole(actorId) ? name : maskName(name);
}

/** Pairs of `before` and `after` by field; a detail without them is all `after`. Fields that did not change are left out. */
export function changesOf(detail: Readonly<Record<string, unknown>>, names: Names): Change[] {
  const { before, after, ...rest } = detail;
  const [old, young] = [recordOf(before), { ...recordOf(after), ...rest }];
  return [...new Set([...Object.keys(old), ...Object.keys(young)])]
    .filter((field) => !SILENT_FIELDS.has(field) && JSON.stringify(old[field]) !== JSON.stringify(young[field]))
    .map((field) => ({
      field: FIELD_LABELS[field] ?? field,
      before: valueOf(field, old[field], names),
      after: valueOf(field, young[field], names),
    }))
    .filter((change) => change.before !== null || change.after !== null);
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function valueOf(field: string, value: unknown, names: Names): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "boolean") return value ? "是" : null;
  if (SECRET.test(field)) return "（不显示）";
  if (Array.isArray(value)) return value.map((item) => valueOf(field, item, names)).join("、") || null;
  return typeof value === "object" ? null : wordOf(field, String(value), names);
}

function wordOf(field: string, text: string, names: Names): string {
  if (/Ids?$/.test(field)) return names.get(text) ?? "已不在的一项";
  return VALUE_LABELS[field]?.[text] ?? (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatFull(text) : text);
}

export type AuditLine = HistoryLine & { subject: string; href: string | null };

/** What an act was done to: its name, and the id that its page goes by (null: no page that may be opened). */
export type Subject = { name: string; pageId: string | null };

/** Subjects by `subjectKey`; one that is gone is not among them. */
export type Subjects = ReadonlyMap<string, Subject>;

export const subjectKey = (kind: string, id: string): string => `${kind}:${id}`;

/** One act as the log shows it to administrators. `atDesk`: the reader also opens the pages of the committee of the zone. */
export function auditLine(row: AuditRow, known: { names: Names; subjects: Subjects }, atDesk: boolean): AuditLine {
  return { ...historyLine(row, known.names, () => true), ...subjectOf(row, known.subjects, atDesk) };
}

/** By its name; by its id alone where it is gone or of a kind that this version does not know. */
function subjectOf({ subjectKind, subjectId }: AuditRow, subjects: Subjects, atDesk: boolean) {
  const kind = subjectKind in SUBJECT_LABELS ? (subjectKind as SubjectKind) : null;
  const found = subjects.get(subjectKey(subjectKind, subjectId));
  const subject = `${kind === null ? subjectKind : SUBJECT_LABELS[kind]}：${found?.name || subjectId}`;
  const page = kind === null || !found || found.pageId === null ? null : pageOf(kind, found.pageId);
  return { subject, href: page === null || (page.isAtDesk && !atDesk) ? null : page.href };
}

/** One change as a line of text. */
export function changeWords({ field, before, after }: Change): string {
  if (before === null) return `${field}：${after ?? ""}`;
  return `${field}：${before} → ${after ?? "（去掉）"}`;
}
