import "server-only";
import { headers } from "next/headers";
import { can } from "@/domain/access/can";
import type { Actor } from "@/domain/access/types";
import { gateBranch, gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { listBranches } from "@/features/branches/queries";
import { listOrganisationChoices } from "@/features/organisations/queries";
import { listStationChoices } from "@/features/stations/queries";
import { now } from "@/lib/clock";
import { MOST_AT_ONCE } from "../constants";
import { chosenBy, countInvitees, listInvitees, type InviteeCount } from "../queries/list-invitees";
import { inviteeFilterSchema, type InviteeFilter } from "../schema";
import { inviteeView, type InviteeView } from "../view";

/** The parameters of an address, as a page gets them. */
export type Params = Promise<Record<string, string | string[] | undefined>>;

export type PlaceChoice = { id: string; name: string };

export type InviteesPage = {
  who: string;
  place: string;
  path: string;
  filter: InviteeFilter;
  count: InviteeCount;
  /** How many one act would serve now. */
  chosen: number;
  pages: number;
  rows: InviteeView[];
  /** Null where there is nothing to choose between. */
  places: { stations: PlaceChoice[]; organisations: PlaceChoice[]; branches: PlaceChoice[] } | null;
  /** WeChat keeps files from being downloaded. */
  isInWeChat: boolean;
  mayIssue: boolean;
};

const PAGE_LENGTH = 50;

/** 邀请 of one branch. */
export async function loadBranchInvitees(params: Params): Promise<InviteesPage> {
  const path = "/branch/invitations";
  const { session, scope, actor, grant } = await gateBranch(path);
  const { link, page } = inviteeFilterSchema.parse(await params);
  const filter = { link, page, stationId: "", organisationId: "", branchId: "" };
  const [frame, list] = await Promise.all([findFrame(session.memberId, grant), listOf(scope, filter, actor)]);
  return { ...frame, path, ...list, places: null, mayIssue: true };
}

/** 邀请 of the zone or of one station, by station, organisation or branch; instructors read. */
export async function loadZoneInvitees(params: Params): Promise<InviteesPage> {
  const path = "/committee/invitations";
  const { session, scope, actor, grant } = await gateCommittee(path);
  const filter = inviteeFilterSchema.parse(await params);
  const [frame, list, stations, organisations, branches] = await Promise.all([
    findFrame(session.memberId, grant),
    listOf(scope, filter, actor),
    listStationChoices(scope),
    listOrganisationChoices(scope),
    listBranches(),
  ]);
  const mayIssue = grant.role === "committee";
  const places = { stations, organisations, branches: branches.filter((branch) => isWithin(scope, branch)) };
  return { ...frame, path, ...list, places, mayIssue };
}

const isWithin = ({ stationId }: ZoneScope, place: { stationId: string }): boolean =>
  stationId === null || place.stationId === stationId;

async function listOf(scope: BranchScope | ZoneScope, filter: InviteeFilter, actor: Actor) {
  const at = now();
  const count = await countInvitees(scope, filter, at);
  const fitting = chosenBy(filter, count);
  const pages = Math.max(1, Math.ceil(fitting / PAGE_LENGTH));
  const page = Math.min(filter.page, pages);
  const rows = await listInvitees(scope, filter, { now: at, skip: (page - 1) * PAGE_LENGTH, take: PAGE_LENGTH });
  return {
    filter: { ...filter, page },
    ...{ count, pages, chosen: Math.min(fitting, MOST_AT_ONCE) },
    rows: rows.map((row) => inviteeView(row, can(actor, "invitation.issue", row.resource))),
    isInWeChat: /MicroMessenger/i.test((await headers()).get("user-agent") ?? ""),
  };
}
