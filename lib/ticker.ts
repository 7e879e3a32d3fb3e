import { Cron } from "croner";
import { logger } from "./logger";
import { singleton } from "./singleton";

/**
 * Does something again and again in this very process, for what each process has to look after by itself. What is to
 * happen once in the whole installation is a job: see lib/job-runner.
 */
export function startTicker(input: { name: string; seconds: number; work: () => Promise<unknown> }): void {
  const { name, seconds, work } = input;
  // Once per process, although the module that calls this may be loaded several times.
  singleton(`ticker.${name}`, () => {
    const tick = async (): Promise<void> => {
      try {
        await work();
      } catch (error) {
        logger().error({ err: error, ticker: name }, "tick failed");
      }
    };
    return new Cron("* * * * * *", { interval: seconds, protect: true, unref: true }, tick);
  });
}
