import { businessDateOf } from "@/domain/calendar/shanghai";
import { now } from "./clock";

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way Node's types are extended
  namespace NodeJS {
    interface ProcessEnv {
      /** Written into the code by next.config.ts: the Shanghai date of the build. */
      BUILT_ON?: string;
    }
  }
}

/** The Shanghai date on which this code was built; today where nothing was built (tests, commands). */
export function builtOn(): string {
  return process.env.BUILT_ON ?? businessDateOf(now());
}
