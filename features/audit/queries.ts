import { businessDateOf } from "@/domain/calendar/shanghai";
import { covering } from "@/features/access/queries";
import type { BranchScope, OrganisationScope, ZoneScope } from "@/features/access/types";
import { db } from "@/lib/db";
import type { AuditRow } from "./types";
import { historyLine, type HistoryLine, type Names } from "./view";

type StoredRow = Omit<AuditRow, "detail"> & { detail: string };

function readRow(row: StoredRow): AuditRow {
  return { ...row, detail: JSON.parse(row.detail) as Record<string, unknown> };
}

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
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: HISTORY_LENGTH,
  });
  const rows = stored.map(readRow);
  const [names, known] = await Promise.all([findNames(rows), findOwnPeople(scope, rows, now)]);
  return rows.map((row) => historyLine(row, names, (memberId) => known === null || known.has(memberId)));
}

/**
 * What was done to a thing after the version that somebody has read, oldest first, for the one who comes second. Every
 * act that raises the version of its subject names the new number in its detail.
 */
export async function listActsSince(subject: { kind: string; id: string }, version: number): Promise<HistoryLine[]> {
  const stored = await db().auditEntry.findMany({
    where: { subjectKind: subject.kind, subjectId: subject.id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: HISTORY_LENGTH,
  });
  const rows = stored.map(readRow).filter(({ detail }) => Number(detail["version"] ?? 0) > version);
  const names = await findNames(rows);
  return rows.reverse().map((row) => historyLine(row, names, () => true));
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

/** Names of the people and places that the rows speak of, as actor, as subject or in their details. */
async function findNames(rows: readonly AuditRow[]): Promise<Names> {
  const ids = [...new Set(rows.flatMap((row) => [row.actorId ?? "", row.subjectId, ...idsIn(row.detail)]))];
  const asked = { where: { id: { in: ids } }, select: { id: true, name: true } } as const;
  const found = await Promise.all([
    db().member.findMany(asked),
    db().station.findMany(asked),
    db().organisation.findMany(asked),
    db().branch.findMany(asked),
    db().contentItem.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } }),
  ]);
  return new Map(found.flat().map((row) => [row.id, "name" in row ? row.name : row.title]));
}

/** Every text under a key that ends in `Id` or `Ids`, however deep. */
function idsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return /Ids?$/.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => idsIn(inner, name));
}
