import { addDays } from "@/domain/calendar/plain-date";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { randomToken } from "@/lib/crypto";
import { db } from "@/lib/db";
import { makePerson, TODAY, type Place } from "@/tests/factories/people";
import { ask, idOf } from "@/tests/factories/transfers";
import { by, name, someone, type Scenario } from "./console-setting";

async function departed(place: Place): Promise<string> {
  const memberId = await someone(place);
  await leaveZone({ memberId, on: TODAY, ...by });
  return memberId;
}

/** Logins that go, people who had left the zone, moves that are taken back. */
export const RETURNING_SCENARIOS: Readonly<Record<string, Scenario>> = {
  cancelTransferAction: async (w) => {
    const person = { memberId: await someone(w.place), login: "" };
    const nobody = { memberId: w.secretary, login: "" };
    const world = { from: w.place, to: w.other, person, secretary: nobody, receiver: nobody };
    const transferId = idOf(await ask(world, { since: addDays(TODAY, 5), assents: ["from", "to"] }));
    return { as: w.secretary, input: { transferId, reason: "示例理由" } };
  },
  endStayAction: async (w) => {
    const memberId = await someone(w.place);
    const { id: stayId } = await db().membership.findFirstOrThrow({ where: { memberId } });
    return { as: w.secretary, input: { memberId, kind: "membership", stayId, on: TODAY, reason: "pending" } };
  },
  endEmploymentAction: async (w) => {
    const called = name("王离职");
    const { login } = await makePerson(w.place, { name: called });
    return { as: w.worker, input: { name: called, login, on: TODAY, reason: "quit" } };
  },
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
