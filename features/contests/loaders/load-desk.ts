import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { windowAgain } from "@/domain/contests/again";
import { localsOf, reportOf, type BlueprintReport } from "@/domain/contests/blueprint";
import { statisticsOf } from "@/domain/contests/statistics";
import { contestStepFault } from "@/domain/contests/release";
import { formatInstant } from "@/domain/calendar/labels";
import { startOfDay, businessDateOf } from "@/domain/calendar/shanghai";
import { addDays } from "@/domain/calendar/plain-date";
import type { OpenConsole } from "@/features/access/types";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { findLibraryDocument, getBankRules } from "@/features/library/queries";
import { reviewedItemOf, type ReviewedItem } from "@/features/mistakes/view";
import { getVersions, listDrawable } from "@/features/questions/queries";
import { now } from "@/lib/clock";
import { drawSample } from "../mutations/draw-sample";
import { findContest, listContests, listPool, type Contest } from "../queries/find-contest";
import { listMarks } from "../queries/list-marks";
import { listShown } from "../queries/list-shown";
import { planFault } from "../queries/plan-fault";
import type { ContestPlan } from "../schema";
import { minuteOf, partWords, planOf, statisticsLinesOf, type StatisticsLine } from "../view";

const PATH = "/committee/contests";
const LISTED = 100;

type Frame = { path: string; who: string; place: string };
type Topics = Readonly<Record<string, string>>;

/** Contests belong to the whole zone: a station's committee member and an instructor do not find these pages. */
async function gateContests(path: string): Promise<{ console: OpenConsole; frame: Frame }> {
  const console = await gateCommittee(path);
  if (!can(console.actor, "contest.write", { kind: "contest" })) notFound();
  return { console, frame: { path, ...(await findFrame(console.session.memberId, console.grant)) } };
}

export type ContestList = Frame & { contests: Contest[] };

export async function loadContestList(): Promise<ContestList> {
  const { frame } = await gateContests(PATH);
  return { ...frame, contests: await listContests(LISTED) };
}

export type NewContest = Frame & { plan: ContestPlan; topics: Topics };

const DAYS_AHEAD = 7;
const WINDOW_DAYS = 3;
const HOUR_MS = 3_600_000;

/** The form of a new contest: a week from now, three days, twenty questions; or all of it as in an earlier one. */
export async function loadNewContest(from: string): Promise<NewContest> {
  const { frame } = await gateContests(`${PATH}/new`);
  const earlier = from === "" ? null : await findContest(from);
  const { topics } = getBankRules();
  if (earlier !== null) return { ...frame, plan: planOf({ ...earlier, ...windowAgain(earlier, now()) }), topics };
  if (from !== "") notFound();
  const at = (days: number, hour: number): string =>
    minuteOf(new Date(startOfDay(addDays(businessDateOf(now()), days)).getTime() + hour * HOUR_MS));
  const any = { topic: "", period: "", type: "", difficulty: "", origin: "" } as const;
  const plan: ContestPlan = {
    ...{ title: "", summary: "", opens: at(DAYS_AHEAD, 8), closes: at(DAYS_AHEAD + WINDOW_DAYS - 1, 20) },
    ...{ limitMinutes: 20, maxAttempts: 2, hasPractice: true },
    parts: [{ ...any, count: 20, points: 5 }],
  };
  return { ...frame, plan, topics };
}

export type PartLine = { words: string; count: number; points: number; candidates: number; missing: number };

export type ContestDesk = Frame & {
  contest: Contest;
  plan: ContestPlan;
  topics: Topics;
  report: BlueprintReport;
  lines: PartLine[];
  /** Local questions it may ask whose keys were seen before; of no interest once it is over. */
  shown: number;
  /** Why it could not be held as it stands; null when it could, or when it is released. */
  fault: string | null;
  whyNotRelease: string | null;
  whyNotWithdraw: string | null;
  window: { opens: string; closes: string };
  /** Null before there are results. */
  statistics: StatisticsLine[] | null;
};

export async function loadContestDesk(id: string): Promise<ContestDesk> {
  const { console, frame } = await gateContests(`${PATH}/${id}`);
  const contest = await findContest(id);
  if (contest === null) notFound();
  const { topics } = getBankRules();
  const isFixed = contest.releasedAt !== null;
  const bank = isFixed ? await listPool(id) : await listDrawable();
  const report = reportOf(bank, contest.blueprint);
  const lines = contest.blueprint.parts.map((part, index) => ({
    ...{ words: partWords(part, topics), count: part.count, points: part.points },
    candidates: report.parts[index]?.candidates ?? 0,
    missing: report.parts[index]?.missing ?? 0,
  }));
  const asked = { ...contest, actorId: console.session.memberId, now: now() };
  return {
    ...{ ...frame, contest, plan: planOf(contest), topics, report, lines },
    shown: contest.settledAt === null ? (await listShown(localsOf(bank, contest.blueprint), now())).length : 0,
    fault: isFixed || contest.state === "withdrawn" ? null : await planFault(contest, now()),
    whyNotRelease: contestStepFault({ ...asked, step: "release" }),
    whyNotWithdraw: contestStepFault({ ...asked, step: "withdraw" }),
    statistics: contest.settledAt === null ? null : await loadStatistics(id),
    window: { opens: formatInstant(contest.opensAt), closes: formatInstant(contest.closesAt) },
  };
}

/** Once it is over: what the answers say about the questions. */
async function loadStatistics(id: string): Promise<StatisticsLine[]> {
  const [pool, marks] = [await listPool(id), await listMarks(id)];
  return statisticsLinesOf(statisticsOf(marks), pool, await getVersions(pool.map(({ versionId }) => versionId)));
}

export type SamplePage = Frame & { contest: Contest; number: number; items: ReviewedItem[] | null };

const SAMPLES = 99;
const UNANSWERED = { value: null, fraction: 0 } as const;

/** A paper as somebody might get it, with its answers; that it was looked at stands in the log. */
export async function loadSample(id: string, typed: string): Promise<SamplePage> {
  const { console, frame } = await gateContests(`${PATH}/${id}/samples/${typed}`);
  const [contest, number] = [await findContest(id), Number(typed)];
  if (contest === null || !Number.isInteger(number) || number < 1 || number > SAMPLES) notFound();
  const versions = await drawSample({ contest, number, actorId: console.session.memberId, now: now() });
  const items = versions?.map((version, index) => ({
    ...reviewedItemOf(version, UNANSWERED, findLibraryDocument),
    number: index + 1,
  }));
  return { ...frame, contest, number, items: items ?? null };
}
