/**
 * How a contest comes to be held.
 *
 * The rule: two people, as with questions of one's own. Whoever wrote on it does not release it; another person of the
 * committee releases it, or returns it with a reason. Released, it is changed no more: rules that people registered
 * under stand. It can be taken back until it opens, and is then drawn up anew.
 *
 * Example: A draws it up, B corrects the window, C may release; from the first minute of the window nobody takes it back.
 */
import type { ProposalState, ProposalStep } from "@/domain/quizzes/proposal";

export type ContestStep = ProposalStep;
export type ContestState = ProposalState;

const FROM: Readonly<Record<ContestStep, readonly ContestState[]>> = {
  write: ["draft", "returned"],
  submit: ["draft", "returned"],
  release: ["submitted"],
  return: ["submitted"],
  withdraw: ["draft", "returned", "submitted", "released"],
};

const WHY_NOT: Readonly<Record<ContestState, string>> = {
  draft: "这场竞赛还是草稿，没有送去复核。",
  submitted: "这场竞赛已送去复核，要改先请复核的人退回。",
  returned: "这场竞赛已退回修改。",
  released: "这场竞赛已经发布，不能再改。",
  withdrawn: "这场竞赛已经收回。",
};

interface Asked {
  readonly step: ContestStep;
  readonly state: ContestState;
  readonly writers: readonly string[];
  readonly actorId: string;
  readonly opensAt: Date;
  readonly now: Date;
}

/** Why this person may not take this step now, in Chinese; null when they may. */
export function contestStepFault({ step, state, writers, actorId, opensAt, now }: Asked): string | null {
  if (!FROM[step].includes(state)) return WHY_NOT[state];
  if (step === "release" && writers.includes(actorId)) {
    return "这场竞赛你写过或改过，要由另一位同志复核发布。";
  }
  if (step === "withdraw" && state === "released" && now >= opensAt) {
    return "这场竞赛已经开始，不能收回。";
  }
  return null;
}

const MINUTE_MS = 60_000;
export const LIMIT_MINUTES = { least: 1, most: 180 } as const;
export const ATTEMPTS = { least: 1, most: 5 } as const;

interface Plan {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly limitMinutes: number;
  readonly now: Date;
}

/** What speaks against the window of a contest, in Chinese; null when nothing does. */
export function windowFault({ opensAt, closesAt, limitMinutes, now }: Plan): string | null {
  if (opensAt <= now) return "开始的时间已经过了，请改晚一些。";
  if (closesAt <= opensAt) return "结束要晚于开始。";
  if (closesAt.getTime() - opensAt.getTime() < limitMinutes * MINUTE_MS) {
    return "从开始到结束还不够答一次，请延长窗口或缩短限时。";
  }
  return null;
}
