import type { RoleScope } from "@/features/members/mutations/grant-role";
import { assentTransfer } from "@/features/transfers/mutations/assent-transfer";
import { requestTransfer, type NewTransfer } from "@/features/transfers/mutations/request-transfer";
import { makePerson, makePlace, TODAY, type Place } from "./people";

const now = new Date();

export const secretaryOf = (place: Place): RoleScope => ({
  ...{ role: "branch-secretary", scopeKind: "branch", scopeId: place.branchId },
});
export const workerOf = (place: Place): RoleScope => ({
  ...{ role: "party-worker", scopeKind: "organisation", scopeId: place.organisationId },
});
export const committeeOf = (stationId = ""): RoleScope => ({
  ...{ role: "committee", scopeKind: stationId === "" ? "zone" : "station", scopeId: stationId },
});

/** Two places, a person of the first one, and the secretaries of both. */
export async function setting() {
  const [from, to] = [await makePlace(), await makePlace()];
  const [person, secretary, receiver] = [
    await makePerson(from),
    await makePerson(from, { roles: [secretaryOf(from)] }),
    await makePerson(to, { roles: [secretaryOf(to)] }),
  ];
  return { from, to, person, secretary, receiver };
}

export type Setting = Awaited<ReturnType<typeof setting>>;

export const ask = ({ person, to, secretary }: Setting, over: Partial<NewTransfer> = {}) =>
  requestTransfer({
    ...{ memberId: person.memberId, kind: "membership", toId: to.branchId, since: TODAY, reason: "示例理由" },
    ...{ workNumber: "", assents: ["from"], actorId: secretary.memberId, now },
    ...over,
  });

export const idOf = (result: Awaited<ReturnType<typeof requestTransfer>>): string => {
  if (!result.ok) throw new Error(result.detail);
  return result.id;
};

export const assent = (
  transferId: string,
  side: "from" | "to",
  actorId: string,
  over: { workNumber?: string; now?: Date } = {},
) => assentTransfer({ transferId, sides: [side], workNumber: "", actorId, now, ...over });
