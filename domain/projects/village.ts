import type { ContactKind } from "./consent";
import type { ProjectState } from "./types";
import { textWarnings, type KnownContact } from "./warnings";

/**
 * What whoever holds a village's link reads of a project that came by it.
 *
 * A link goes from hand to hand, and a title that nobody has passed yet may name somebody; so may the reason why it came
 * back. Words in which anything recognisable is found are left out, and so are words that can no longer be compared
 * because the contact was deleted. A title that two people passed stands for everybody anyway.
 *
 * Example: returned, title 给王某某送米, contact 王某某 → no title; reason 写明几盏 → shown.
 */
export interface Sent {
  readonly state: ProjectState;
  readonly title: string;
  /** Why it was returned or taken back. */
  readonly reviewNote: string;
  readonly contactKind: ContactKind;
  /** Null when the station is the contact, and when it was deleted. */
  readonly contact: KnownContact | null;
}

/** Null for what is not shown; a reason is there only for what came back. */
export function shownToVillage(sent: Sent): { title: string | null; reason: string | null } {
  const { state, title, reviewNote } = sent;
  const isPublic = state === "published" || state === "confirmed";
  return {
    title: isPublic || isPlain(title, sent) ? title : null,
    reason: state === "returned" && isPlain(reviewNote, sent) ? reviewNote : null,
  };
}

function isPlain(text: string, { contactKind, contact }: Sent): boolean {
  const isComparable = contactKind === "station" || contact !== null;
  return isComparable && textWarnings(text, contact).length === 0;
}
