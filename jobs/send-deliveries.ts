import { randomUUID } from "node:crypto";
import { sendDue } from "@/features/deliveries/mutations/send-due";
import { openChannels } from "@/features/deliveries/queries/open-channels";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";

/**
 * Sends what is due from the outbox. Not a job of the schedule: a mail server that keeps silent would hold up the others.
 * Every process does it; each address is served by one at a time, and a message is claimed before it is sent.
 */
export async function sendDeliveries(): Promise<void> {
  const holder = singleton("delivery-holder", randomUUID);
  const channels = singleton("delivery-channels", openChannels);
  await sendDue({ channels, holder, clock: now, publicUrl: env().PUBLIC_URL });
}
