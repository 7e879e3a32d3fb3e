import type { Tx } from "@/lib/db";

/** Takes back the objections of somebody who leaves a race, or every race; nothing waits for their answer any more. */
export async function withdrawObjections(tx: Tx, which: { memberId: string; quarter?: string }): Promise<void> {
  await tx.seasonObjection.updateMany({
    where: { ...which, state: "open" },
    data: { state: "withdrawn", openKey: null },
  });
}
