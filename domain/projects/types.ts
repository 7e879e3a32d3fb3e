/**
 * Words of the volunteer project library: what there is, whom it is for, and how far it has come.
 *
 * Example: a wish of the category elderly is `published` when two people have passed its text, and `confirmed` when its
 * station says that it was done.
 */
export const PROJECT_KINDS = ["wish", "joint", "visit"] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

export const PROJECT_KIND_LABELS: Readonly<Record<ProjectKind, string>> = Object.freeze({
  wish: "微心愿",
  joint: "村企联建",
  visit: "走访慰问",
});

export const CATEGORIES = ["goods", "elderly", "children", "disabled", "skills", "jobs", "surroundings"] as const;
export type Category = (typeof CATEGORIES)[number];

export const CATEGORY_LABELS: Readonly<Record<Category, string>> = Object.freeze({
  goods: "添置物品",
  elderly: "陪伴老人",
  children: "关爱孩子",
  disabled: "助残帮困",
  skills: "技能服务",
  jobs: "产业和就业",
  surroundings: "环境和设施",
});

/** `submitted` waits for the first look, `checked` for the second; `returned` was sent back with a reason. */
export const PROJECT_STATES = ["submitted", "checked", "returned", "published", "confirmed", "withdrawn"] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];

export const PROJECT_STATE_LABELS: Readonly<Record<ProjectState, string>> = Object.freeze({
  submitted: "等初审",
  checked: "等复审",
  returned: "退回修改",
  published: "已发布",
  confirmed: "已办成",
  withdrawn: "已撤回",
});

/** How many days a claimant may have. */
export const DAYS_CHOICES = [7, 14, 30, 60, 90] as const;
