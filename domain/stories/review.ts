import type { Visibility } from "./story";

/**
 * Who looks a story through before it is read.
 *
 * The rule: two persons. The secretary of the author's branch, never the author; where there is no other secretary, a
 * study officer of the branch; where there is neither, the committee, which may always do it. Whoever looks it through
 * may let fewer people read it than the author asked for, never more.
 *
 * Example: the secretary A writes, the study officer B of the same branch may publish, A may not.
 */
export interface Officers {
  /** Ids of those in office over the branch today. */
  readonly secretaries: readonly string[];
  readonly studyOfficers: readonly string[];
}

/** Those of the branch who may decide; empty where it is left to the committee. */
export function reviewersOf({ secretaries, studyOfficers }: Officers, authorId: string): string[] {
  const others = secretaries.filter((id) => id !== authorId);
  return others.length > 0 ? others : studyOfficers.filter((id) => id !== authorId);
}

interface Asked {
  readonly authorId: string;
  readonly actorId: string;
  readonly officers: Officers;
  /** Acts for the committee. */
  readonly isCommittee: boolean;
}

/** Why this person may not decide about the story, in Chinese; null when they may. */
export function reviewFault({ authorId, actorId, officers, isCommittee }: Asked): string | null {
  if (actorId === authorId) return "这一篇是你写的，要由另一位同志审核。";
  if (isCommittee || reviewersOf(officers, authorId).includes(actorId)) return null;
  return "这一篇由支部书记审核。";
}

/** For whom it may be published when the author asked for this. */
export function visibilitiesWithin(asked: Visibility): readonly Visibility[] {
  return asked === "all" ? ["all", "organisation"] : ["organisation"];
}
