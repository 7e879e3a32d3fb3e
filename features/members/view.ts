export const STATE_LABELS = { invited: "还没登录过", active: "在用", inactive: "停用", left: "已转出" } as const;
