import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import type { Action } from "@/domain/access/permissions";
import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { moderationFault } from "@/domain/projects/moderation";
import type { TextWarning } from "@/domain/projects/warnings";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { OpenConsole, ZoneScope } from "@/features/access/types";
import { listStationChoices } from "@/features/stations/queries";
import { now } from "@/lib/clock";
import { randomToken } from "@/lib/crypto";
import { env } from "@/lib/env";
import { findProject, listProjects } from "../queries/find-project";
import { findWarnings } from "../queries/find-warnings";
import { listLinks } from "../queries/links";
import { deskFilterSchema, type DeskFilter } from "../schema";
import type { Project } from "../types";
import { listClaimsOn, listLooks } from "../queries/claims";
import { listCounted } from "../queries/figures";
import {
  doneChart,
  talliesOf,
  consentWords,
  deskClaim,
  lookWords,
  projectLine,
  type DeskClaim,
  type ProjectLine,
} from "../view";

const DESK = "/committee/projects";

type Frame = { who: string; place: string };
type Choice = { value: string; label: string };
type Params = Promise<Record<string, string | string[] | undefined>>;

/** What the role in use allows in its own scope: an instructor reads, and nothing more. */
const mayIn = ({ actor }: OpenConsole, scope: ZoneScope, action: Action): boolean =>
  can(actor, action, { kind: "station", stationId: scope.stationId ?? "" });

async function open(path: string): Promise<{ console: OpenConsole; scope: ZoneScope; frame: Frame }> {
  const { scope, ...console } = await gateCommittee(path);
  return { console, scope, frame: await findFrame(console.session.memberId, console.grant) };
}

async function stationsOf(scope: ZoneScope): Promise<Choice[]> {
  return (await listStationChoices(scope)).map(({ id, name }) => ({ value: id, label: name }));
}

export type ProjectDesk = Frame & {
  path: string;
  filter: DeskFilter;
  total: number;
  page: number;
  pages: number;
  rows: ProjectLine[];
  mayPropose: boolean;
};

/** 志愿项目库 at the desk. */
export async function loadProjectDesk(params: Params): Promise<ProjectDesk> {
  const { console, scope, frame } = await open(DESK);
  const filter = deskFilterSchema.parse(await params);
  const { rows, ...list } = await listProjects(scope, filter);
  const mayPropose = mayIn(console, scope, "project.propose");
  return { ...frame, ...list, path: DESK, filter, rows: rows.map(projectLine), mayPropose };
}

export type ProposePage = Frame & { stations: Choice[]; submissionKey: string };

export async function loadPropose(): Promise<ProposePage> {
  const { console, scope, frame } = await open(`${DESK}/new`);
  if (!mayIn(console, scope, "project.propose")) notFound();
  return { ...frame, stations: await stationsOf(scope), submissionKey: randomToken() };
}

export type ProjectPage = Frame & {
  project: Project;
  consent: string[];
  warnings: TextWarning[];
  /** Why this person may not pass it now; null when they may, or may do nothing here at all. */
  whyNotPass: string | null;
  may: { edit: boolean; pass: boolean; withdraw: boolean; decide: boolean };
  values: Record<string, string>;
  claims: DeskClaim[];
  /** Who looked at the contact, the latest first. */
  looks: string[];
};

/** One project with what can be done about it now. */
export async function loadProject(id: string): Promise<ProjectPage> {
  const { console, scope, frame } = await open(`${DESK}/${id}`);
  const project = await findProject(scope, id);
  if (project === null) notFound();
  const asked = { ...project, actorId: console.session.memberId };
  const isOpen = (step: "write" | "return" | "withdraw"): boolean => moderationFault({ ...asked, step }) === null;
  const moderates = mayIn(console, scope, "project.moderate");
  const { kind, area, category, title, need, conditions, days } = project;
  return {
    ...{ ...frame, project, consent: consentWords(project), warnings: await findWarnings(id) },
    whyNotPass: moderationFault({ ...asked, step: "pass" }),
    may: {
      edit: isOpen("write") && mayIn(console, scope, "project.propose"),
      pass: isOpen("return") && moderates,
      withdraw: isOpen("withdraw") && moderates,
      decide: mayIn(console, scope, "project.decide"),
    },
    values: { kind, area, category, title, need, conditions, days: String(days) },
    claims: (await listClaimsOn(scope, id)).map((claim) => deskClaim(claim, asked.actorId)),
    looks: (await listLooks(id)).map(lookWords),
  };
}

export type LinksPage = Frame & {
  stations: Choice[];
  links: { id: string; area: string; station: string; address: string; until: string }[];
};

/** 村社链接: one for each village, to be sent, replaced and taken back. */
export async function loadLinks(): Promise<LinksPage> {
  const { console, scope, frame } = await open(`${DESK}/links`);
  if (!mayIn(console, scope, "project-link.issue")) notFound();
  const links = await listLinks(scope, now());
  return {
    ...{ ...frame, stations: await stationsOf(scope) },
    links: links.map(({ token, expiresAt, ...link }) => ({
      ...{ ...link, until: formatFull(businessDateOf(expiresAt)) },
      address: `${env().PUBLIC_URL}/propose/${token}`,
    })),
  };
}

export type FiguresPage = Frame & { total: number; byKind: Chart; byArea: Chart };
type Chart = ReturnType<typeof doneChart>;

/** 数据: how far the projects of the scope have come. */
export async function loadFigures(): Promise<FiguresPage> {
  const { scope, frame } = await open(`${DESK}/figures`);
  const projects = await listCounted(scope);
  const { byKind, byArea } = talliesOf(projects);
  return {
    ...{ ...frame, total: projects.length, byKind: doneChart("各类项目办成的占比", "类型", byKind) },
    byArea: doneChart("各村社项目办成的占比", "村社", byArea),
  };
}
