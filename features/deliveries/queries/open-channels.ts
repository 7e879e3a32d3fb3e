import { ownEmailChannel } from "@/lib/delivery/email";
import type { Channels } from "../types";

/** The ways that this installation has. */
export function openChannels(): Channels {
  const email = ownEmailChannel();
  return { ...(email === null ? {} : { email }) };
}
