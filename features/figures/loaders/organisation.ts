import "server-only";
import { notFound } from "next/navigation";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { latestQuarters } from "@/domain/figures/quarter";
import { gateCommittee, gateOrganisation } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { OrganisationScope, ZoneScope } from "@/features/access/types";
import { topicLabel } from "@/features/library/queries";
import { quarterLabel } from "@/features/points/view";
import { now } from "@/lib/clock";
import { QUARTERS_SHOWN } from "../constants";
import { chosenQuarter } from "../queries/desk";
import { readOrganisation } from "../queries/organisation";
import { quarterSchema } from "../schema";
import { organisationFigures, type OrganisationFigures } from "../view/organisation";

/** The parameters of an address, as a page gets them. */
export type Params = Promise<Record<string, string | string[] | undefined>>;

export type FiguresPage = OrganisationFigures & {
  organisationId: string;
  path: string;
  quarter: string;
  quarterName: string;
  quarters: { value: string; label: string }[];
  /** The organisation's own people may object. */
  mayObject: boolean;
};

async function figuresPage(
  scope: ZoneScope | OrganisationScope,
  at: { organisationId: string; path: string },
  params: Params,
): Promise<FiguresPage> {
  const today = businessDateOf(now());
  const quarter = chosenQuarter(quarterSchema.parse(await params).quarter, today);
  const report = await readOrganisation(scope, at.organisationId, { quarter, standing: "members", today });
  if (report === null) notFound();
  return {
    ...{ ...at, ...organisationFigures(report, topicLabel), quarter, quarterName: quarterLabel(quarter) },
    quarters: latestQuarters(today, QUARTERS_SHOWN).map((value) => ({ value, label: quarterLabel(value) })),
    mayObject: "organisationId" in scope,
  };
}

/** The figures of one organisation for the committee and instructors, for a page of which they are a part. */
export async function loadFiguresOf(organisationId: string, params: Params): Promise<FiguresPage> {
  const path = `/committee/organisations/${organisationId}`;
  const { scope } = await gateCommittee(path);
  return figuresPage(scope, { organisationId, path }, params);
}

export type OwnOrganisation = { who: string; place: string; figures: FiguresPage };

/** 本单位: what the committee sees of the organisation, for its own party worker. */
export async function loadOwnOrganisation(params: Params): Promise<OwnOrganisation> {
  const path = "/branch/organisation";
  const { session, scope, grant } = await gateOrganisation(path);
  const [frame, figures] = await Promise.all([
    findFrame(session.memberId, grant),
    figuresPage(scope, { organisationId: scope.organisationId, path }, params),
  ]);
  return { ...frame, figures };
}
