const NOBODYS = "00000000-0000-7000-8000-000000000000";

type Target = { memberId: string };
const record = ({ memberId }: Target) => ({ assignmentId: NOBODYS, memberId, version: "mi0000000" });

/** What an officer recorded about one person's study (classified-actions.ts). */
export const RECORD_ACTIONS = {
  answerResultObjectionAction: {
    kind: "console" as const,
    input: (target: Target) => ({ ...record(target), answer: "示例答复" }),
  },
  undoResultAction: { kind: "console" as const, input: record },
};
