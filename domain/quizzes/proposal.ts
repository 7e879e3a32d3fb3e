/**
 * How a question of one's own comes to be asked.
 *
 * The rule: two people. Whoever wrote on a question, even one word, does not release it; another person of the
 * committee releases it, or returns it with a reason. It can be changed while it is a draft or was returned, and taken
 * back until it is released; what is released is never changed, only followed by a new proposal.
 * Source: docs/content.md, 本单位的题.
 *
 * Example: A writes, B mends a date, C may release; A and B may not.
 */
export const PROPOSAL_STATES = ["draft", "submitted", "returned", "released", "withdrawn"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_STATE_LABELS: Readonly<Record<ProposalState, string>> = Object.freeze({
  draft: "草稿",
  submitted: "等人复核",
  returned: "退回修改",
  released: "已发布",
  withdrawn: "已收回",
});

export type ProposalStep = "write" | "submit" | "release" | "return" | "withdraw";

const FROM: Readonly<Record<ProposalStep, readonly ProposalState[]>> = {
  write: ["draft", "returned"],
  submit: ["draft", "returned"],
  release: ["submitted"],
  return: ["submitted"],
  withdraw: ["draft", "returned", "submitted"],
};

const WHY_NOT: Readonly<Record<ProposalState, string>> = {
  draft: "这道题还是草稿，没有送去复核。",
  submitted: "这道题已送去复核，要改先请复核的人退回。",
  returned: "这道题已退回修改。",
  released: "这道题已经发布，要改请另写一份更正。",
  withdrawn: "这道题已经收回。",
};

interface Asked {
  readonly step: ProposalStep;
  readonly state: ProposalState;
  /** Everybody who wrote on it. */
  readonly writers: readonly string[];
  readonly actorId: string;
}

/** Why this person may not take this step now, in Chinese; null when they may. */
export function stepFault({ step, state, writers, actorId }: Asked): string | null {
  if (!FROM[step].includes(state)) return WHY_NOT[state];
  if (step === "release" && writers.includes(actorId)) {
    return "这道题你写过或改过，要由另一位同志复核发布。";
  }
  return null;
}

/** The writers after this person wrote on it. */
export function withWriter(writers: readonly string[], actorId: string): string[] {
  return writers.includes(actorId) ? [...writers] : [...writers, actorId];
}
