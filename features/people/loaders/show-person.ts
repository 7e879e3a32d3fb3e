import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import type { Action } from "@/domain/access/permissions";
import type { Actor, Grant, Resource } from "@/domain/access/types";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateAdmin, gateBranch, gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { listHistory } from "@/features/audit/queries/log";
import type { HistoryLine } from "@/features/audit/view";
import { getLastMemberResource, getMemberResource } from "@/features/members/queries";
import type { TransferKind } from "@/domain/people/transfer";
import { findSide } from "@/features/transfers/queries/find-transfer";
import { findMovesOf } from "@/features/transfers/queries/moves-of-person";
import type { MovesOfPerson } from "@/features/transfers/types";
import { now } from "@/lib/clock";
import { isAppError } from "@/lib/errors";
import type { RolesOfPerson } from "@/features/roles/types";
import { findPerson, type Person, type Stay } from "../queries/get-person";
import { listPlaceChoices, type PlaceChoices } from "../queries/list-places";
import { atPlace } from "../view";
import { rolesOf } from "./roles-of";

type MemberResource = Extract<Resource, { kind: "member" }>;

export type PersonRights = {
  edit: boolean;
  setState: boolean;
  leave: boolean;
  /** 转入, and taking logins away from somebody who left. */
  comeBack: boolean;
  merge: boolean;
  invite: boolean;
  issueCode: boolean;
};

export type PersonPage = {
  who: string;
  place: string;
  /** The list that this page belongs to. */
  path: string;
  today: string;
  person: Person;
  may: PersonRights;
  /** What this reader may end without another place: a relation that goes on beside another one. */
  ending: Readonly<Record<TransferKind, Stay | null>>;
  roles: RolesOfPerson;
  moves: MovesOfPerson;
  /** Where somebody who left may come back to; null for those who are here, and for readers who may not. */
  back: { places: PlaceChoices; mayBeNowhere: boolean } | null;
  /** Null for those who may not read it. */
  history: HistoryLine[] | null;
};

/** One person on the committee's desk: everybody of the zone, or whoever belongs to the station now or left from there. */
export async function loadZonePerson(memberId: string): Promise<PersonPage> {
  const path = "/committee/people";
  const { session, scope, actor, grant } = await gateCommittee(`${path}/${memberId}`);
  const resource = await resourceOf(memberId, getLastMemberResource);
  if (scope.stationId !== null && resource.stationId !== scope.stationId) notFound();
  return load({ path, actor, grant, scope, resource, viewerId: session.memberId });
}

/** One person of the branch, for its officers: what their role may. */
export async function loadBranchPerson(memberId: string): Promise<PersonPage> {
  const path = "/branch/people";
  const { session, scope, actor, grant } = await gateBranch(`${path}/${memberId}`);
  const resource = await resourceOf(memberId);
  if (resource.branchId !== scope.branchId) notFound();
  return load({ path, actor, grant, scope, resource, viewerId: session.memberId });
}

/** One person for administrators. */
export async function loadAccount(memberId: string): Promise<PersonPage> {
  const path = "/admin/people";
  const { session, scope, actor, grant } = await gateAdmin(`${path}/${memberId}`);
  const resource = await resourceOf(memberId, getLastMemberResource);
  return load({ path, actor, grant, scope, resource, viewerId: session.memberId });
}

async function resourceOf(memberId: string, get = getMemberResource): Promise<MemberResource> {
  try {
    return await get(memberId, now());
  } catch (error) {
    if (isAppError(error)) notFound();
    throw error;
  }
}

const NO_MOVES: MovesOfPerson = { open: [], agreed: [], choices: null };

type Input = {
  path: string;
  actor: Actor;
  grant: Grant;
  scope: BranchScope | ZoneScope;
  resource: MemberResource;
  viewerId: string;
};

async function load({ path, actor, grant, scope, resource, viewerId }: Input): Promise<PersonPage> {
  const mayReadHistory = can(actor, "member.read-history", resource);
  const [frame, person, history] = await Promise.all([
    findFrame(viewerId, grant),
    findPerson(resource.memberId),
    mayReadHistory ? listHistory(scope, { kind: "member", id: resource.memberId }, now()) : null,
  ]);
  if (!person) notFound();
  const may = rightsOver(actor, resource, person);
  const today = businessDateOf(now());
  const [roles, moves] = await Promise.all([
    rolesOf({ actor, scope, person, mayEdit: may.edit, today }),
    person.state === "left" ? NO_MOVES : findMovesOf(actor, scope, resource, now()),
  ]);
  const logins = may.edit || may.issueCode || may.invite || may.comeBack ? person.logins : [];
  const back = may.comeBack && !("branchId" in scope) ? await backTo(scope) : null;
  const ending = person.state === "left" ? NOTHING : await endingOf(person, { actor, resource, today });
  return { ...frame, path, today, person: { ...person, logins }, may, ending, roles, moves, back, history };
}

const NOTHING: PersonPage["ending"] = { membership: null, employment: null };

type Reading = { actor: Actor; resource: MemberResource; today: string };

/**
 * The relation of each kind that lasts, while the other one goes on, for readers who answer for its place. One that is still
 * to come is cancelled with its move.
 */
async function endingOf({ memberships, employments }: Person, reading: Reading): Promise<PersonPage["ending"]> {
  const { actor, resource, today } = reading;
  const begun = (stays: readonly Stay[]) => stays.filter(({ since }) => since <= today);
  const goesOn = (stays: readonly Stay[]) => begun(stays).some(({ until }) => until === null || today < until);
  const ended = async (kind: TransferKind, stays: readonly Stay[]) => {
    // One with a last day has been ended already, or gives way to another place.
    const lasting = begun(stays).find(({ until }) => until === null);
    const place = lasting ? await findSide(kind, lasting.placeId) : null;
    return lasting && place && can(actor, "member.end-stay", atPlace(resource, place)) ? lasting : null;
  };
  return {
    membership: goesOn(employments) ? await ended("membership", memberships) : null,
    employment: goesOn(memberships) ? await ended("employment", employments) : null,
  };
}

/** The places to come back to are those of a new person. */
async function backTo(scope: ZoneScope): Promise<PersonPage["back"]> {
  return { places: await listPlaceChoices(scope), mayBeNowhere: scope.stationId === null };
}

function rightsOver(actor: Actor, resource: MemberResource, person: Person): PersonRights {
  const isHere = person.state !== "left";
  const may = (action: Action) => isHere && can(actor, action, resource);
  return {
    edit: may("member.edit"),
    setState: may("member.set-state"),
    leave: may("member.leave-zone"),
    comeBack: !isHere && person.mergedInto === null && can(actor, "member.return", resource),
    merge: may("member.merge"),
    invite: person.state === "invited" && may("invitation.issue"),
    issueCode: person.state === "active" && may("member.code.issue"),
  };
}
