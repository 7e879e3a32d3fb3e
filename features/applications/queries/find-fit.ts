import { businessDateOf } from "@/domain/calendar/shanghai";
import { fitOf, mayOpen, type Fit } from "@/domain/people/applicant";
import type { Actor, MemberState } from "@/domain/access/types";
import { getMemberResource } from "@/features/members/queries";
import type { Prisma, Tx } from "@/lib/db";

type Applicant = { name: string; loginHash: string; branchId: string };
export type Found = { fit: Fit; memberId: string | null };
/** Who decides, and when. */
type Deciding = { actor: Actor; now: Date };

/** Who on the list is meant by an application, if anybody: looked at when it is shown and again when it is decided. */
export async function findFit(tx: Tx, applicant: Applicant, deciding: Deciding): Promise<Found> {
  const [found] = await findFits(tx, [applicant], deciding);
  return found ?? { fit: "new", memberId: null };
}

/** The same for many, in their order. */
export async function findFits(tx: Tx, applicants: readonly Applicant[], deciding: Deciding): Promise<Found[]> {
  const rows = await tx.login.findMany({
    where: { hash: { in: applicants.map(({ loginHash }) => loginHash) } },
    select: {
      hash: true,
      member: { select: columns(deciding.now) },
    },
  });
  const owners = new Map<string, Owner & { isOpenTo: boolean }>();
  for (const { hash, member } of rows) owners.set(hash, { ...member, isOpenTo: await isOpenTo(tx, member, deciding) });
  return applicants.map((applicant) => {
    const member = owners.get(applicant.loginHash);
    if (!member) return { fit: "new", memberId: null };
    const owner = {
      ...{ name: member.name, state: member.state as MemberState, isOpenTo: member.isOpenTo },
      branchId: member.memberships[0]?.branchId ?? null,
    };
    return { fit: fitOf(applicant, owner), memberId: member.id };
  });
}

/** A membership that begins later binds as well: nobody is to belong to two branches. A role to come counts likewise. */
function columns(now: Date) {
  const lasting = { OR: [{ until: null }, { until: { gte: businessDateOf(now) } }] };
  return {
    ...{ id: true, name: true, state: true },
    memberships: { where: lasting, take: 1, select: { branchId: true } },
    roles: { where: { revokedAt: null, ...lasting }, take: 1, select: { id: true } },
  } as const satisfies Prisma.MemberSelect;
}

type Owner = Prisma.MemberGetPayload<{ select: ReturnType<typeof columns> }>;

/** Few who have not come in hold a role: only for them it is asked who may open the account. */
async function isOpenTo(tx: Tx, { id, roles }: Owner, { actor, now }: Deciding): Promise<boolean> {
  return roles.length === 0 || mayOpen(actor, await getMemberResource(id, now, tx));
}
