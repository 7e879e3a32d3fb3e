import "server-only";
import { notFound, redirect } from "next/navigation";
import { grantsFor } from "@/domain/access/can";
import { isConsoleFresh } from "@/domain/access/session";
import type { Actor, Grant, ScopeKind } from "@/domain/access/types";
import { now } from "@/lib/clock";
import { extendConsole } from "../mutations";
import { getActor, type SignedIn } from "../queries";
import type { BranchScope, OpenConsole, OrganisationScope, OwnScope, ZoneScope } from "../types";
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

type ConsoleKind = {
  permission: "console.branch.open" | "console.committee.open" | "console.admin.open";
  /** The scopes this console can show. */
  scopes: readonly ScopeKind[];
};

async function openConsole(path: string, { permission, scopes }: ConsoleKind): Promise<OpenConsole> {
  const { session } = await gateMember(path);
  const actor: Actor = await getActor(session.memberId, now());
  const grants = grantsFor(actor, permission).filter((held) => scopes.includes(held.scopeKind));
  const grant = grants.find((held) => held.id === session.activeRoleId) ?? grants[0];
  if (!grant) notFound();
  if (!isConsoleFresh(session.consoleUntil, now())) redirect(`/sign-in?again=console&from=${encodeURIComponent(path)}`);
  await extendConsole(session.sessionId, session.consoleUntil, now());
  return { session, actor, grant };
}

/** The branch console, for the branch of the grant in use. */
export async function gateBranch(path: string): Promise<OpenConsole & { scope: BranchScope }> {
  const console = await openConsole(path, { permission: "console.branch.open", scopes: ["branch"] });
  return { ...console, scope: { branchId: console.grant.scopeId } as BranchScope };
}

/** An organisation's own pages under /branch, for the organisation of the grant in use. */
export async function gateOrganisation(path: string): Promise<OpenConsole & { scope: OrganisationScope }> {
  const console = await openConsole(path, { permission: "console.branch.open", scopes: ["organisation"] });
  return { ...console, scope: { organisationId: console.grant.scopeId } as OrganisationScope };
}

/** The committee's desk, for the zone or for one station. */
export async function gateCommittee(path: string): Promise<OpenConsole & { scope: ZoneScope }> {
  const console = await openConsole(path, { permission: "console.committee.open", scopes: ["zone", "station"] });
  return { ...console, scope: zoneScopeOf(console.grant) };
}

/** The administrator's pages. */
export async function gateAdmin(path: string): Promise<OpenConsole & { scope: ZoneScope }> {
  const console = await openConsole(path, { permission: "console.admin.open", scopes: ["zone"] });
  return { ...console, scope: zoneScopeOf(console.grant) };
}

function zoneScopeOf(grant: Grant): ZoneScope {
  return { stationId: grant.scopeKind === "station" ? grant.scopeId : null } as ZoneScope;
}
