import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { inTransaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { forgetRemembered } from "@/lib/remembered";
import { standingsName } from "../queries";

/**
 * Enters the person into the present quarter's race, or changes whether the full name is shown. All points of the
 * quarter count, also those from before. Safe to repeat. Throws `conflict` for a quarter that is not the present one.
 */
export async function joinSeason(input: {
  readonly own: { readonly memberId: string };
  readonly quarter: string;
  readonly showName: boolean;
  readonly now: Date;
}): Promise<void> {
  const { own, quarter, showName, now } = input;
  const present = quarterOf(businessDateOf(now));
  if (quarter > present) throw new AppError("conflict", "这一季还没有开始，没有记下参加。");
  if (quarter < present) throw new AppError("conflict", "这一季已经结束，不能再参加。");
  await inTransaction(async (tx) => {
    await tx.seasonEntry.upsert({
      where: { quarter_memberId: { quarter, memberId: own.memberId } },
      create: { quarter, memberId: own.memberId, joinedAt: now, showName },
      update: { showName },
    });
  });
  forgetRemembered(standingsName(quarter));
}
