import { inTransaction, type Tx } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { standingsName } from "../queries";
import { withdrawObjections } from "./withdraw-objections";

/** Makes leaving and the linking of places wait for each other, on either engine. Nothing changes. */
export async function lockSeason(tx: Tx, quarter: string): Promise<void> {
  await tx.$executeRaw`UPDATE season SET closed_at = closed_at WHERE quarter = ${quarter}`;
}

/**
 * Takes the person out of a quarter's race at once. Of a settled quarter the archive stands as it was, under a pseudonym
 * that no longer leads to anybody: the place says 已退出. Safe to repeat, also for somebody who never joined.
 */
export async function leaveSeason(input: {
  readonly own: { readonly memberId: string };
  readonly quarter: string;
}): Promise<void> {
  const { quarter, own } = input;
  const { memberId } = own;
  await inTransaction(async (tx) => {
    await lockSeason(tx, quarter);
    await tx.seasonEntry.deleteMany({ where: { quarter, memberId } });
    await withdrawObjections(tx, { quarter, memberId });
    await tx.seasonPlace.updateMany({ where: { quarter, memberId }, data: { memberId: null, showName: false } });
  });
  forgetRemembered(standingsName(quarter));
}
