import type { ProjectState } from "./types";

/**
 * How a proposed project comes before everybody's eyes.
 *
 * The rule: two people look at the public text, one after the other, and neither of them wrote on it. Each passes it or
 * returns it with a reason; after a change both look anew. It can be changed while it waits or was returned, and taken
 * back until somebody's work on it was confirmed. What is published is not rewritten: it is taken back and proposed anew.
 *
 * Example: A proposes, B passes, C passes: published. B may not pass twice, and A never.
 */
export type ModerationStep = "write" | "pass" | "return" | "withdraw";

const FROM: Readonly<Record<ModerationStep, readonly ProjectState[]>> = {
  write: ["submitted", "checked", "returned"],
  pass: ["submitted", "checked"],
  return: ["submitted", "checked"],
  withdraw: ["submitted", "checked", "returned", "published"],
};

const WHY_NOT: Readonly<Record<ProjectState, string>> = {
  submitted: "这个项目还在等初审。",
  checked: "这个项目已经初审，在等复审。",
  returned: "这个项目已经退回修改，改好再审。",
  published: "这个项目已经发布，不能再改。要改请先撤回，另报一个。",
  confirmed: "这个项目已经办成，不能再改。",
  withdrawn: "这个项目已经撤回。",
};

interface Asked {
  readonly step: ModerationStep;
  readonly state: ProjectState;
  /** Everybody who wrote on it; nobody for what came by a village's link. */
  readonly writers: readonly string[];
  /** Who passed it first. */
  readonly checkerId: string | null;
  readonly actorId: string;
}

/** Why this person may not take this step now, in Chinese; null when they may. */
export function moderationFault({ step, state, writers, checkerId, actorId }: Asked): string | null {
  if (!FROM[step].includes(state)) return WHY_NOT[state];
  if (step !== "pass") return null;
  if (writers.includes(actorId)) return "这个项目你写过或改过，要由另外两位同志审。";
  if (state === "checked" && checkerId === actorId) return "初审是你办的，复审要由另一位同志办。";
  return null;
}

/** Where a step leads. */
export function stateAfter(step: ModerationStep, state: ProjectState): ProjectState {
  switch (step) {
    case "write":
      return "submitted";
    case "pass":
      return state === "submitted" ? "checked" : "published";
    case "return":
      return "returned";
    case "withdraw":
      return "withdrawn";
  }
}
