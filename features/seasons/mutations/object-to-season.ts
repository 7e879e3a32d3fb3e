import { businessDateOf } from "@/domain/calendar/shanghai";
import { objectionPeriod, objectionStage } from "@/domain/ranking/objections";
import { isUniqueViolation, inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { standingsName } from "../queries";
import type { ObjectToSeasonInput } from "../schema";
import type { ObjectionAbout } from "../types";

type ObjectResult = { ok: true; id: string } | { ok: false; reason: "not-joined" | "before" | "over" | "open" };

/**
 * Somebody who joined says that their points, or a place of the list, are not so, while the result stands for objection.
 * One at a time: the next may follow once it is answered.
 */
export async function objectToSeason(
  input: ObjectToSeasonInput & { own: { readonly memberId: string }; now: Date },
): Promise<ObjectResult> {
  const { quarter, about, text, own, now } = input;
  const { memberId } = own;
  const stage = objectionStage(objectionPeriod(quarter), businessDateOf(now));
  if (stage !== "taking") return { ok: false, reason: stage };
  try {
    return await inTransaction(async (tx) => {
      const entry = await tx.seasonEntry.findUnique({
        where: { quarter_memberId: { quarter, memberId } },
        select: { memberId: true },
      });
      if (entry === null) return { ok: false, reason: "not-joined" } as const;
      const data = { quarter, memberId, about: about satisfies ObjectionAbout, text, createdAt: now };
      const openKey = `${quarter}:${memberId}`;
      const { id } = await tx.seasonObjection.create({ data: { ...data, openKey }, select: { id: true } });
      return { ok: true, id } as const;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reason: "open" };
    throw error;
  } finally {
    forgetRemembered(standingsName(quarter));
  }
}
