import type { Actor } from "@/domain/access/types";
import type { BranchScope } from "@/features/access/types";
import { applyToBranch } from "@/features/applications/mutations/apply";
import { acceptApplication } from "@/features/applications/mutations/decide";
import { issueJoinCode } from "@/features/applications/mutations/issue-join-code";
import { findJoinCode } from "@/features/applications/queries/find-join-code";
import type { NewMember } from "@/features/members/mutations/create-member";
import { randomToken } from "@/lib/crypto";
import { db } from "@/lib/db";
import { makePerson, nextNumber, SINCE, type Place } from "./people";

const now = new Date();

export const scopeOf = ({ branchId }: Place) => ({ branchId }) as BranchScope;

export async function codeOf(place: Place): Promise<string> {
  await issueJoinCode({ branchId: place.branchId, days: 30, actorId: "officer", now });
  return (await findJoinCode(scopeOf(place), now))?.token ?? "";
}

type Typed = { name?: string; login?: string; secret?: string; address?: string };

/** Applies and answers secret and id. */
export async function apply(place: Place, { name = "王示例", secret = randomToken(), ...typed }: Typed = {}) {
  const number = nextNumber();
  const login = typed.login ?? `1380000${String(number).padStart(4, "0")}`;
  const token = (await findJoinCode(scopeOf(place), now))?.token ?? (await codeOf(place));
  const address = typed.address ?? `address-${number}`;
  const result = await applyToBranch({ token, secret, name, login, address, now });
  const [row] = await db().application.findMany({
    where: { branchId: place.branchId },
    orderBy: { id: "desc" },
    take: 1,
  });
  return { result, secret, login, applicationId: row?.id ?? "" };
}

/** The study officer of the branch, whom no row stands for. */
export const officerOf = ({ branchId }: Pick<Place, "branchId">): Actor => ({
  ...{ memberId: "officer", memberState: "active", branchId, organisationId: null },
  grants: [
    {
      id: "g",
      role: "study-officer",
      scopeKind: "branch",
      scopeId: branchId,
      since: SINCE,
      until: null,
      revoked: false,
    },
  ],
});

export const accept = (place: Place, applicationId: string, over = {}) =>
  acceptApplication({
    ...{ applicationId, branchId: place.branchId, standing: "full", organisationId: "", now },
    ...{ actor: officerOf(place), ...over },
  });

/** Somebody of the list who has not come in yet. */
export async function listed(place: Place | null, name: string, over: Partial<NewMember> = {}) {
  const person = await makePerson(place, { name, ...over });
  await db().member.update({ where: { id: person.memberId }, data: { state: "invited" } });
  return person;
}
