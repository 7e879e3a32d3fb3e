import "server-only";
import { can } from "@/domain/access/can";
import type { Actor } from "@/domain/access/types";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateAdmin, gateBranch, gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { listLapses } from "@/features/roles/queries";
import type { ShownLapse } from "@/features/roles/types";
import { now } from "@/lib/clock";
import { listPeople, type ListedPerson, type PeopleList } from "../queries/list-people";
import { listPlaceChoices, type PlaceChoices } from "../queries/list-places";
import { peopleFilterSchema, type PeopleFilter } from "../schema";
import { filterInWords } from "../view";

/** The parameters of an address, as a page gets them. */
export type Params = Promise<Record<string, string | string[] | undefined>>;

export type PeopleRow = Omit<ListedPerson, "resource"> & { mayIssueCode: boolean; mayInvite: boolean };

export type PeoplePage = Omit<PeopleList, "rows"> & {
  who: string;
  place: string;
  path: string;
  filter: PeopleFilter;
  words: string;
  /** Null where there is nothing to choose between. */
  places: PlaceChoices | null;
  rows: PeopleRow[];
  mayCreate: boolean;
  lapses: ShownLapse[];
};

function withHelp(actor: Actor, { resource, ...row }: ListedPerson): PeopleRow {
  return {
    ...row,
    mayIssueCode: row.state === "active" && can(actor, "member.code.issue", resource),
    mayInvite: row.state === "invited" && can(actor, "invitation.issue", resource),
  };
}

type Console = Awaited<ReturnType<typeof gateCommittee>>;

async function inZone(path: string, console: Console, filter: PeopleFilter): Promise<PeoplePage> {
  const { session, scope, actor, grant } = console;
  const [frame, places, list, lapses] = await Promise.all([
    findFrame(session.memberId, grant),
    listPlaceChoices(scope),
    listPeople(scope, filter, now()),
    listLapses({ actor, scope, path, today: businessDateOf(now()) }),
  ]);
  const { stationId } = scope;
  return {
    ...frame,
    ...{ path, filter, places, lapses, words: filterInWords(filter, places) },
    ...list,
    rows: list.rows.map((row) => withHelp(actor, row)),
    mayCreate: can(actor, "member.create", stationId === null ? { kind: "zone" } : { kind: "station", stationId }),
  };
}

/** 党员 of the zone or of one station, for the committee; instructors read. */
export async function loadZonePeople(params: Params): Promise<PeoplePage> {
  const path = "/committee/people";
  const console = await gateCommittee(path);
  return inZone(path, console, peopleFilterSchema.parse(await params));
}

/** Accounts for administrators: those with a role first, everybody when they look for somebody. */
export async function loadAccounts(params: Params): Promise<PeoplePage> {
  const path = "/admin/people";
  const console = await gateAdmin(path);
  const given = await params;
  const filter = peopleFilterSchema.parse(Object.keys(given).length === 0 ? { role: "any" } : given);
  return { ...(await inZone(path, console, filter)), mayCreate: false };
}

/** 党员 of one branch, for its officers. Places are the branch's own, so there is nothing to choose. */
export async function loadBranchPeople(params: Params): Promise<PeoplePage> {
  const path = "/branch/people";
  const { session, scope, actor, grant } = await gateBranch(path);
  const { q, standing, state, role, page } = peopleFilterSchema.parse(await params);
  const filter = { q, standing, state, role, page, stationId: "", organisationId: "", branchId: "" };
  const [frame, list, lapses] = await Promise.all([
    findFrame(session.memberId, grant),
    listPeople(scope, filter, now()),
    listLapses({ actor, scope, path, today: businessDateOf(now()) }),
  ]);
  return {
    ...frame,
    ...{ path, filter, places: null, lapses, words: filterInWords(filter, null) },
    ...list,
    rows: list.rows.map((row) => withHelp(actor, row)),
    mayCreate: false,
  };
}
