// Two contests of the demo zone: one that is over, with places and an archive, and one that is open and waits for answers.
// By the product's own mutations, drawn up by one person of the committee and released by another.
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf, quarterOf, startOfDay } from "@/domain/calendar/shanghai";
import { TABLES } from "@/domain/points/table";
import { rngFrom } from "@/domain/random";
import { joinContest } from "@/features/contests/mutations/join-contest";
import { releaseContest } from "@/features/contests/mutations/release-contest";
import { saveContest } from "@/features/contests/mutations/save-contest";
import { settleContests } from "@/features/contests/mutations/settle-contests";
import { submitContest } from "@/features/contests/mutations/step-contest";
import type { ContestPlan } from "@/features/contests/schema";
import { minuteOf } from "@/features/contests/view";
import { sha256Hex } from "@/lib/crypto";
import { listLearners, takeQuiz } from "./history";
import { personOf } from "./roster";

const MINUTE = 60_000;
const ANY = { topic: "", period: "", type: "", difficulty: "", origin: "", points: 10 } as const;
/** Few questions to draw from, so that each is on several papers and its statistics can be shown. */
const PARTS: ContestPlan["parts"] = [
  { ...ANY, topic: "meetings", type: "true-false", count: 3 },
  { ...ANY, topic: "spirits", type: "multiple", count: 3 },
  { ...ANY, topic: "people", type: "matching", count: 2 },
  { ...ANY, topic: "region", type: "single", count: 2 },
];

type Window = { readonly title: string; readonly opens: Date; readonly closes: Date };

export async function plantContests(now: Date): Promise<void> {
  const today = businessDateOf(now);
  const at = (days: number, hour: number): Date =>
    new Date(startOfDay(addDays(today, days)).getTime() + hour * 60 * MINUTE);
  const over = { title: "上一场知识竞赛（示例）", opens: at(-6, 8), closes: at(-2, 20) };
  // Points of a day before the first table cannot be told.
  if (quarterOf(businessDateOf(over.opens)) >= (TABLES[0]?.version ?? "")) await plantOver(over, now);
  await plantOpen({ title: "这一场知识竞赛（示例）", opens: at(-1, 8), closes: at(5, 20) });
}

async function plantOver(window: Window, now: Date): Promise<void> {
  const contestId = await release(window);
  if (contestId === null) return;
  const rng = rngFrom("demo contest");
  for (const [index, { id: memberId }] of (await listLearners()).entries()) {
    await join({ contestId, memberId, showName: index % 4 === 0, now: window.opens });
    if (index % 6 === 5) continue;
    const started = new Date(window.opens.getTime() + rng.int(3 * 24 * 60) * MINUTE);
    await takeQuiz({ memberId, quizId: contestId, now: started }, rng);
  }
  await settleContests(now);
}

async function plantOpen(window: Window): Promise<void> {
  const contestId = await release(window);
  if (contestId === null) return;
  for (const [index, { id: memberId }] of (await listLearners()).entries()) {
    if (index % 3 !== 2) await join({ contestId, memberId, showName: false, now: window.opens });
  }
}

/** A released contest; null while the library has too few questions. */
async function release({ title, opens, closes }: Window): Promise<string | null> {
  const [writer, reviewer] = [personOf("GW-0001"), personOf("GW-0005")];
  const now = new Date(opens.getTime() - 24 * 60 * MINUTE);
  const plan: ContestPlan = {
    ...{ title, summary: "演示用，题目来自题库", limitMinutes: 15, maxAttempts: 2, hasPractice: false },
    ...{ opens: minuteOf(opens), closes: minuteOf(closes) },
    parts: PARTS,
  };
  const saved = await saveContest({ contestId: "", version: 0, plan, actorId: writer, now });
  if (!saved.ok) throw new Error(saved.detail);
  const { contestId } = saved;
  const submitted = await submitContest({ contestId, version: 0, actorId: writer, now });
  if (!submitted.ok) return null;
  const seed = sha256Hex(`demo ${title}`);
  const released = await releaseContest({ contestId, version: 1, actorId: reviewer, now, seed });
  if (!released.ok) throw new Error(released.detail);
  return contestId;
}

type Joining = { contestId: string; memberId: string; showName: boolean; now: Date };

function join({ memberId, ...joining }: Joining): Promise<void> {
  const bytes = Buffer.from(sha256Hex(`demo ${joining.contestId} ${memberId}`), "hex");
  return joinContest({ own: { memberId }, bytes, ...joining });
}
