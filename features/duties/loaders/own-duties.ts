import "server-only";
import { can } from "@/domain/access/can";
import type { Actor } from "@/domain/access/types";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { endOfWeek } from "@/domain/duties/week";
import { gateBranch, gateOrganisation } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { BranchScope, OrganisationScope } from "@/features/access/types";
import { now } from "@/lib/clock";
import { listDuties, listReported } from "../queries/duties";
import { findDutyList } from "../queries/duty-list";
import { yearParamSchema } from "../schema";
import { dutyCard, dutyGroups, type DutyCard, type DutyGroup } from "../view/duty";
import { chosenYear, yearsOffered } from "../view/years";

/** The parameters of an address, as a page gets them. */
export type Params = Promise<Record<string, string | string[] | undefined>>;

export type OwnDutiesPage = {
  who: string;
  place: string;
  path: string;
  year: string;
  years: { value: string; label: string }[];
  groups: DutyGroup[];
  /** What others reported and this person may confirm. */
  waiting: DutyCard[];
};

async function ownDuties(scope: BranchScope | OrganisationScope, year: string, today: string): Promise<DutyGroup[]> {
  const rows = await listDuties(scope, { year, today });
  const withOrganisation = new Set(rows.map(({ organisationId }) => organisationId)).size > 1;
  return dutyGroups(rows, { today, weekEnd: endOfWeek(today), withOrganisation });
}

async function waitingFor(scope: OrganisationScope, actor: Actor, today: string): Promise<DutyCard[]> {
  if (!can(actor, "duty.confirm", await findDutyList(scope.organisationId, today))) return [];
  const rows = await listReported(scope, actor.memberId, today);
  return rows.map((row) => ({ ...dutyCard(row, today), organisation: "" }));
}

async function yearOf(params: Params, today: string): Promise<Pick<OwnDutiesPage, "year" | "years">> {
  const present = Number(today.slice(0, 4));
  const known = [String(present - 1), ...yearsOffered(today)];
  const year = chosenYear(yearParamSchema.parse(await params).year, known, today);
  return { year, years: known.map((value) => ({ value, label: `${value}年` })) };
}

/** 责任清单 of the branch: those of every organisation whose list its secretary keeps. */
export async function loadBranchDuties(params: Params): Promise<OwnDutiesPage> {
  const path = "/branch/duties";
  const { session, scope, grant } = await gateBranch(path);
  const today = businessDateOf(now());
  const chosen = await yearOf(params, today);
  const [frame, groups] = await Promise.all([findFrame(session.memberId, grant), ownDuties(scope, chosen.year, today)]);
  return { ...frame, path, ...chosen, groups, waiting: [] };
}

/** 责任清单 of one organisation, for its party worker. */
export async function loadOrganisationDuties(params: Params): Promise<OwnDutiesPage> {
  const path = "/branch/organisation/duties";
  const { session, scope, actor, grant } = await gateOrganisation(path);
  const today = businessDateOf(now());
  const chosen = await yearOf(params, today);
  const [frame, groups, waiting] = await Promise.all([
    findFrame(session.memberId, grant),
    ownDuties(scope, chosen.year, today),
    waitingFor(scope, actor, today),
  ]);
  return { ...frame, path, ...chosen, groups, waiting };
}
