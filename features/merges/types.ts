/** Two accounts of one person: the one that stays, and the one that goes. */
export type Pair = { readonly keptId: string; readonly goneId: string };

/** What one account has, in words and numbers that help to choose which one stays. */
export type Side = {
  id: string;
  name: string;
  standing: string;
  state: string;
  branch: string;
  organisation: string;
  logins: string[];
  roles: string[];
  points: number;
  attempts: number;
  recalls: number;
  seasons: string[];
};

export type Preview = {
  kept: Side;
  gone: Side;
  /** Points of the merged account, and those not counted twice. */
  after: number;
  lost: number;
  /** Why it cannot be done; null when it can. */
  fault: string | null;
};
