import { db } from "@/lib/db";

/** Plain rows for tests of figures: people of branch `b` and organisation `o` unless told otherwise, assignments, results. */
export const SINCE = "2020-01-01";

type Person = { standing?: string; branchId?: string | null; organisationId?: string | null };

/** An active member, who belongs and works somewhere from long ago. */
export async function addPerson(id: string, { standing = "full", branchId = "b", organisationId = "o" }: Person = {}) {
  await db().member.create({
    data: {
      ...{ id, name: `王${id}`, standing, state: "active" },
      ...(branchId === null ? {} : { memberships: { create: { branchId, since: SINCE } } }),
      ...(organisationId === null ? {} : { employments: { create: { organisationId, since: SINCE } } }),
    },
  });
}

type Set = {
  branchId?: string;
  dueOn: string;
  setOn?: string;
  state?: string;
  chosen?: string[];
  target?: [string, string];
};

/** An assignment of a lesson to the whole branch. */
export async function assign(
  id: string,
  { branchId = "b", dueOn, setOn = "2026-09-20", state = "open", chosen, target }: Set,
) {
  const [targetKind, targetId] = target ?? ["lesson", `lessons/x/${id}`];
  await db().assignment.create({
    data: {
      ...{ id, branchId, targetKind, targetId, title: id, setOn, dueOn, state, createdById: "officer" },
      ...(chosen ? { whole: false, assignees: { create: chosen.map((memberId) => ({ memberId })) } } : {}),
    },
  });
}

/** What became of an assignment for one person. */
export async function result(assignmentId: string, memberId: string, kind: string, over: object = {}) {
  const recorded = { on: "2026-10-05", recordedAt: new Date("2026-10-05T02:00:00Z") };
  await db().assignmentResult.create({ data: { assignmentId, memberId, kind, ...recorded, ...over } });
}

/** An answer of March 2026 to the recall questions of a lesson or an entry. */
export async function answered(memberId: string, contentId: string, occasion = "first") {
  const answer = { businessDate: "2026-03-01", answeredAt: new Date("2026-03-01T02:00:00Z"), answers: "{}" };
  const data = {
    kind: contentId.startsWith("daily") ? "entry" : "lesson",
    title: contentId,
    digest: "x",
    recall: "[]",
  };
  await db().contentItem.upsert({
    where: { id: contentId },
    create: { id: contentId, ...data, loadedAt: new Date() },
    update: {},
  });
  await db().recall.create({ data: { memberId, contentId, occasion, ...answer, rightCount: 0, total: 1 } });
}

/** Takes everybody out again, and everything that was set. */
export async function removeStudy(): Promise<void> {
  await db().assignment.deleteMany();
  await db().recall.deleteMany();
  await db().attempt.deleteMany();
  await db().member.deleteMany();
}
