import { randomUUID } from "node:crypto";
import { sendDue } from "@/features/deliveries/mutations/send-due";
import { openChannels } from "@/features/deliveries/queries/open-channels";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { singleton } from "@/lib/singleton";

/**
 * Begins to send what is due from the outbox, and does not wait for it: the next look must not depend on a push service
 * that keeps silent. Not a job of the schedule for the same reason. Every process does it; each address is served by one at
 * a time, and a message is claimed before it is sent, so that one in hand when the process ends comes back.
 */
export function sendDeliveries(): Promise<void> {
  const holder = singleton("delivery-holder", randomUUID);
  const channels = singleton("delivery-channels", openChannels);
  const atWork = singleton("delivery-lanes", () => new Set<string>());
  void sendDue({ channels, holder, clock: now, publicUrl: env().PUBLIC_URL, atWork }).catch((error: unknown) => {
    logger().error({ err: error }, "messages could not be sent");
  });
  return Promise.resolve();
}
