import { z } from "zod";

export const testRobotSchema = z.object({ robotId: z.string().min(1).max(64) });
