import { businessDateOf, timeOf } from "@/domain/calendar/shanghai";
import { DIFFICULTY_LABELS, PERIOD_LABELS, QUESTION_TYPE_LABELS } from "@/domain/quizzes/types";
import type { Blueprint, BlueprintPart, QuestionOrigin } from "@/domain/quizzes/types";
import { contestPhase, CONTEST_RULES } from "@/domain/contests/results";
import type { QuestionStatistics } from "@/domain/contests/statistics";
import { FULL_FRACTION, type Versions } from "@/domain/quizzes/score";
import { attemptsLeft } from "@/domain/quizzes/timing";
import { standings, type Viewer } from "@/domain/ranking/season";
import type { Standing } from "@/features/quizzes/queries";
import type { Opened } from "./queries/find-archive";
import type { Released, Standings } from "./queries/find-released";
import type { ContestItem, ContestPage, ContestPlan, ContestResults } from "./schema";

const SECONDS = 60;

/** `2026-12-01T09:00` of Shanghai as an instant, and back. */
export const instantOf = (minute: string): Date => new Date(`${minute}:00+08:00`);
export const minuteOf = (instant: Date): string => `${businessDateOf(instant)}T${timeOf(instant)}`;

/** Empty choices ask for nothing. */
export function blueprintOf({ parts }: Pick<ContestPlan, "parts">): Blueprint {
  return {
    parts: parts.map(({ count, points, topic, period, type, difficulty, origin }) => ({
      ...{ count, points },
      ...(topic === "" ? {} : { topic }),
      ...(period === "" ? {} : { period }),
      ...(type === "" ? {} : { type }),
      ...(difficulty === "" ? {} : { difficulty }),
      ...(origin === "" ? {} : { origin }),
    })),
  };
}

type Planned = {
  readonly title: string;
  readonly summary: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly limitSeconds: number;
  readonly maxAttempts: number;
  readonly hasPractice: boolean;
  readonly blueprint: Blueprint;
};

/** A contest as its form shows it. */
export function planOf(contest: Planned): ContestPlan {
  const { title, summary, opensAt, closesAt, limitSeconds, maxAttempts, hasPractice, blueprint } = contest;
  return {
    ...{ title, summary, opens: minuteOf(opensAt), closes: minuteOf(closesAt), maxAttempts, hasPractice },
    limitMinutes: limitSeconds / SECONDS,
    parts: blueprint.parts.map((part) => ({
      ...{ count: part.count, points: part.points, topic: part.topic ?? "", period: part.period ?? "" },
      ...{ type: part.type ?? "", difficulty: part.difficulty ?? "", origin: part.origin ?? "" },
    })),
  };
}

export const ORIGIN_WORDS: Readonly<Record<QuestionOrigin, string>> = { file: "公共题库", local: "本单位" };

/** One line of a blueprint in words: 单选题、军队建设、易、本单位 */
export function partWords(part: BlueprintPart, topics: Readonly<Record<string, string>>): string {
  const words = [
    part.type && QUESTION_TYPE_LABELS[part.type],
    part.topic && (topics[part.topic] ?? part.topic),
    part.period && PERIOD_LABELS[part.period],
    part.difficulty && DIFFICULTY_LABELS[part.difficulty],
    part.origin && ORIGIN_WORDS[part.origin],
  ].filter(Boolean);
  return words.length === 0 ? "不限" : words.join("、");
}

const PERCENT = 100;

type Person = {
  /** What the person is registered for. */
  readonly entries: ReadonlyMap<string, { showName: boolean }>;
  readonly standings: ReadonlyMap<string, Standing>;
  /** Percent. */
  readonly timeFactor: number;
};

/** A contest with what one person did in it. */
export function contestItemOf(contest: Released, person: Person, now: Date): ContestItem {
  const { id, title, summary, opensAt, closesAt, limitSeconds, maxAttempts, blueprint, practiceId } = contest;
  const phase = contestPhase(contest, now);
  const [entry, standing] = [person.entries.get(id), person.standings.get(id)];
  const { parts } = blueprint;
  return {
    ...{ id, title, summary, phase, maxAttempts, practiceId: phase === "upcoming" ? practiceId : null },
    ...{ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
    limitSeconds: Math.floor((limitSeconds * person.timeFactor) / PERCENT),
    questions: parts.reduce((sum, { count }) => sum + count, 0),
    maxScore: parts.reduce((sum, { count, points }) => sum + count * points * FULL_FRACTION, 0),
    own: { registered: entry !== undefined, showName: entry?.showName ?? false, ...doneOf(standing, maxAttempts) },
  };
}

const NOTHING = { attempts: 0, openAttemptId: null, latestAttemptId: null, bestScore: null };

function doneOf(standing: Standing | undefined, maxAttempts: number) {
  const { attempts, openAttemptId, latestAttemptId, bestScore } = standing ?? NOTHING;
  const left = attemptsLeft(maxAttempts, attempts) ?? 0;
  return { attempts, attemptsLeft: left, openAttemptId, latestAttemptId, bestScore };
}

type PageInput = Person & {
  readonly contest: Released;
  readonly everybody: Standings;
  /** What is told once there are results. */
  readonly opened: Opened | null;
  readonly viewer: Viewer;
  readonly now: Date;
};

/** A contest's page: while it runs numbers of people and nobody's name, afterwards what this person may see of the lists. */
export function contestPageOf({ contest, everybody, viewer, opened, now, ...person }: PageInput): ContestPage {
  const item = contestItemOf(contest, person, now);
  const { people, handedIn } = everybody;
  return {
    ...item,
    ...{ serverTime: now.toISOString(), people, handedIn, seal: contest.seal, rules: [...CONTEST_RULES] },
    ...(opened ?? { seed: null, archive: null }),
    results: item.phase === "ended" ? resultsOf(everybody, viewer, item.own.registered) : null,
  };
}

/** Who has left a moment ago is in no list, even when the standings are a few seconds older. */
function resultsOf({ joined, boards }: Standings, viewer: Viewer, isRegistered: boolean): ContestResults {
  const shown = isRegistered
    ? joined
    : joined.map((row) => (row.memberId === viewer.memberId ? { ...row, memberId: "left", name: "已退出" } : row));
  const { own, top, leftOut } = standings({ joined: shown, viewer });
  const sharing = new Map<number, number>();
  for (const { place } of top) sharing.set(place, (sharing.get(place) ?? 0) + 1);
  return {
    own: own && { place: own.place, score: own.points, shared: own.shared },
    top: top.map(({ points, ...row }) => ({ ...row, score: points, tied: (sharing.get(row.place) ?? 0) > 1 })),
    leftOut,
    branches: boards.map(({ kind, id, place, name, people, averageHundredths }) => ({
      ...{ place, name, people, own: kind === "unit" && id === viewer.branchId },
      average: Math.floor(averageHundredths / PERCENT),
    })),
  };
}

export type StatisticsLine = QuestionStatistics & { readonly stem: string };

/** Statistics with what was asked, the hardest first. */
export function statisticsLinesOf(
  statistics: readonly QuestionStatistics[],
  pool: readonly { readonly questionId: string; readonly versionId: string }[],
  versions: Versions,
): StatisticsLine[] {
  const versionOf = new Map(pool.map(({ questionId, versionId }) => [questionId, versionId]));
  return statistics
    .map((line) => ({ ...line, stem: versions.get(versionOf.get(line.questionId) ?? "")?.stem ?? line.questionId }))
    .sort((a, b) => (a.facility ?? 0) - (b.facility ?? 0));
}
