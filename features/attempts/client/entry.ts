/**
 * What this phone keeps of one attempt, and how answers given here, saved on the server and given in another tab meet.
 *
 * The rule: every answer gets a revision above the highest this browser has seen, at the moment it is given, and stays
 * unsent until the server has confirmed exactly this revision. Of two copies of an entry the higher revision of each
 * question stays; of equal ones the delivered copy. An unsent answer gives way to the server only when the server has
 * said that it ignores it. A page that is older than what the server confirmed (a shell kept for the flight mode)
 * changes nothing. Source: docs/api.md, "Saving".
 *
 * Example: with revision 5 seen, answering q1 and q2 gives q1@6 and q2@7; the patch carries revision 7. The reply
 * `{revision: 9, ignored: ["q1"]}` leaves q2 delivered and q1 to be read from the server; the next answer is @10.
 */
import type { AnswerValue, PublicPaper } from "@/domain/quizzes/types";

export type KeptAnswer = {
  readonly value: AnswerValue | null;
  readonly revision: number;
  readonly sent: boolean;
  /** Why the server will never take this value; such an answer is not sent again. */
  readonly refused?: string;
};

export type Entry = {
  readonly paper: PublicPaper;
  readonly answers: Readonly<Record<string, KeptAnswer>>;
  /** Marked questions; they stay on this phone. */
  readonly flags: readonly string[];
  /** The highest revision given or seen here. */
  readonly revision: number;
  /** The highest revision the server has confirmed. */
  readonly confirmed: number;
  /** Server's clock minus this phone's, in milliseconds. */
  readonly offset: number;
  /** Whether the paper is to be handed in (asked for, or the time is up) as soon as there is a network. */
  readonly handing: { readonly wanted: boolean; readonly revision: number };
};

export type Patch = { readonly revision: number; readonly answers: Readonly<Record<string, AnswerValue | null>> };
export type SaveReply = { readonly revision: number; readonly ignored: readonly string[] };

export type QuestionState = "open" | "kept" | "sent";

/** An entry for a paper that was just read from the server. `arrivedAt` is this phone's clock. */
export function entryOf(paper: PublicPaper, arrivedAt: number): Entry {
  const answers = Object.entries(paper.answers).map(([id, value]): [string, KeptAnswer] => [
    id,
    { value, revision: 0, sent: true },
  ]);
  return {
    paper,
    answers: Object.fromEntries(answers),
    flags: [],
    revision: paper.revision,
    confirmed: paper.revision,
    offset: Date.parse(paper.serverTime) - arrivedAt,
    handing: { wanted: false, revision: 0 },
  };
}

/** The entry after one answer was given (or cleared, with null) here. */
export function withAnswer(entry: Entry, id: string, value: AnswerValue | null): Entry {
  const revision = entry.revision + 1;
  return { ...entry, revision, answers: { ...entry.answers, [id]: { value, revision, sent: false } } };
}

export function withFlag(entry: Entry, id: string): Entry {
  const flags = entry.flags.includes(id) ? entry.flags.filter((each) => each !== id) : [...entry.flags, id];
  return { ...entry, flags };
}

/** Hands in, or takes that back while nothing has been confirmed. */
export function withHanding(entry: Entry, wanted: boolean): Entry {
  const revision = entry.revision + 1;
  return { ...entry, revision, handing: { wanted, revision } };
}

const isPending = (kept: KeptAnswer): boolean => !kept.sent && kept.refused === undefined;

/** Ids of the answers that have not been delivered, in the order of the paper. */
export function pendingIds(entry: Entry): string[] {
  return entry.paper.questions.flatMap(({ id }) => {
    const kept = entry.answers[id];
    return kept !== undefined && isPending(kept) ? [id] : [];
  });
}

/** What is to be sent; null when everything is delivered. */
export function patchOf(entry: Entry): Patch | null {
  const waiting = pendingIds(entry).flatMap((id): [string, KeptAnswer][] => {
    const kept = entry.answers[id];
    return kept === undefined ? [] : [[id, kept]];
  });
  if (waiting.length === 0) return null;
  return {
    revision: Math.max(...waiting.map(([, kept]) => kept.revision)),
    answers: Object.fromEntries(waiting.map(([id, kept]) => [id, kept.value])),
  };
}

