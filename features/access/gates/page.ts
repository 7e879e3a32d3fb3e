import "server-only";
import { notFound, redirect } from "next/navigation";
import { isConsoleFresh } from "@/domain/access/session";
import type { Actor } from "@/domain/access/types";
import { now } from "@/lib/clock";
import { extendConsole } from "../mutations";
import { getActor, type SignedIn } from "../queries";
import type { BranchScope, OpenConsole, OrganisationScope, OwnScope, ZoneScope } from "../types";
import {
  ADMIN,
  BRANCH,
  branchScopeOf,
  COMMITTEE,
  grantInUse,
  ORGANISATION,
  organisationScopeOf,
  zoneScopeOf,
  type ConsoleKind,
} from "./console-grant";
import { currentSession } from "./session";

/**
 * Gates of pages. Anonymous → 307 to /sign-in; wrong role or scope → 404, so that nobody learns what exists.
 * They stand above every Suspense boundary.
 */
export async function gateMember(path: string): Promise<{ session: SignedIn; own: OwnScope }> {
  const session = await currentSession();
  if (!session) redirect(`/sign-in?from=${encodeURIComponent(path)}`);
  return { session, own: { memberId: session.memberId } as OwnScope };
}

type Elsewhere = { kind: ConsoleKind; href: string };

const ORGANISATION_HOME: Elsewhere = { kind: ORGANISATION, href: "/branch/organisation" };

async function openConsole(path: string, kind: ConsoleKind, elsewhere?: Elsewhere): Promise<OpenConsole> {
  const { session } = await gateMember(path);
  const actor: Actor = await getActor(session.memberId, now());
  const grant = grantInUse(actor, session, kind);
  if (!grant && elsewhere && grantInUse(actor, session, elsewhere.kind)) redirect(elsewhere.href);
  if (!grant) notFound();
  if (!isConsoleFresh(session.consoleUntil, now())) redirect(`/sign-in?again=console&from=${encodeURIComponent(path)}`);
  await extendConsole(session.sessionId, session.consoleUntil, now());
  return { session, actor, grant };
}

/** The branch console, for the branch of the grant in use. Whoever works for an organisation alone is shown its pages. */
export async function gateBranch(path: string): Promise<OpenConsole & { scope: BranchScope }> {
  const console = await openConsole(path, BRANCH, path === "/branch" ? ORGANISATION_HOME : undefined);
  return { ...console, scope: branchScopeOf(console.grant) };
}

/** An organisation's own pages under /branch, for the organisation of the grant in use. */
export async function gateOrganisation(path: string): Promise<OpenConsole & { scope: OrganisationScope }> {
  const console = await openConsole(path, ORGANISATION);
  return { ...console, scope: organisationScopeOf(console.grant) };
}

/** The committee's desk, for the zone or for one station. */
export async function gateCommittee(path: string): Promise<OpenConsole & { scope: ZoneScope }> {
  const console = await openConsole(path, COMMITTEE);
  return { ...console, scope: zoneScopeOf(console.grant) };
}

/** One branch at the committee's desk: the same pages and acts as its officers have, where the role in use reaches it. */
export async function gateBranchAtDesk(path: string, branch: BranchAtDesk | null) {
  const { scope, ...console } = await gateCommittee(path);
  const isThere = branch !== null && (scope.stationId === null || scope.stationId === branch.stationId);
  if (!isThere) notFound();
  return { ...console, scope: { branchId: branch.branchId } as BranchScope };
}

type BranchAtDesk = { branchId: string; stationId: string };

/** The administrator's pages. */
export async function gateAdmin(path: string): Promise<OpenConsole & { scope: ZoneScope }> {
  const console = await openConsole(path, ADMIN);
  return { ...console, scope: zoneScopeOf(console.grant) };
}
