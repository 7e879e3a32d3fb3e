import type { Role } from "./types";

/**
 * What a role is called.
 *
 * Example: `study-officer` is 学习委员.
 */
export const ROLE_LABELS: Readonly<Record<Role, string>> = Object.freeze({
  "study-officer": "学习委员",
  "branch-secretary": "支部书记",
  "party-worker": "党务工作者",
  instructor: "党建指导员",
  committee: "工委工作人员",
  administrator: "管理员",
});
