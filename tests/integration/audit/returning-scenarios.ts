import { leaveZone } from "@/features/members/mutations/leave-zone";
import { randomToken } from "@/lib/crypto";
import { db } from "@/lib/db";
import { TODAY, type Place } from "@/tests/factories/people";
import { by, someone, type Scenario } from "./console-setting";

async function departed(place: Place): Promise<string> {
  const memberId = await someone(place);
  await leaveZone({ memberId, on: TODAY, ...by });
  return memberId;
}

/** Logins that go, and people who had left the zone. */
export const RETURNING_SCENARIOS: Readonly<Record<string, Scenario>> = {
  freeLoginAction: async (w) => {
    const memberId = await departed(w.place);
    const { id } = await db().login.findFirstOrThrow({ where: { memberId } });
    return { as: w.committee, input: { memberId, loginId: id } };
  },
  returnMemberAction: async (w) => ({
    as: w.committee,
    input: { memberId: await departed(w.place), branchId: w.place.branchId, since: TODAY },
  }),
  removeLoginAction: async (w) => {
    const memberId = await someone(w.place);
    const cipher = "v1.sealed";
    const { id } = await db().login.create({ data: { memberId, kind: "phone", hash: randomToken(), cipher } });
    // The one that goes has to be one that can be opened: the first.
    const first = await db().login.findFirstOrThrow({ where: { memberId, id: { not: id } } });
    return { as: w.secretary, input: { memberId, loginId: first.id } };
  },
};
