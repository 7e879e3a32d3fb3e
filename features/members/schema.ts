import { z } from "zod";

/** The page of a console that a switch was made on: nothing outside the consoles is gone back to. */
const CONSOLE_PATH = /^\/(branch|committee|admin)(\/[a-z-]+)*$/;

/** Taken from a plain form as well, which works without script. */
export const switchRoleSchema = z.preprocess(
  (input) => (input instanceof FormData ? Object.fromEntries(input) : input),
  z.object({ grantId: z.string().min(1).max(64), from: z.string().max(100).regex(CONSOLE_PATH).catch("/me") }),
);
