import type { Role } from "@/domain/access/types";

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  "study-officer": "学习委员",
  "branch-secretary": "支部书记",
  "party-worker": "党务工作者",
  instructor: "党建指导员",
  committee: "工委工作人员",
  administrator: "管理员",
};

export const STATE_LABELS = { invited: "还没登录过", active: "在用", inactive: "停用", left: "已转出" } as const;