/** The entry after the server has taken `patchOf(before)`. What was answered again meanwhile stays unsent. */
export function withDelivered(entry: Entry, before: Entry, reply: SaveReply): Entry {
  const answers = { ...entry.answers };
  for (const id of pendingIds(before)) {
    const kept = answers[id];
    if (kept?.revision === before.answers[id]?.revision && !reply.ignored.includes(id))
      answers[id] = { value: kept?.value ?? null, revision: kept?.revision ?? 0, sent: true };
  }
  return { ...entry, answers, ...seen(entry, reply.revision) };
}

const seen = (entry: Entry, revision: number) => ({
  revision: Math.max(entry.revision, revision),
  confirmed: Math.max(entry.confirmed, revision),
});

/** The entry after the server has refused some of the values of `patchOf(before)` for good. */
export function withRefused(entry: Entry, before: Entry, reasons: Readonly<Record<string, string>>): Entry {
  const answers = { ...entry.answers };
  for (const id of pendingIds(before)) {
    const kept = answers[id];
    const refused = reasons[id];
    if (kept !== undefined && refused !== undefined && kept.revision === before.answers[id]?.revision)
      answers[id] = { ...kept, refused };
  }
  return { ...entry, answers };
}

export type Read = {
  readonly entry: Entry;
  /** Questions whose answer was changed elsewhere. */ readonly changed: string[];
};

/**
 * The entry after the paper was read again. Delivered answers become the server's; unsent ones stay, except those the
 * server ignores. An older paper than what was confirmed changes nothing.
 */
export function withPaper(entry: Entry, paper: PublicPaper, ignored: readonly string[] = []): Read {
  if (paper.revision < entry.confirmed) return { entry, changed: [] };
  const changed: string[] = [];
  const answers: Record<string, KeptAnswer> = {};
  for (const { id } of paper.questions) {
    const kept = entry.answers[id];
    const met = metAnswer(kept, { value: paper.answers[id] ?? null, revision: paper.revision }, ignored.includes(id));
    if (met === undefined) continue;
    answers[id] = met;
    if (met !== kept && !isSame(kept?.value ?? null, met.value)) changed.push(id);
  }
  return { entry: { ...entry, paper, answers, ...seen(entry, paper.revision) }, changed };
}

type Served = { readonly value: AnswerValue | null; readonly revision: number };

/** What stands for one question: what waits here, unless the server ignores it; otherwise what the server has. */
function metAnswer(kept: KeptAnswer | undefined, served: Served, isIgnored: boolean): KeptAnswer | undefined {
  if (kept === undefined) return served.value === null ? undefined : { value: served.value, revision: 0, sent: true };
  if (isIgnored) return { value: served.value, revision: Math.max(served.revision, kept.revision), sent: true };
  return kept.sent ? { value: served.value, revision: kept.revision, sent: true } : kept;
}

/** Two copies of one entry, of two tabs or of the tab and the store; `mine` decides where they are equal. */
export function mergeEntries(other: Entry, mine: Entry): Entry {
  const answers: Record<string, KeptAnswer> = { ...other.answers };
  for (const [id, kept] of Object.entries(mine.answers)) {
    const theirs = answers[id];
    answers[id] = theirs !== undefined && isAhead(theirs, kept) ? theirs : kept;
  }
  const later = other.confirmed > mine.confirmed ? other : mine;
  return {
    ...mine,
    paper: later.paper,
    answers,
    revision: Math.max(other.revision, mine.revision),
    confirmed: later.confirmed,
    handing: other.handing.revision > mine.handing.revision ? other.handing : mine.handing,
  };
}

const isAhead = (theirs: KeptAnswer, kept: KeptAnswer): boolean =>
  theirs.revision > kept.revision || (theirs.revision === kept.revision && theirs.sent && !kept.sent);

export function stateOf(entry: Entry, id: string): QuestionState {
  const kept = entry.answers[id];
  if (kept === undefined) return "open";
  if (!kept.sent) return "kept";
  return kept.value === null ? "open" : "sent";
}

/** Ids of the questions without an answer, in the order of the paper. */
export function unansweredIds(entry: Entry): string[] {
  return entry.paper.questions.flatMap(({ id }) => ((entry.answers[id]?.value ?? null) === null ? [id] : []));
}

/** The same value, whatever the order of pairs. */
export function isSame(a: AnswerValue | null, b: AnswerValue | null): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(value: AnswerValue | null): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
