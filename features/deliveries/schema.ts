import { z } from "zod";

export const testRobotSchema = z.object({ robotId: z.string().min(1).max(64) });

/** The ways out of the product to a person; the inbox needs no try. */
const OWN_WAYS = ["email", "web-push"] as const;
export type OwnWay = (typeof OWN_WAYS)[number];

export const testOwnSchema = z.object({ channel: z.enum(OWN_WAYS) });
