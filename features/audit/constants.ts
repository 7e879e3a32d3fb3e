import { CONTACT_KIND_LABELS } from "@/domain/projects/consent";
import { PROJECT_KIND_LABELS } from "@/domain/projects/types";

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

export const PROJECT_SUBJECT_LABELS = { project: "志愿项目", claim: "志愿项目认领" } as const;

export const PROJECT_FIELD_LABELS = {
  ...{ area: "村社", contactKind: "联系谁", words: "说了什么", projectKind: "哪一类" },
} as const;

export const PROJECT_VALUE_LABELS = { projectKind: PROJECT_KIND_LABELS, contactKind: CONTACT_KIND_LABELS } as const;
