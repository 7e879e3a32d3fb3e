import { covering } from "@/features/access/queries";
import { db, type Tx } from "@/lib/db";

export type StudySet = {
  readonly title: string;
  readonly dueOn: string;
  /** Who set it, and whether they work in the organisation whose duty it is. */
  readonly officer: string;
  readonly isOwn: boolean;
};

type Asked = { branchId: string; organisationId: string; first: string; last: string; today: string };

const setIn = ({ branchId, first, last, today }: Omit<Asked, "organisationId">) => ({
  ...{ branchId, state: "open", dueOn: { gte: first, lte: last }, setOn: { lte: today } },
});

/** What the branch set to be learned in a period, in order of its days. */
export async function listStudySet({ organisationId, ...asked }: Asked): Promise<StudySet[]> {
  const rows = await db().assignment.findMany({
    where: setIn(asked),
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: { title: true, dueOn: true, createdById: true },
  });
  const people = await db().member.findMany({
    where: { id: { in: rows.map(({ createdById }) => createdById) } },
    select: {
      ...{ id: true, name: true },
      employments: { where: { organisationId, ...covering(asked.today) }, select: { id: true }, take: 1 },
    },
  });
  const officers = new Map(people.map((person) => [person.id, person]));
  return rows.map(({ title, dueOn, createdById }) => {
    const officer = officers.get(createdById);
    return { title, dueOn, officer: officer?.name ?? "", isOwn: (officer?.employments.length ?? 0) > 0 };
  });
}

/** Whether the branch set anything in the period. */
export async function hasStudySet(tx: Tx, asked: Omit<Asked, "organisationId">): Promise<boolean> {
  return (await tx.assignment.count({ where: setIn(asked) })) > 0;
}
