import { JOB_PLANS, periodAt, type JobName } from "@/domain/jobs/schedule";
import type { Job } from "@/lib/job-runner";

/** A job of the plan. `run` is safe to repeat and answers a short note in Chinese, which the committee reads. */
export function plannedJob(name: JobName, run: Job["run"]): Job {
  return { name, periodOf: (now) => periodAt(JOB_PLANS[name].schedule, now), run };
}
