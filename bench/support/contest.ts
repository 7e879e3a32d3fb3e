import type { ContestPlan } from "../../features/contests/schema";
import type { Zone } from "./server";

const OPEN_MS = 30 * 60_000;

/** A contest of twenty questions over the whole library, written by one and released by another, which opens after `aheadMs`. */
export async function openContest(zone: Zone, aheadMs: number): Promise<{ contestId: string; opensAt: Date }> {
  process.env["DATA_DIR"] = zone.dataDir;
  delete process.env["DATABASE_URL"];
  const { randomBytes } = await import("node:crypto");
  const { saveContest } = await import("../../features/contests/mutations/save-contest");
  const { submitContest } = await import("../../features/contests/mutations/step-contest");
  const { releaseContest } = await import("../../features/contests/mutations/release-contest");
  const { minuteOf } = await import("../../features/contests/view");
  const { closeDb } = await import("../../lib/db");
  const now = new Date();
  const opens = minuteOf(new Date(now.getTime() + aheadMs));
  const plan: ContestPlan = {
    ...{ title: "测量用的竞赛", summary: "测量用", limitMinutes: 20, maxAttempts: 1, hasPractice: false },
    ...{ opens, closes: minuteOf(new Date(now.getTime() + aheadMs + OPEN_MS)) },
    parts: [{ topic: "", period: "", type: "", difficulty: "", origin: "", count: 20, points: 5 }],
  };
  const saved = await saveContest({ contestId: "", version: 0, plan, actorId: "load-member-00001", now });
  if (!saved.ok) throw new Error(saved.detail);
  const { contestId } = saved;
  const seed = randomBytes(32).toString("hex");
  const submitted = await submitContest({ contestId, version: 0, actorId: "load-member-00001", now });
  const released = await releaseContest({ contestId, version: 1, actorId: "load-member-00002", now, seed });
  for (const step of [submitted, released]) if (!step.ok) throw new Error(step.detail);
  await closeDb();
  return { contestId, opensAt: new Date(`${opens}:00+08:00`) };
}
