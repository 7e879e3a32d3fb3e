import type { PersonalChannel } from "@/domain/pushes/channels";
import { db } from "@/lib/db";

/** Turns one way of reaching a person off, or on again. Safe to repeat. */
export async function turnChannel(input: {
  memberId: string;
  channel: PersonalChannel;
  to: "on" | "off";
  now: Date;
}): Promise<void> {
  const { memberId, channel, to, now } = input;
  if (to === "on") await db().channelSetting.deleteMany({ where: { memberId, channel } });
  else {
    await db().channelSetting.upsert({
      where: { memberId_channel: { memberId, channel } },
      create: { memberId, channel, offAt: now },
      update: {},
    });
  }
}
