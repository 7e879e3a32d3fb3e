const NOBODYS = "00000000-0000-7000-8000-000000000000";

/** Actions of 厂情厂史 (classified-actions.ts). */
export const STORY_ACTIONS = {
  publishStoryAction: {
    kind: "console" as const,
    input: () => ({ storyId: NOBODYS, version: 0, visibility: "all" }),
  },
  returnStoryAction: { kind: "console" as const, input: () => ({ storyId: NOBODYS, version: 0, note: "示例原因" }) },
  stepStoryAction: { kind: "member" as const, input: () => ({ storyId: NOBODYS, version: 0, step: "withdraw" }) },
};
