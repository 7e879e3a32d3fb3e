import { coveredMembers } from "@/domain/assignments/coverage";
import { outcomeOf, type Outcome, type ResultKind } from "@/domain/assignments/outcome";
import type { BranchScope } from "@/features/access/types";
import { db, type Prisma } from "@/lib/db";
import type { TargetKind } from "../types";
import { earlierKey, findEarlierAnswers } from "./earlier-answers";

/** 已线下学习 or an excuse as an officer recorded it. */
export type OfficerRecord = {
  readonly manner: string;
  readonly note: string;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  /** The person's words while they object and when they were answered; empty when they took them back. */
  readonly objection: string;
  /** What somebody in office said to it; empty without. */
  readonly answer: string;
  /** Since when an objection waits; null when none does. */
  readonly objectedAt: Date | null;
};

/** What became of an assignment for one person. */
export type PersonOutcome = {
  readonly memberId: string;
  /** Null for somebody who has left the zone: their sums stay, their name does not. */
  readonly name: string | null;
  readonly standing: string;
  readonly outcome: Outcome;
  /** Null when nobody recorded anything, or the person answered. */
  readonly record: OfficerRecord | null;
};

export type BranchAssignment = {
  readonly id: string;
  readonly targetKind: TargetKind;
  readonly targetId: string;
  readonly title: string;
  readonly note: string;
  readonly setOn: string;
  readonly dueOn: string;
  readonly whole: boolean;
  readonly isWithdrawn: boolean;
  readonly setBy: string | null;
  /** Everybody it is for, in order of name. */
  readonly people: readonly PersonOutcome[];
};

export const ASSIGNMENT_VIEWS = ["current", "past", "withdrawn"] as const;
export type AssignmentView = (typeof ASSIGNMENT_VIEWS)[number];

const PAGE = 30;

type Page = { readonly rows: readonly BranchAssignment[]; readonly total: number; readonly pages: number };

/** One page of the branch's assignments: what runs by the nearest due date, the others by the latest. */
export async function listBranchAssignments(
  scope: BranchScope,
  input: { readonly view: AssignmentView; readonly page: number; readonly today: string },
): Promise<Page> {
  const { view, page, today } = input;
  const where = { branchId: scope.branchId, ...whereOf(view, today) };
  const order = view === "current" ? "asc" : "desc";
  const [total, rows] = await Promise.all([
    db().assignment.count({ where }),
    db().assignment.findMany({
      ...{ where, include: INCLUDE, orderBy: [{ dueOn: order }, { title: "asc" }, { id: "asc" }] },
      ...{ skip: (page - 1) * PAGE, take: PAGE },
    }),
  ]);
  return { rows: await withPeople(rows, today), total, pages: Math.max(1, Math.ceil(total / PAGE)) };
}

function whereOf(view: AssignmentView, today: string): Prisma.AssignmentWhereInput {
  if (view === "withdrawn") return { state: "withdrawn" };
  return { state: "open", dueOn: view === "current" ? { gte: today } : { lt: today } };
}

/** One assignment of the branch; null when there is none of that id. */
export async function findBranchAssignment(
  scope: BranchScope,
  id: string,
  today: string,
): Promise<BranchAssignment | null> {
  const row = await db().assignment.findFirst({ where: { id, branchId: scope.branchId }, include: INCLUDE });
  return row === null ? null : ((await withPeople([row], today))[0] ?? null);
}

/** Records that somebody says are not so and that wait for the branch: how many, and the assignment of the oldest. */
export async function countOpenObjections(
  scope: BranchScope,
  today: string,
): Promise<{ count: number; assignmentId: string }> {
  const rows = await db().assignment.findMany({
    where: { branchId: scope.branchId, results: { some: { objectedAt: { not: null }, resolvedAt: null } } },
    ...{ include: INCLUDE, orderBy: [{ setOn: "asc" }, { id: "asc" }] },
  });
  // As its page shows them: whoever has left the zone or the branch is not named there.
  const open = (await withPeople(rows, today)).flatMap(({ id, people }) =>
    people.filter(({ name, outcome }) => name !== null && outcome.kind === "objected").map(() => id),
  );
  return { count: open.length, assignmentId: open[0] ?? "" };
}

/** The branch of an assignment, for the question of who may act on it; null for an unknown id. */
export async function findAssignmentBranch(id: string): Promise<string | null> {
  return (await db().assignment.findUnique({ where: { id }, select: { branchId: true } }))?.branchId ?? null;
}

const INCLUDE = { assignees: { select: { memberId: true } }, results: true } as const;
type Row = Prisma.AssignmentGetPayload<{ include: typeof INCLUDE }>;

/** Assignments of one branch with everybody they are for: a handful of questions, however many there are. */
async function withPeople(rows: readonly Row[], today: string): Promise<BranchAssignment[]> {
  const branchIds = [...new Set(rows.map(({ branchId }) => branchId))];
  const stays = await db().membership.findMany({ where: { branchId: { in: branchIds } } });
  const covered = new Map(
    rows.map((row) => {
      const chosen = row.assignees.map(({ memberId }) => memberId);
      return [row.id, coveredMembers({ ...row, chosen }, stays, today)];
    }),
  );
  const memberIds = [...new Set([...covered.values()].flat())];
  const officers = rows.flatMap(({ createdById, results }) => [
    createdById,
    ...results.flatMap(({ recordedById }) => recordedById ?? []),
  ]);
  const asked = rows.map((row) => ({ ...row, targetKind: row.targetKind as TargetKind }));
  const [members, earlier] = await Promise.all([
    db().member.findMany({
      where: { id: { in: [...new Set([...memberIds, ...officers])] } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, standing: true, state: true },
    }),
    findEarlierAnswers(db(), { asked, memberIds }),
  ]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const ids = new Set(covered.get(row.id));
    const results = new Map(row.results.map((result) => [result.memberId, result]));
    const people = members
      .filter(({ id }) => ids.has(id))
      .map((member) => personOf(member, results.get(member.id), earlier.get(earlierKey(row.id, member.id)), names));
    const { id, targetId, title, note, setOn, dueOn, whole } = row;
    return {
      ...{ id, targetKind: row.targetKind as TargetKind, targetId, title, note, setOn, dueOn, whole, people },
      ...{ isWithdrawn: row.state === "withdrawn", setBy: names.get(row.createdById) ?? null },
    };
  });
}

type Member = { id: string; name: string; standing: string; state: string };
type ResultRow = Row["results"][number];

const isObjected = ({ objectedAt, resolvedAt }: ResultRow): boolean => objectedAt !== null && resolvedAt === null;

function personOf(
  { id, name, standing, state }: Member,
  row: ResultRow | undefined,
  earlierOn: string | undefined,
  names: ReadonlyMap<string, string>,
): PersonOutcome {
  const result = row === undefined ? null : { ...row, kind: row.kind as ResultKind, isObjected: isObjected(row) };
  const outcome = outcomeOf(result, earlierOn ?? null);
  const record = row === undefined || outcome.kind === "answered" ? null : recordOf(row, names);
  return { memberId: id, name: state === "left" ? null : name, standing, outcome, record };
}

function recordOf(row: ResultRow, names: ReadonlyMap<string, string>): OfficerRecord {
  const { manner, note, recordedById, recordedAt, answer } = row;
  const recordedBy = recordedById === null ? null : (names.get(recordedById) ?? null);
  const waits = isObjected(row);
  const objection = waits || answer !== "" ? row.objection : "";
  return { manner, note, recordedBy, recordedAt, objection, answer, objectedAt: waits ? row.objectedAt : null };
}
