import "server-only";
import { can } from "@/domain/access/can";
import type { Actor } from "@/domain/access/types";
import { STANDING_LABELS, STANDINGS } from "@/domain/people/standing";
import { gateBranch, gateBranchAtDesk } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { BranchScope } from "@/features/access/types";
import { findBranchName, findBranchResource } from "@/features/branches/queries";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { notFound, redirect } from "next/navigation";
import { joinPoster } from "../document";
import { findJoinCode } from "../queries/find-join-code";
import { listHosts } from "../queries/find-hosts";
import { countOpenApplications, listDecidedApplications, listOpenApplications } from "../queries/list-applications";
import { dayOf, decidedView, joinLinkOf, openView, type DecidedView, type OpenView } from "../view";

type Choice = { value: string; label: string };

/** What waits for one branch, with what the forms need. */
export type OpenPage = {
  branchId: string;
  open: OpenView[];
  standings: Choice[];
  hosts: Choice[];
  /** Where a move is asked for. */
  transfersHref: string;
};

export type ApplicationsPage = OpenPage & { who: string; place: string; decided: DecidedView[] };

async function openPage(scope: BranchScope, actor: Actor, transfersHref: string): Promise<OpenPage> {
  const at = now();
  const [open, hosts] = await Promise.all([listOpenApplications(scope, { actor, now: at }), listHosts(scope, at)]);
  return {
    ...{ branchId: scope.branchId, open: open.map(openView), transfersHref },
    standings: STANDINGS.map((value) => ({ value, label: STANDING_LABELS[value] })),
    hosts: hosts.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** 申请 of one branch: what waits, and what was decided lately. */
export async function loadApplications(): Promise<ApplicationsPage> {
  const { session, scope, actor, grant } = await gateBranch("/branch/applications");
  const branch = await findBranchResource(scope.branchId);
  if (!branch || !can(actor, "application.decide", branch)) notFound();
  const [frame, page, decided] = await Promise.all([
    findFrame(session.memberId, grant),
    openPage(scope, actor, "/branch/transfers"),
    listDecidedApplications(scope),
  ]);
  return { ...frame, ...page, decided: decided.map(decidedView) };
}

/** What waits for a branch, for the committee on its page there; null for whoever may not decide, as an instructor. */
export async function loadBranchApplications(branchId: string): Promise<OpenPage | null> {
  const branch = await findBranchResource(branchId);
  const { scope, actor } = await gateBranchAtDesk(`/committee/branches/${branchId}`, branch);
  if (!branch || !can(actor, "application.decide", branch)) return null;
  return openPage(scope, actor, "/committee/transfers");
}

export type JoinCodeBox = {
  branchId: string;
  code: { link: string; since: string; until: string } | null;
  waiting: number;
};

/** 支部码, a box of the page of invitations. */
export async function loadJoinCode(): Promise<JoinCodeBox> {
  const { scope } = await gateBranch("/branch/invitations");
  const [code, waiting] = await Promise.all([findJoinCode(scope, now()), countOpenApplications(scope)]);
  return {
    ...{ branchId: scope.branchId, waiting },
    code: code && {
      link: joinLinkOf(code.token, env().PUBLIC_URL),
      since: dayOf(code.createdAt),
      until: dayOf(code.expiresAt),
    },
  };
}

/** The poster of the code in use, as a document to print; without one the way back to where one is made. */
export async function loadPoster(): Promise<string> {
  const { scope } = await gateBranch("/branch/invitations/poster");
  const [code, branch] = await Promise.all([findJoinCode(scope, now()), findBranchName(scope)]);
  if (!code) redirect("/branch/invitations");
  return joinPoster({ branch, ...code }, env().PUBLIC_URL);
}
