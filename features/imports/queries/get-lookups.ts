import { can } from "@/domain/access/can";
import { grantsHeld } from "@/domain/access/terms";
import type { Actor, Role } from "@/domain/access/types";
import type { ExistingMember, MemberLookups } from "@/domain/imports/members";
import type { ExistingOrganisation, OrganisationLookups } from "@/domain/imports/organisations";
import type { KnownBranch } from "@/domain/imports/places";
import { projectKey, type ProjectLookups } from "@/domain/imports/projects";
import { stemKey, type QuestionLookups } from "@/domain/imports/questions";
import type { Standing } from "@/domain/people/standing";
import { covering, getActor } from "@/features/access/queries";
import { getBankRules } from "@/features/library/queries";
import { lookupHash, openText } from "@/lib/crypto";
import { db } from "@/lib/db";

/** Values of one statement: well below what either engine takes. */
const AT_ONCE = 500;

async function listOrganisations(): Promise<ExistingOrganisation[]> {
  const rows = await db().organisation.findMany({
    select: { id: true, name: true, kind: true, shortCode: true, creditCode: true, stationId: true, state: true },
  });
  return rows as ExistingOrganisation[];
}

async function listFormerCodes(): Promise<Map<string, string>> {
  const rows = await db().formerShortCode.findMany({
    select: { code: true, organisation: { select: { name: true } } },
  });
  return new Map(rows.map(({ code, organisation }) => [code, organisation.name]));
}

/** What the rules of an organisations' sheet compare with: the whole zone, because names and codes are unique in it. */
export async function getOrganisationLookups(stationId: string | null): Promise<OrganisationLookups> {
  const [organisations, takenShortCodes, stations] = await Promise.all([
    listOrganisations(),
    listFormerCodes(),
    db().station.findMany({ where: { state: "active" }, select: { id: true, name: true } }),
  ]);
  return { organisations, takenShortCodes, stations, onlyStationId: stationId };
}

type Bringing = { stationId: string | null; today: string; actorId: string; now: Date };

type Named = {
  /** The whole logins of the file, once the places are known. */
  loginsOf: (organisations: readonly ExistingOrganisation[]) => Iterable<string>;
  /** Names in rows that have a phone with stars. */
  maskedNames: ReadonlySet<string>;
};

/** What the rules of a members' sheet compare with, for the one who brings it in. */
export async function getMemberLookups(
  { stationId, today, actorId, now }: Bringing,
  { loginsOf, maskedNames }: Named,
): Promise<MemberLookups> {
  const [organisations, branches, workNumbers] = await Promise.all([
    listOrganisations(),
    db().branch.findMany({
      select: { id: true, name: true, kind: true, stationId: true, hostOrganisationId: true, state: true },
    }) as Promise<KnownBranch[]>,
    listWorkNumbers(),
  ]);
  // Without an account nobody's data may be changed.
  const actor = (await db().member.count({ where: { id: actorId } })) === 0 ? null : await getActor(actorId, now);
  const membersByLogin = await findByLogins([...loginsOf(organisations)], today, actor);
  if (maskedNames.size > 0) await addPhones(membersByLogin, maskedNames, today, actor);
  return { organisations, branches, workNumbers, membersByLogin, onlyStationId: stationId, today };
}

async function listWorkNumbers(): Promise<Map<string, string[]>> {
  const rows = await db().employment.findMany({
    where: { workNumber: { startsWith: "0" } },
    select: { organisationId: true, workNumber: true },
  });
  const numbers = new Map<string, string[]>();
  for (const { organisationId, workNumber } of rows) {
    if (workNumber !== null) numbers.set(organisationId, [...(numbers.get(organisationId) ?? []), workNumber]);
  }
  return numbers;
}

async function findByLogins(
  logins: readonly string[],
  today: string,
  actor: Actor | null,
): Promise<Map<string, ExistingMember>> {
  const found = new Map<string, ExistingMember>();
  for (let from = 0; from < logins.length; from += AT_ONCE) {
    const part = new Map(logins.slice(from, from + AT_ONCE).map((login) => [lookupHash("login", login), login]));
    const rows = await db().login.findMany({
      where: { hash: { in: [...part.keys()] } },
      select: { hash: true, member: { select: memberColumns(today) } },
    });
    for (const { hash, member } of rows) {
      found.set(part.get(hash) ?? "", existingOf(member, today, actor));
    }
  }
  return found;
}

/** Adds the phones of those already found and of everybody with one of the names: one of them may be meant by a mask. */
async function addPhones(
  found: Map<string, ExistingMember>,
  names: ReadonlySet<string>,
  today: string,
  actor: Actor | null,
): Promise<void> {
  const meant = [
    ...partsOf([...names]).map((part) => ({ name: { in: part } })),
    ...partsOf([...found.values()].map(({ id }) => id)).map((part) => ({ id: { in: part } })),
  ];
  for (const where of meant) {
    const rows = await db().member.findMany({
      where,
      select: { ...memberColumns(today), logins: { where: { kind: "phone" }, select: { cipher: true } } },
    });
    for (const { logins, ...member } of rows) {
      const existing = existingOf(member, today, actor);
      for (const { cipher } of logins) found.set(openText(cipher), existing);
    }
  }
}

