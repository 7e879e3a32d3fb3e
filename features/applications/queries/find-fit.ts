import { businessDateOf } from "@/domain/calendar/shanghai";
import { fitOf, type Fit } from "@/domain/people/applicant";
import type { MemberState } from "@/domain/access/types";
import type { Tx } from "@/lib/db";

type Applicant = { name: string; loginHash: string; branchId: string };

/** Who on the list is meant by an application, if anybody: looked at when it is shown and again when it is decided. */
export async function findFit(tx: Tx, applicant: Applicant, now: Date): Promise<{ fit: Fit; memberId: string | null }> {
  const [found] = await findFits(tx, [applicant], now);
  return found ?? { fit: "new", memberId: null };
}

/** The same for many, in their order. */
export async function findFits(
  tx: Tx,
  applicants: readonly Applicant[],
  now: Date,
): Promise<{ fit: Fit; memberId: string | null }[]> {
  const rows = await tx.login.findMany({
    where: { hash: { in: applicants.map(({ loginHash }) => loginHash) } },
    select: {
      hash: true,
      member: { select: { id: true, name: true, state: true, memberships: { where: lasting(now), take: 1 } } },
    },
  });
  const owners = new Map(rows.map(({ hash, member }) => [hash, member]));
  return applicants.map((applicant) => {
    const member = owners.get(applicant.loginHash);
    if (!member) return { fit: "new", memberId: null };
    const owner = {
      ...{ name: member.name, state: member.state as MemberState },
      branchId: member.memberships[0]?.branchId ?? null,
    };
    return { fit: fitOf(applicant, owner), memberId: member.id };
  });
}

/** A membership that begins later binds as well: nobody is to belong to two branches. */
function lasting(now: Date) {
  return { OR: [{ until: null }, { until: { gte: businessDateOf(now) } }] };
}
