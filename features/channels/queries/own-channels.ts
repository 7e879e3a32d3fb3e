import type { OwnScope } from "@/features/access/types";
import { db } from "@/lib/db";

/** Names of the channels that the person has turned off. */
export async function listOwnTurnedOff({ memberId }: OwnScope): Promise<ReadonlySet<string>> {
  const rows = await db().channelSetting.findMany({ where: { memberId }, select: { channel: true } });
  return new Set(rows.map(({ channel }) => channel));
}
