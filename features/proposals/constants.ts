export const ORIGIN_LABELS: Readonly<Record<string, string>> = { file: "公共题库", local: "本单位" };

export const QUESTION_STATE_LABELS: Readonly<Record<string, string>> = {
  ...{ active: "在用", retired: "已停用", void: "已作废" },
};
