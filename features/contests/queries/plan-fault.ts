import { reportOf } from "@/domain/contests/blueprint";
import { windowFault } from "@/domain/contests/release";
import { listDrawable } from "@/features/questions/queries";
import type { Contest } from "./find-contest";

const SECONDS = 60;

/** What keeps a contest from being held as it is drawn up, in Chinese; null when nothing does. */
export async function planFault(contest: Contest, now: Date): Promise<string | null> {
  const { opensAt, closesAt, limitSeconds, blueprint } = contest;
  const window = windowFault({ opensAt, closesAt, limitMinutes: limitSeconds / SECONDS, now });
  if (window !== null) return window;
  return reportOf(await listDrawable(), blueprint).isFillable ? null : "题库凑不齐这份组卷要求，请改题数或条件。";
}