const partsOf = (values: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(values.length / AT_ONCE) }, (_, at) => values.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

/** Of today and to come: what is agreed on for a later day stands in the way of a second one. */
const lasting = (today: string) => ({ OR: [{ until: null }, { until: { gte: today } }] });

const memberColumns = (today: string) => ({
  ...{ id: true, name: true, standing: true, state: true },
  roles: { select: { role: true, since: true, until: true, revokedAt: true } },
  employments: {
    where: lasting(today),
    orderBy: { since: "asc" as const },
    select: { organisationId: true, since: true, organisation: { select: { stationId: true } } },
  },
  memberships: {
    where: lasting(today),
    orderBy: { since: "asc" as const },
    select: { branchId: true, since: true, branch: { select: { stationId: true } } },
  },
});

type Row = {
  id: string;
  name: string;
  standing: string;
  state: string;
  roles: { role: string; since: string; until: string | null; revokedAt: Date | null }[];
  employments: { organisationId: string; since: string; organisation: { stationId: string } }[];
  memberships: { branchId: string; since: string; branch: { stationId: string } }[];
};

/** The row of today and the first day of the next one, among those that last. */
function splitAt<R extends { since: string }>(
  rows: readonly R[],
  today: string,
): { current: R | null; next: string | null } {
  return {
    current: rows.find(({ since }) => since <= today) ?? null,
    next: rows.find(({ since }) => since > today)?.since ?? null,
  };
}

/** Why this person is not for the one who brings the sheet in to edit: as on the person's page. */
function refusalOf(row: Row, today: string, actor: Actor | null): ExistingMember["refusal"] {
  if (actor === null) return "not-yours";
  if (row.id === actor.memberId) return "own";
  const employment = splitAt(row.employments, today).current;
  const membership = splitAt(row.memberships, today).current;
  const held = grantsHeld(
    row.roles.map((role) => ({ ...role, revoked: role.revokedAt !== null })),
    today,
  );
  const isAllowed = can(actor, "member.edit", {
    ...{ kind: "member", memberId: row.id, roles: held.map(({ role }) => role as Role) },
    ...{ branchId: membership?.branchId ?? null, organisationId: employment?.organisationId ?? null },
    stationId: membership?.branch.stationId ?? employment?.organisation.stationId ?? null,
  });
  return isAllowed ? null : "not-yours";
}

function existingOf(row: Row, today: string, actor: Actor | null): ExistingMember {
  const { id, name, standing, state } = row;
  const [employment, membership] = [splitAt(row.employments, today), splitAt(row.memberships, today)];
  return {
    ...{ id, name, standing: standing as Standing, state: state as ExistingMember["state"] },
    organisationId: employment.current?.organisationId ?? null,
    branchId: membership.current?.branchId ?? null,
    coming: { organisation: employment.next, branch: membership.next },
    joined: employment.current?.since ?? null,
    refusal: refusalOf(row, today, actor),
  };
}

/** What the rules of a questions' sheet compare with: topics, sites, and what is asked or being written already. */
export async function getQuestionLookups(): Promise<QuestionLookups> {
  const [asked, written] = await Promise.all([
    db().question.findMany({ select: { id: true, current: { select: { stem: true } } } }),
    db().questionProposal.findMany({
      where: { state: { in: ["draft", "submitted", "returned"] } },
      select: { id: true, content: true },
    }),
  ]);
  const known = new Map<string, string>();
  for (const { id, current } of asked) if (current) known.set(stemKey(current.stem), id);
  for (const { id, content } of written) known.set(stemKey((JSON.parse(content) as { stem: string }).stem), id);
  return { ...getBankRules(), known };
}

/** What the rules of a projects' sheet compare with: the open stations of the scope, and the projects that stand. */
export async function getProjectLookups(stationId: string | null, today: string): Promise<ProjectLookups> {
  const scope = stationId === null ? {} : { stationId };
  const [stations, projects] = await Promise.all([
    db().station.findMany({
      where: { state: "active", ...(stationId === null ? {} : { id: stationId }) },
      select: { id: true, name: true },
    }),
    db().project.findMany({
      where: { state: { notIn: ["withdrawn", "confirmed"] }, ...scope },
      select: { id: true, stationId: true, area: true, title: true },
    }),
  ]);
  const known = new Map(projects.map((row) => [projectKey(row.stationId, row.area, row.title), row.id]));
  return { stations, known, today };
}

/** Open organisations of the scope: those a file of organisations could have spoken of. */
export async function listScopeOrganisationIds(stationId: string | null): Promise<string[]> {
  const where = { state: "active", ...(stationId === null ? {} : { stationId }) };
  return (await db().organisation.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** People who work today for one of these organisations: those a file of their members could have spoken of. */
export async function listEmployedIds(organisationIds: readonly string[], today: string): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < organisationIds.length; from += AT_ONCE) {
    const part = organisationIds.slice(from, from + AT_ONCE);
    const rows = await db().member.findMany({
      where: { state: { not: "left" }, employments: { some: { organisationId: { in: part }, ...covering(today) } } },
      select: { id: true },
    });
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}
