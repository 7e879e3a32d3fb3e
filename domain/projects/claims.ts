import { addDays } from "@/domain/calendar/plain-date";

/**
 * What becomes of a claim.
 *
 * One claim at a time has the project's place; the others wait in the order in which they came. The one with the place
 * is `held` until the station assents (`approved`), says when it is done (`done`), and the station confirms. Whoever
 * gives up, is refused, or does nothing by the date leaves the place to the next in the list, who is held from then on.
 * A station may say that what is called done is not (`reopen`). When a project is confirmed or taken back, those who
 * still wait are `closed`.
 *
 * Example: A claims (held), B claims (waiting), the station approves A, A does nothing by the date (released), B is held.
 */
export const CLAIM_STATES = [
  "waiting",
  "held",
  "approved",
  "done",
  "confirmed",
  "withdrawn",
  "refused",
  "released",
  "closed",
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const CLAIM_STATE_LABELS: Readonly<Record<ClaimState, string>> = Object.freeze({
  waiting: "排队等候",
  held: "等工作站同意",
  approved: "正在办",
  done: "办完待确认",
  confirmed: "已确认办成",
  withdrawn: "已放回",
  refused: "没有同意",
  released: "到期放回",
  closed: "项目已结束",
});

export const CLAIM_ACTS = [
  "promote",
  "approve",
  "refuse",
  "withdraw",
  "complete",
  "reopen",
  "confirm",
  "release",
  "close",
] as const;
export type ClaimAct = (typeof CLAIM_ACTS)[number];

const NEXT: Readonly<Record<ClaimAct, { readonly from: readonly ClaimState[]; readonly to: ClaimState }>> = {
  promote: { from: ["waiting"], to: "held" },
  approve: { from: ["held"], to: "approved" },
  refuse: { from: ["waiting", "held"], to: "refused" },
  withdraw: { from: ["waiting", "held", "approved"], to: "withdrawn" },
  complete: { from: ["approved"], to: "done" },
  reopen: { from: ["done"], to: "approved" },
  confirm: { from: ["done"], to: "confirmed" },
  release: { from: ["approved"], to: "released" },
  close: { from: ["waiting", "held", "approved", "done"], to: "closed" },
};

/** Where an act leads; null when it is not open in this state. */
export function claimAfter(act: ClaimAct, state: ClaimState): ClaimState | null {
  const { from, to } = NEXT[act];
  return from.includes(state) ? to : null;
}

/** True when a claim in this state was brought there by this act: a repeat of the act has nothing left to do. */
export const isResultOf = (act: ClaimAct, state: ClaimState): boolean => NEXT[act].to === state;

/** Alive: may still lead to a confirmed project. One claimant has one such claim on a project. */
export const isAlive = (state: ClaimState): boolean => ["waiting", "held", "approved", "done"].includes(state);

/** Has the project's place. */
export const hasPlace = (state: ClaimState): boolean => ["held", "approved", "done", "confirmed"].includes(state);

/** May see the contact. */
export const seesContact = (state: ClaimState): boolean => state === "approved" || state === "done";

/** The acts of the station, the claimant and the clock. */
export const STATION_ACTS = ["approve", "refuse", "reopen", "confirm", "release"] as const;
export type StationAct = (typeof STATION_ACTS)[number];

export interface Party {
  /** Who pressed the button of the claim. */
  readonly memberId: string;
  readonly claimantKind: ClaimantKind;
  readonly claimantId: string;
}

export const CLAIMANT_KINDS = ["member", "branch", "organisation"] as const;
export type ClaimantKind = (typeof CLAIMANT_KINDS)[number];

/** Why this person may not decide about this claim, in Chinese; null when they may. Nobody decides on their own. */
export function deciderFault(claim: Party, actorId: string): string | null {
  const isOwn = claim.memberId === actorId || (claim.claimantKind === "member" && claim.claimantId === actorId);
  return isOwn ? "这是你自己认领的，要由另一位同志办。" : null;
}

/** A progress note gives so many days more, when the date is nearer than that. */
const NOTE_DAYS = 14;

/** The last day of a claim that is approved on a day. */
export const firstDueOn = (approvedOn: string, days: number): string => addDays(approvedOn, days);

/** The last day after a progress note. */
export function dueAfterNote(dueOn: string, notedOn: string): string {
  const later = addDays(notedOn, NOTE_DAYS);
  return later > dueOn ? later : dueOn;
}

/** Nothing happened by the date: the last day itself still counts. */
export const isOverdue = ({ state, dueOn }: { state: ClaimState; dueOn: string | null }, today: string): boolean =>
  state === "approved" && dueOn !== null && dueOn < today;

/** So many days before its last day a claimant is reminded. */
const REMIND_DAYS = 3;

/** The latest last day of which somebody is reminded today. */
export const remindFrom = (today: string): string => addDays(today, REMIND_DAYS);

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Full weeks that a claim has waited for its station: it is told again at each. */
export const waitingWeeks = (since: Date, now: Date): number => Math.floor((now.getTime() - since.getTime()) / WEEK);
