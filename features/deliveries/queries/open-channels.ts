import { ROBOT_KINDS } from "@/domain/pushes/channels";
import { now } from "@/lib/clock";
import { ownEmailChannel } from "@/lib/delivery/email";
import { postOut } from "@/lib/delivery/post";
import { robotChannel } from "@/lib/delivery/robots";
import { vapidKeys } from "@/lib/delivery/vapid";
import { webPushChannel } from "@/lib/delivery/web-push";
import { env } from "@/lib/env";
import type { Channels } from "../types";

/** The ways that this installation has. */
export function openChannels(): Channels {
  const email = ownEmailChannel();
  const robots = ROBOT_KINDS.map((kind) => [kind, robotChannel(kind, { post: postOut, clock: now })] as const);
  return {
    ...Object.fromEntries(robots),
    "web-push": webPushChannel({ post: postOut, keys: vapidKeys(), publicUrl: env().PUBLIC_URL }),
    ...(email === null ? {} : { email }),
  };
}
