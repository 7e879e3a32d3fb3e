import "server-only";
import { can } from "@/domain/access/can";
import { STANDING_LABELS, STANDINGS } from "@/domain/people/standing";
import { gateBranch } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
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

export type ApplicationsPage = {
  who: string;
  place: string;
  branchId: string;
  open: OpenView[];
  decided: DecidedView[];
  standings: Choice[];
  hosts: Choice[];
};

/** 申请 of one branch: what waits, and what was decided lately. */
export async function loadApplications(): Promise<ApplicationsPage> {
  const { session, scope, actor, grant } = await gateBranch("/branch/applications");
  const branch = await findBranchResource(scope.branchId);
  if (!branch || !can(actor, "application.decide", branch)) notFound();
  const [frame, open, decided, hosts] = await Promise.all([
    findFrame(session.memberId, grant),
    listOpenApplications(scope, now()),
    listDecidedApplications(scope),
    listHosts(scope, now()),
  ]);
  return {
    ...{ ...frame, branchId: scope.branchId },
    ...{ open: open.map(openView), decided: decided.map(decidedView) },
    standings: STANDINGS.map((value) => ({ value, label: STANDING_LABELS[value] })),
    hosts: hosts.map(({ id, name }) => ({ value: id, label: name })),
  };
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
