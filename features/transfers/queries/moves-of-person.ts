import { grantsFor } from "@/domain/access/can";
import type { Actor, Resource } from "@/domain/access/types";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { TRANSFER_AHEAD_DAYS, TRANSFER_KINDS, type TransferKind } from "@/domain/people/transfer";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import type { MovesOfPerson } from "../types";
import { mayAsk, shownTransfer } from "../view";
import { findSide } from "./find-transfer";
import { listTargetNames, listTransfersAhead } from "./list-transfers";

type MemberResource = Extract<Resource, { kind: "member" }>;

/** What is asked for or agreed on about one person, and what this reader may ask for. */
export async function findMovesOf(
  actor: Actor,
  scope: BranchScope | ZoneScope,
  person: MemberResource,
  now: Date,
): Promise<MovesOfPerson> {
  const rows = await listTransfersAhead(person.memberId, now);
  const earliest = businessDateOf(now);
  const shown = rows.map((row) => shownTransfer(row, { actor, href: null, today: earliest }));
  const [open, agreed] = [shown.filter((move) => move.isOpen), shown.filter((move) => !move.isOpen)];
  const asked = new Set(rows.filter((row) => row.state === "open").map((row) => row.kind));
  const kinds: TransferKind[] = [];
  for (const kind of TRANSFER_KINDS) {
    if (!asked.has(kind) && (await isAskable(actor, person, kind))) kinds.push(kind);
  }
  if (kinds.length === 0) return { open, agreed, choices: null };
  const namesOf = (kind: TransferKind) => ("branchId" in scope ? [] : listTargetNames(kind, scope));
  const [membership, employment] = await Promise.all([namesOf("membership"), namesOf("employment")]);
  const days = { earliest, latest: addDays(earliest, TRANSFER_AHEAD_DAYS) };
  const mayDecide = grantsFor(actor, "transfer.decide").length > 0;
  return { open, agreed, choices: { kinds, names: { membership, employment }, mayDecide, ...days } };
}

async function isAskable(actor: Actor, person: MemberResource, kind: TransferKind): Promise<boolean> {
  const placeId = kind === "membership" ? person.branchId : person.organisationId;
  const from = placeId === null ? null : await findSide(kind, placeId);
  return mayAsk(actor, { memberId: person.memberId, kind }, person, from);
}
