/**
 * What became of an assignment for one person. Answering is done on the phone; 已线下学习 is recorded by an officer, counts
 * as done and earns no points; an excuse takes the person out of the number expected. A record that the person objected
 * to counts for nothing until the officer removed it or answered that it is right, or the person withdrew the objection. What was answered before the
 * assignment was set is done at once.
 *
 * Example: five people; one answered, one studied offline, one on night shift, one objects to 已线下学习, one has done
 * nothing: 2 done of 4 expected.
 */
export const OFFLINE_MANNERS = ["morning-quarter", "workshop-class", "canteen-cinema", "talk", "paper"] as const;
export type OfflineManner = (typeof OFFLINE_MANNERS)[number];

export const EXCUSE_MANNERS = ["night-shift", "shutdown", "leave", "posted-away", "other"] as const;
export type ExcuseManner = (typeof EXCUSE_MANNERS)[number];

export const OFFLINE_LABELS: Readonly<Record<OfflineManner, string>> = Object.freeze({
  "morning-quarter": "晨会一刻钟",
  "workshop-class": "车间微课堂",
  "canteen-cinema": "食堂微影院",
  talk: "当面讲学",
  paper: "纸质学习单",
});

export const EXCUSE_LABELS: Readonly<Record<ExcuseManner, string>> = Object.freeze({
  "night-shift": "夜班",
  shutdown: "停产",
  leave: "休假",
  "posted-away": "外派",
  other: "其他",
});

export type ResultKind = "answered" | "offline" | "excused";

export interface Result {
  readonly kind: ResultKind;
  /** The day it was answered or studied, or from which it is excused. */
  readonly on: string;
  readonly manner: string;
  readonly note: string;
  /** The person says that it is not so, and nobody has settled it. */
  readonly isObjected: boolean;
}

export type OutcomeKind = "open" | "objected" | ResultKind;

export interface Outcome {
  readonly kind: OutcomeKind;
  /** Null while it is open. */
  readonly on: string | null;
}

/** `earlierOn`: the day on which the person had answered the same thing without a row being written; null for never. */
export function outcomeOf(result: Result | null, earlierOn: string | null): Outcome {
  if (result?.kind === "answered") return { kind: "answered", on: result.on };
  if (earlierOn !== null) return { kind: "answered", on: earlierOn };
  if (result === null) return { kind: "open", on: null };
  return { kind: result.isObjected ? "objected" : result.kind, on: result.on };
}

export interface Tally {
  /** Answered or studied offline. */
  readonly done: number;
  /** Of `done`, those whom an officer recorded. */
  readonly offline: number;
  readonly excused: number;
  /** Everybody it is for but the excused. */
  readonly expected: number;
}

export function tallyOf(outcomes: readonly Outcome[]): Tally {
  const count = (kind: OutcomeKind): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  const [offline, excused] = [count("offline"), count("excused")];
  return { done: count("answered") + offline, offline, excused, expected: outcomes.length - excused };
}

/** 晨会一刻钟 or 夜班; the word itself for one that is not listed. */
export function mannerLabel(manner: string): string {
  const labels: Readonly<Record<string, string>> = { ...OFFLINE_LABELS, ...EXCUSE_LABELS };
  return labels[manner] ?? manner;
}
