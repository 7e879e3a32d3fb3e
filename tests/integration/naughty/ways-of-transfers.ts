import { addDays } from "@/domain/calendar/plain-date";
import { TRANSFER_SIDES } from "@/domain/people/transfer";
import { endStay } from "@/features/people/mutations/end-stay";
import { cancelTransfer } from "@/features/transfers/mutations/cancel-transfer";
import { endTransfer } from "@/features/transfers/mutations/end-transfer";
import { requestTransfer } from "@/features/transfers/mutations/request-transfer";
import { listEndedTransfers, listOpenTransfers } from "@/features/transfers/queries/list-transfers";
import { db } from "@/lib/db";
import { addMember } from "@/tests/factories/small-zone";
import { ACT, nextNumber, NOW, refused, TODAY, ZONE, type Outcome, type Way } from "./scene";

/** Why somebody moves, and why not: kept as it was written. */
async function asked(reason: string): Promise<{ id: string } & Outcome> {
  const memberId = await addMember({ id: `mover-${nextNumber()}`, branchId: "b1" });
  const move = { memberId, kind: "membership", toId: "b2", since: TODAY, workNumber: "" } as const;
  const made = await requestTransfer({ ...move, reason, assents: [], ...ACT });
  if (!made.ok) return { id: "", ...refused(made.detail) };
  const row = (await listOpenTransfers(ZONE, NOW)).rows.find(({ id }) => id === made.id);
  return { id: made.id, shown: row?.reason ?? "not listed" };
}

async function ended(transferId: string, note: string): Promise<Outcome> {
  const now = new Date(NOW.getTime() + nextNumber() * 1_000);
  await endTransfer({ transferId, state: "refused", note, actorId: ACT.actorId, now });
  const row = (await listEndedTransfers(ZONE, now)).find(({ id }) => id === transferId);
  return { shown: row?.note ?? "not listed" };
}

export const transferReason: Way = {
  goes: async (reason) => {
    const made = await asked(reason);
    await ended(made.id, "示例");
    return made;
  },
};

export const transferRefusal: Way = { goes: async (note) => ended((await asked("示例")).id, note) };

/** Why a move that was agreed on is taken back. */
export const transferCancelling: Way = {
  goes: async (reason) => {
    const memberId = await addMember({ id: `mover-${nextNumber()}`, branchId: "b1" });
    const move = {
      memberId,
      kind: "membership",
      toId: "b2",
      since: addDays(TODAY, 5),
      reason: "",
      workNumber: "",
    } as const;
    const made = await requestTransfer({ ...move, assents: TRANSFER_SIDES, ...ACT });
    if (!made.ok) return refused(made.detail);
    // Later than what other journeys ended, so that it is listed.
    const now = new Date(NOW.getTime() + nextNumber() * 1_000);
    const done = await cancelTransfer({ transferId: made.id, reason, actorId: ACT.actorId, now });
    if (!done.ok) return refused(done.detail);
    const row = (await listEndedTransfers(ZONE, now)).find(({ id }) => id === made.id);
    return { shown: row?.note ?? "not listed" };
  },
};

/** Why a relation ended: kept in the log of administrative acts. */
export const endingNote: Way = {
  goes: async (note) => {
    const memberId = await addMember({ id: `mover-${nextNumber()}`, organisationId: "o1", branchId: "b1" });
    const { id: stayId } = await db().employment.findFirstOrThrow({ where: { memberId } });
    const ending = { memberId, kind: "employment", stayId, on: TODAY, reason: "other" } as const;
    const done = await endStay({ ...ending, note, ...ACT });
    if (!done.ok) return refused(done.detail);
    const { detail } = await db().auditEntry.findFirstOrThrow({ where: { subjectId: memberId } });
    return { shown: (JSON.parse(detail) as { reason: string }).reason };
  },
};

/** A number has a form of its own; what does not fit is refused in words. */
export const workNumber: Way = {
  strict: true,
  keeps: () => "",
  goes: async (text) => {
    const memberId = await addMember({ id: `mover-${nextNumber()}`, organisationId: "o1" });
    const move = { memberId, kind: "employment", toId: "o2", since: TODAY, reason: "" } as const;
    const made = await requestTransfer({ ...move, workNumber: text, assents: [], ...ACT });
    return made.ok ? { shown: "" } : refused(made.detail);
  },
};
