import type { Tx } from "@/lib/db";

/** Forgets how a person who left, or whose account went into another one, was reached outside of the product. */
export async function endChannels(tx: Tx, memberId: string): Promise<void> {
  const where = { memberId };
  await tx.emailAddress.deleteMany({ where });
  await tx.pushBrowser.deleteMany({ where });
  await tx.feedAddress.deleteMany({ where });
  await tx.channelSetting.deleteMany({ where });
}
