import "server-only";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import type { Actor } from "@/domain/access/types";
import { TRANSFER_AHEAD_DAYS, type TransferKind } from "@/domain/people/transfer";
import { gateBranch, gateCommittee, gateMember, gateOrganisation } from "@/features/access/gates/page";
import { findFrame, getActor } from "@/features/access/queries";
import { now } from "@/lib/clock";
import {
  listAgreedTransfers,
  listEndedTransfers,
  listOpenTransfers,
  type TransferScope,
} from "./queries/list-transfers";
import type { ShownTransfer } from "./types";
import { shownTransfer, type ListedTransfer } from "./view";

export type TransferList = {
  total: number;
  open: ShownTransfer[];
  /** Done, with the first day to come. */
  agreed: ShownTransfer[];
  ended: ShownTransfer[];
};

export type Days = { earliest: string; latest: string };

export type TransfersPage = TransferList & {
  who: string;
  place: string;
  path: string;
  /** What may be asked for here by name and login; null for whoever may not. */
  request: { kind: TransferKind; own: string; days: Days } | null;
};

type Href = (row: ListedTransfer) => string | null;

async function listFor(actor: Actor, scope: TransferScope, href: Href): Promise<TransferList> {
  const at = now();
  const [open, agreed, ended] = await Promise.all([
    listOpenTransfers(scope, at),
    listAgreedTransfers(scope, at),
    listEndedTransfers(scope, at),
  ]);
  const today = businessDateOf(at);
  const show = (row: ListedTransfer): ShownTransfer => shownTransfer(row, { actor, href: href(row), today });
  return { total: open.total, open: open.rows.map(show), agreed: agreed.map(show), ended: ended.map(show) };
}

function days(): Days {
  const earliest = businessDateOf(now());
  return { earliest, latest: addDays(earliest, TRANSFER_AHEAD_DAYS) };
}

/** 转接 of one branch. A secretary asks and assents; a study officer reads. */
export async function loadBranchTransfers(): Promise<TransfersPage> {
  const path = "/branch/transfers";
  const { session, scope, actor, grant } = await gateBranch(path);
  const isHere: Href = (row) =>
    row.person.kind === "member" && row.person.branchId === scope.branchId ? `/branch/people/${row.memberId}` : null;
  const isSecretary = grant.role === "branch-secretary";
  const [frame, list] = await Promise.all([findFrame(session.memberId, grant), listFor(actor, scope, isHere)]);
  const request = isSecretary ? { kind: "membership" as const, own: frame.place, days: days() } : null;
  return { ...frame, path, ...list, request };
}

/** 转接 of one organisation, for its party workers. */
export async function loadOrganisationTransfers(): Promise<TransfersPage> {
  const path = "/branch/organisation/transfers";
  const { session, scope, actor, grant } = await gateOrganisation(path);
  const [frame, list] = await Promise.all([findFrame(session.memberId, grant), listFor(actor, scope, () => null)]);
  return { ...frame, path, ...list, request: { kind: "employment", own: frame.place, days: days() } };
}

/** 转接 of the zone or of one station, for the committee. */
export async function loadZoneTransfers(): Promise<TransfersPage> {
  const path = "/committee/transfers";
  const { session, scope, actor, grant } = await gateCommittee(path);
  const reach = scope.stationId;
  const inScope: Href = (row) => {
    const isOwn = reach === null || (row.person.kind === "member" && row.person.stationId === reach);
    return isOwn ? `/committee/people/${row.memberId}` : null;
  };
  const [frame, list] = await Promise.all([findFrame(session.memberId, grant), listFor(actor, scope, inScope)]);
  return { ...frame, path, ...list, request: null };
}

export type MyTransfersPage = TransferList & { days: Days };

/** 转接 of the person themself. */
export async function loadMyTransfers(): Promise<MyTransfersPage> {
  const { own } = await gateMember("/me/transfers");
  const actor = await getActor(own.memberId, now());
  return { ...(await listFor(actor, own, () => null)), days: days() };
}
