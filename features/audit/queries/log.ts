import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf, startOfDay } from "@/domain/calendar/shanghai";
import { covering } from "@/features/access/queries";
import type { BranchScope, OrganisationScope, ZoneScope } from "@/features/access/types";
import { db, type Prisma, type Tx } from "@/lib/db";
import type { AuditFilter } from "../schema";
import type { AuditRow } from "../types";
import { historyLine, SYSTEM, type AuditAction, type HistoryLine, type Names, type Subjects } from "../view";
import { begins, findSubjectIds, MEANT, nameAnyOf, nameSubjects } from "./subjects";

type StoredRow = Omit<AuditRow, "detail"> & { detail: string };

function readRow(row: StoredRow): AuditRow {
  return { ...row, detail: JSON.parse(row.detail) as Record<string, unknown> };
}

const NEWEST_FIRST = [{ at: "desc" }, { id: "desc" }] as const satisfies Prisma.AuditEntryOrderByWithRelationInput[];
const HISTORY_LENGTH = 50;

/**
 * The history of one thing in words, newest first, at most fifty acts. The caller has decided that the reader may see
 * it. In a branch or an organisation the names of officers from elsewhere are masked.
 */
export async function listHistory(
  scope: BranchScope | OrganisationScope | ZoneScope,
  subject: { kind: string; id: string },
  now: Date,
): Promise<HistoryLine[]> {
  const stored = await db().auditEntry.findMany({
    where: { subjectKind: subject.kind, subjectId: subject.id },
    orderBy: [...NEWEST_FIRST],
    take: HISTORY_LENGTH,
  });
  const rows = stored.map(readRow);
  const [names, known] = await Promise.all([findNames(rows), findOwnPeople(scope, rows, now)]);
  return rows.map((row) => historyLine(row, names, (memberId) => known === null || known.has(memberId)));
}

/** The acts of one kind that one transaction did to a thing: what it found before can be put back. */
export async function listActsOf(
  tx: Tx,
  { action, subjectId, at }: { action: AuditAction; subjectId: string; at: Date },
): Promise<AuditRow[]> {
  const stored = await tx.auditEntry.findMany({ where: { action, subjectId, at }, orderBy: { id: "asc" } });
  return stored.map(readRow);
}

/**
 * What was done to a thing after the version that somebody has read, oldest first, for the one who comes second.
 * `current` is its version now. An act that does not name the version it made raised it by one.
 */
export async function listActsSince(
  subject: { kind: string; id: string },
  { read, current }: { read: number; current: number },
): Promise<HistoryLine[]> {
  const stored = await db().auditEntry.findMany({
    where: { subjectKind: subject.kind, subjectId: subject.id },
    orderBy: [...NEWEST_FIRST],
    take: HISTORY_LENGTH,
  });
  const rows: AuditRow[] = [];
  let version = current;
  for (const row of stored.map(readRow)) {
    const made = row.detail["version"];
    version = typeof made === "number" ? made : version;
    if (version <= read) break;
    rows.unshift(row);
    version -= 1;
  }
  const names = await findNames(rows);
  return rows.map((row) => historyLine(row, names, () => true));
}

export type FoundAudit = {
  rows: AuditRow[];
  names: Names;
  subjects: Subjects;
  /** Where the page after goes on; null at the end. */
  next: string | null;
  /** More people or things may be called so than were looked for: acts may be missing. */
  isPart: boolean;
};

/** The acts that the filter fits, newest first, with the names they speak of. For administrators: no name is masked. */
export async function searchAudit(filter: AuditFilter, take: number): Promise<FoundAudit> {
  const [actors, subjects] = await Promise.all([findActors(filter.actor), findSubjects(filter.subject)]);
  const conditions: Prisma.AuditEntryWhereInput[] = [
    ...[actors, subjects].flatMap(({ where }) => (where === null ? [] : [where])),
    ...(filter.action === "" ? [] : [{ action: filter.action }]),
    ...(filter.from === "" ? [] : [{ at: { gte: startOfDay(filter.from) } }]),
    ...(filter.to === "" ? [] : [{ at: { lt: startOfDay(addDays(filter.to, 1)) } }]),
    ...(filter.before === "" ? [] : [olderThan(filter.before)]),
  ];
  const stored = await db().auditEntry.findMany({
    where: { AND: conditions },
    orderBy: [...NEWEST_FIRST],
    take: take + 1,
  });
  const rows = stored.slice(0, take).map(readRow);
  const last = rows.at(-1);
  const next = stored.length > take && last ? `${last.at.toISOString()}_${last.id}` : null;
  const [names, called] = await Promise.all([findNames(rows), nameSubjects(rows)]);
  return { rows, names, subjects: called, next, isPart: actors.isPart || subjects.isPart };
}

function olderThan(cursor: string): Prisma.AuditEntryWhereInput {
  const split = cursor.indexOf("_");
  const at = new Date(cursor.slice(0, split));
  return { OR: [{ at: { lt: at } }, { at, id: { lt: cursor.slice(split + 1) } }] };
}

/** What a name stands for in the log; `where` is null for anybody or anything. */
type Meant = { where: Prisma.AuditEntryWhereInput | null; isPart: boolean };

/** Who acted: everybody whose name begins so, or the commands of the system. */
async function findActors(typed: string): Promise<Meant> {
  if (typed === "") return { where: null, isPart: false };
  if (typed === SYSTEM) return { where: { actorId: null }, isPart: false };
  const meant = await db().member.findMany({ where: begins(typed), take: MEANT, select: { id: true } });
  return { where: { actorId: { in: meant.map(({ id }) => id) } }, isPart: meant.length === MEANT };
}

/** What was acted on, by what it is called. */
async function findSubjects(typed: string): Promise<Meant> {
  if (typed === "") return { where: null, isPart: false };
  const { ids, isPart } = await findSubjectIds(typed);
  return { where: { subjectId: { in: ids } }, isPart };
}

/** Those among the actors who belong to the branch or organisation today; null when every name may be shown. */
async function findOwnPeople(
  scope: BranchScope | OrganisationScope | ZoneScope,
  rows: readonly AuditRow[],
  now: Date,
): Promise<Set<string> | null> {
  if ("stationId" in scope) return null;
  const today = covering(businessDateOf(now));
  const belongs =
    "branchId" in scope
      ? { memberships: { some: { branchId: scope.branchId, ...today } } }
      : { employments: { some: { organisationId: scope.organisationId, ...today } } };
  const actors = rows.flatMap((row) => (row.actorId === null ? [] : [row.actorId]));
  const own = await db().member.findMany({ where: { id: { in: actors }, ...belongs }, select: { id: true } });
  return new Set(own.map((member) => member.id));
}

/** Names of the actors and of everything that details speak of. */
async function findNames(rows: readonly AuditRow[]): Promise<Names> {
  const ids = [...new Set(rows.flatMap((row) => [row.actorId ?? "", ...idsIn(row.detail)]))];
  const [called, versions] = await Promise.all([
    nameAnyOf(ids),
    db().questionVersion.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } }),
  ]);
  return new Map([...called, ...versions.map(({ id, number }) => [id, `第${number}版`] as const)]);
}

/** Every text under a key that ends in `Id` or `Ids`, however deep. */
function idsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return /Ids?$/.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => idsIn(inner, name));
}
