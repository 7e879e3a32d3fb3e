import type { Role } from "@/domain/access/types";
import { addDays } from "@/domain/calendar/plain-date";
import type { Stay } from "./stays";

/**
 * Moves. A person moves to another organisation (employment) or branch (membership) when both sides have assented, or
 * the committee has decided for both. A side that the person does not come from (no branch yet) has nothing to assent.
 * Nobody moves into the past: what was answered and counted stays where it was, so that a move agreed on after its day
 * begins on the day of the last assent.
 *
 * Example: asked for from 2026-12-01 and assented to by both on 2026-11-28 → moves on 2026-12-01; agreed on 2026-12-05 →
 * moves on 2026-12-05.
 */
export const TRANSFER_KINDS = ["membership", "employment"] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

export const TRANSFER_LABELS: Readonly<Record<TransferKind, string>> = Object.freeze({
  membership: "组织关系",
  employment: "工作关系",
});

export type TransferState = "open" | "done" | "refused" | "withdrawn" | "cancelled";

export const TRANSFER_SIDES = ["from", "to"] as const;
export type TransferSide = (typeof TRANSFER_SIDES)[number];

/** Who speaks for a side: the secretary for a branch, the party worker for an organisation. */
export function officerOf(kind: TransferKind): Role {
  return kind === "membership" ? "branch-secretary" : "party-worker";
}

interface Assents {
  readonly fromId: string | null;
  readonly fromAssentAt: Date | null;
  readonly toAssentAt: Date | null;
}

/** The sides still to assent, the old one first; empty when the move may be done. */
export function missingSides({ fromId, fromAssentAt, toAssentAt }: Assents): TransferSide[] {
  const missing: TransferSide[] = [];
  if (fromId !== null && fromAssentAt === null) missing.push("from");
  if (toAssentAt === null) missing.push("to");
  return missing;
}

/** The first day in the new place: the day asked for, or the day on which all was agreed when that is later. */
export function firstDay(since: string, agreedOn: string): string {
  return since < agreedOn ? agreedOn : since;
}

/** How far ahead a move may be asked for. */
export const TRANSFER_AHEAD_DAYS = 180;

/** Agreed on, and its first day is still to come: it can be taken back until the day before. */
export function isAhead({ state, since }: { state: TransferState; since: string }, today: string): boolean {
  return state === "done" && today < since;
}

/**
 * The rows of a person as an agreed move left them: the one to come, the last of all, and the one that ends on the day
 * before it (null for somebody who was nowhere). Null when something else was done to them since: then they cannot be put
 * back without undoing that as well.
 *
 * Example: A until 2026-11-30, B from 2026-12-01; the move A → B from 2026-12-01 made both, a move A → C did not.
 */
export function rowsOfMove<S extends Stay>(
  stays: readonly S[],
  { fromId, toId, since }: { fromId: string | null; toId: string; since: string },
): { coming: S; former: S | null } | null {
  const [coming, ...others] = stays.filter((stay) => since <= stay.since);
  if (!coming || others.length > 0) return null;
  if (coming.placeId !== toId || coming.since !== since || coming.until !== null) return null;
  if (fromId === null) return { coming, former: null };
  const last = addDays(since, -1);
  const former = stays.find((stay) => stay.placeId === fromId && stay.until === last);
  return former ? { coming, former } : null;
}
