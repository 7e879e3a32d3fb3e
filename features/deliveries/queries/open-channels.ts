import { ROBOT_KINDS } from "@/domain/pushes/channels";
import { now } from "@/lib/clock";
import { ownEmailChannel } from "@/lib/delivery/email";
import { postJson } from "@/lib/delivery/post";
import { robotChannel } from "@/lib/delivery/robots";
import type { Channels } from "../types";

/** The ways that this installation has. */
export function openChannels(): Channels {
  const email = ownEmailChannel();
  const robots = ROBOT_KINDS.map((kind) => [kind, robotChannel(kind, { post: postJson, clock: now })] as const);
  return { ...Object.fromEntries(robots), ...(email === null ? {} : { email }) };
}
