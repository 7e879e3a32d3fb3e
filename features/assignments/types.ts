export const TARGET_KINDS = ["lesson", "entry", "quiz"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** What is to be answered: a content id or a quiz id. */
export type Target = { readonly kind: TargetKind; readonly id: string };
