/** What an earlier version promised to somebody, to be held by this one. */
export type OldFacts = {
  memberId: string;
  /** Of the paper that was handed in. */
  receiptId: string;
  points: number;
  score: number;
  /** The paper that is open, the answers that were acknowledged, and those still on the phone. */
  attemptId: string;
  saved: Record<string, unknown>;
  unsent: Record<string, unknown>;
};
