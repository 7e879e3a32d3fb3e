import { can } from "@/domain/access/can";
import type { Action } from "@/domain/access/permissions";
import { reaches } from "@/domain/access/scopes";
import type { Actor, Resource } from "@/domain/access/types";
import { formatDay, formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import {
  isAhead,
  missingSides,
  officerOf,
  TRANSFER_LABELS,
  type TransferKind,
  type TransferSide,
} from "@/domain/people/transfer";
import type { ShownTransfer, Transfer } from "./types";

/** The two sides as the permission table sees them; null for a side that does not exist. */
export type Sides = Readonly<Record<TransferSide, Resource | null>>;

type Moving = { memberId: string; kind: TransferKind };

/**
 * Speaks this actor for a side? The secretary for a branch, the party worker for an organisation, the committee inside
 * its scope; nobody in the own matter.
 */
export function speaksFor(actor: Actor, action: Action, move: Moving, side: Resource | null): boolean {
  if (side === null || move.memberId === actor.memberId) return false;
  return can(actor, action, side) && [officerOf(move.kind), "committee"].some((role) => holdsOver(actor, role, side));
}

/** The same for the officers of the side itself, without the committee: their request is their assent. */
export function isOfficerOf(actor: Actor, move: Moving, side: Resource | null): boolean {
  return side !== null && move.memberId !== actor.memberId && holdsOver(actor, officerOf(move.kind), side);
}

function holdsOver(actor: Actor, role: string, side: Resource): boolean {
  return actor.grants.some((grant) => grant.role === role && reaches(grant, side));
}

/**
 * May this actor ask for a move from the person's page? Whoever speaks for the place that is left; for somebody who is
 * nowhere yet, the committee.
 */
export function mayAsk(actor: Actor, move: Moving, person: Resource, from: Resource | null): boolean {
  return from === null ? can(actor, "transfer.decide", person) : speaksFor(actor, "transfer.request", move, from);
}

/** May this actor decide for both sides? The committee, when the person and both sides lie in its scope. */
export function mayDecide(actor: Actor, move: Moving, person: Resource, sides: Sides): boolean {
  const speaks = (side: Resource | null) => side === null || speaksFor(actor, "transfer.assent", move, side);
  return can(actor, "transfer.decide", person) && sides.to !== null && speaks(sides.from) && speaks(sides.to);
}

export type ListedTransfer = Transfer & {
  name: string;
  from: string | null;
  to: string;
  requester: string;
  sides: Sides;
  person: Resource;
};

type Reader = {
  actor: Actor;
  /** Where the person's page stands for them. */
  href: string | null;
  today: string;
};

/** A request as this reader sees it. */
export function shownTransfer(row: ListedTransfer, { actor, href, today }: Reader): ShownTransfer {
  const { id, memberId, kind, name, from, to, since, reason, requester, sides, person, requestedById } = row;
  const isOpen = row.state === "open";
  const missing = isOpen ? missingSides(row) : [];
  const assent = missing.filter((side) => speaksFor(actor, "transfer.assent", row, sides[side]));
  const speaks = (["from", "to"] as const).some((side) => speaksFor(actor, "transfer.assent", row, sides[side]));
  const decide = isOpen && assent.length === missing.length && mayDecide(actor, row, person, sides);
  return {
    ...{ id, name, href, reason, isOpen },
    what: `${TRANSFER_LABELS[kind]}：${from ?? "还没有"} → ${to}`,
    when: `${formatFull(since)}起`,
    by: `${requestedById === memberId ? "本人" : requester}，${formatDay(businessDateOf(row.createdAt))}申请`,
    status: statusInWords(row, { missing, today }),
    may: {
      ...{ assent, decide, refuse: isOpen && speaks },
      withdraw: isOpen && requestedById === actor.memberId,
      cancel: isAhead(row, today) && speaks,
      number: kind === "employment" && (assent.includes("to") || decide) && row.workNumber === null,
    },
  };
}

type Standing = { missing: readonly TransferSide[]; today: string };

function statusInWords(row: ListedTransfer, { missing, today }: Standing): string {
  const closed = row.closedAt === null ? "" : formatDay(businessDateOf(row.closedAt));
  switch (row.state) {
    case "open":
      return `等${missing.map((side) => (side === "from" ? row.from : row.to)).join("、")}同意`;
    case "done":
      return isAhead(row, today) ? `${closed}办好，还没到日子` : `${closed}办好`;
    case "refused":
      return `${closed}没有同意：${row.note}`;
    case "cancelled":
      return `${closed}取消：${row.note}`;
    case "withdrawn":
      return row.note === "" ? `${closed}撤回` : `${closed}撤回：${row.note}`;
  }
}
