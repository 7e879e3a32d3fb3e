import type { BranchScope } from "@/features/access/types";
import { covering } from "@/features/access/queries";
import type { Target } from "@/features/assignments/types";
import { getLibraryCourses } from "@/features/library/queries";
import { listOfferedQuizzes } from "@/features/quizzes/queries";
import { findTakenDown } from "@/features/takedowns/queries";
import { db } from "@/lib/db";

/** What can be assigned now. */
export type TargetChoice = Target & {
  readonly title: string;
  /** Title of a lesson's course; null for others. */
  readonly course: string | null;
};

/** Lessons in the order of their courses, then entries by day, then the quizzes that are open. */
export async function listTargets(now: Date): Promise<TargetChoice[]> {
  const [items, { documents }, quizzes] = await Promise.all([
    db().contentItem.findMany({
      where: { retiredAt: null, kind: { in: ["lesson", "entry"] }, recall: { not: "[]" } },
      orderBy: { id: "asc" },
      select: { id: true, kind: true, title: true },
    }),
    findTakenDown(),
    listOfferedQuizzes(),
  ]);
  const shown = items.filter(({ id }) => !documents.has(id));
  const lessons = getLibraryCourses().flatMap(({ slug, front }) =>
    shown
      .filter(({ id, kind }) => kind === "lesson" && id.startsWith(`lessons/${slug}/`))
      .map(({ id, title }) => ({ kind: "lesson" as const, id, title, course: front.title })),
  );
  const entries = shown
    .filter(({ kind }) => kind === "entry")
    .map(({ id, title }) => ({ kind: "entry" as const, id, title, course: null }));
  const open = quizzes
    .filter(({ kind, opensAt, closesAt, canBeFilled }) => {
      return kind !== "load" && canBeFilled && opensAt <= now && (closesAt === null || closesAt > now);
    })
    .map(({ id, title }) => ({ kind: "quiz" as const, id, title, course: null }));
  return [...lessons, ...entries, ...open];
}

/** Lessons that have active questions of these topics, by topic. */
export async function listLessonsOfTopics(topics: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db().question.findMany({
    where: { topic: { in: [...topics] }, state: "active", current: { anchor: { startsWith: "lessons/" } } },
    select: { topic: true, current: { select: { anchor: true } } },
  });
  const found = new Map<string, string[]>();
  for (const { topic, current } of rows) {
    const lesson = current?.anchor.split("#")[0] ?? "";
    const known = found.get(topic) ?? [];
    if (!known.includes(lesson)) found.set(topic, [...known, lesson].sort());
  }
  return found;
}

export type BranchPlace = {
  readonly name: string;
  readonly kind: string;
  readonly station: string;
  readonly host: string | null;
};

export async function getBranchPlace({ branchId }: BranchScope): Promise<BranchPlace> {
  const { name, kind, station, hostOrganisation } = await db().branch.findUniqueOrThrow({
    where: { id: branchId },
    select: {
      ...{ name: true, kind: true, station: { select: { name: true } } },
      hostOrganisation: { select: { name: true } },
    },
  });
  return { name, kind, station: station.name, host: hostOrganisation?.name ?? null };
}

export type BranchMember = { readonly id: string; readonly name: string; readonly standing: string };

/** Who belongs to the branch today, in order of name. Asked from the branch's side: a zone has thousands of members. */
export async function listPeople({ branchId }: BranchScope, today: string): Promise<BranchMember[]> {
  const rows = await db().membership.findMany({
    where: { branchId, ...covering(today), member: { state: { not: "left" } } },
    orderBy: [{ member: { name: "asc" } }, { memberId: "asc" }],
    select: { member: { select: { id: true, name: true, standing: true } } },
  });
  return rows.map(({ member }) => member);
}

export type Officer = {
  readonly name: string;
  readonly role: string;
  readonly since: string;
  readonly until: string | null;
};

/** Who holds a role over the branch today, with its term. */
export async function listOfficers({ branchId }: BranchScope, today: string): Promise<Officer[]> {
  const rows = await db().roleGrant.findMany({
    where: { scopeKind: "branch", scopeId: branchId, revokedAt: null, ...covering(today), member: { state: "active" } },
    orderBy: [{ role: "asc" }, { since: "asc" }, { id: "asc" }],
    select: { role: true, since: true, until: true, member: { select: { name: true } } },
  });
  return rows.map(({ member, ...grant }) => ({ ...grant, name: member.name }));
}

/** Moves that need the branch's own assent. */
export function countTransfers({ branchId }: BranchScope): Promise<number> {
  const open = { kind: "membership", state: "open" };
  const [leaving, coming] = [
    { ...open, fromId: branchId, fromAssentAt: null },
    { ...open, toId: branchId, toAssentAt: null },
  ];
  return db().transfer.count({ where: { OR: [leaving, coming] } });
}
