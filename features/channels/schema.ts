import { z } from "zod";
import { PERSONAL_CHANNELS } from "@/domain/pushes/channels";

export const turnChannelSchema = z.object({
  channel: z.enum(PERSONAL_CHANNELS),
  to: z.enum(["on", "off"]),
});
