import type { ContestState } from "@/domain/contests/release";
import type { PoolQuestion } from "@/domain/contests/seal";
import type { Blueprint, Difficulty, Period, QuestionOrigin, QuestionType } from "@/domain/quizzes/types";
import { db, type Tx } from "@/lib/db";

/** A contest with the rules of its quiz. The seed is not among them: see `getSeed`. */
export type Contest = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly state: ContestState;
  readonly version: number;
  readonly writers: readonly string[];
  readonly hasPractice: boolean;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly limitSeconds: number;
  readonly maxAttempts: number;
  readonly blueprint: Blueprint;
  readonly reviewNote: string;
  readonly updatedAt: Date;
  readonly releasedAt: Date | null;
  readonly seal: string | null;
  readonly settledAt: Date | null;
};

const SELECT = {
  ...{ id: true, state: true, version: true, writers: true, hasPractice: true, reviewNote: true, updatedAt: true },
  ...{ releasedAt: true, seal: true, settledAt: true },
  quiz: {
    select: {
      ...{ title: true, summary: true, opensAt: true, closesAt: true, limitSeconds: true, maxAttempts: true },
      blueprint: true,
    },
  },
} as const;

type Row = Omit<Contest, "state" | "writers" | keyof QuizRow> & { state: string; writers: string; quiz: QuizRow };
type QuizRow = {
  title: string;
  summary: string;
  opensAt: Date;
  closesAt: Date | null;
  limitSeconds: number | null;
  maxAttempts: number | null;
  blueprint: string | null;
};

function toContest({ quiz, state, writers, ...row }: Row): Contest {
  const { closesAt, limitSeconds, maxAttempts, blueprint, ...words } = quiz;
  if (closesAt === null || limitSeconds === null || maxAttempts === null || blueprint === null) {
    throw new Error(`Contest ${row.id} has no window, limit or blueprint`);
  }
  return {
    ...{ ...row, ...words, closesAt, limitSeconds, maxAttempts },
    state: state as ContestState,
    writers: JSON.parse(writers) as string[],
    blueprint: JSON.parse(blueprint) as Blueprint,
  };
}

export async function findContest(id: string, tx: Tx = db()): Promise<Contest | null> {
  const row = await tx.contest.findUnique({ where: { id }, select: SELECT });
  return row && toContest(row);
}

/** All of them for the committee, the latest change first. */
export async function listContests(limit: number): Promise<Contest[]> {
  const rows = await db().contest.findMany({
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: SELECT,
  });
  return rows.map(toContest);
}

/** The questions that papers of a released contest may take, as they stood at the release. */
export async function listPool(contestId: string, tx: Tx = db()): Promise<PoolQuestion[]> {
  const rows = await tx.contestQuestion.findMany({ where: { contestId }, orderBy: { questionId: "asc" } });
  return rows.map(({ questionId, versionId, topic, ...row }) => ({
    ...{ questionId, versionId, topic },
    origin: row.origin as QuestionOrigin,
    period: row.period as Period,
    type: row.type as QuestionType,
    difficulty: row.difficulty as Difficulty,
  }));
}

/** Of a released contest. For drawing its papers, and once it is settled for everybody. */
export async function getSeed(contestId: string, tx: Tx = db()): Promise<string> {
  const { seed } = await tx.contest.findUniqueOrThrow({ where: { id: contestId }, select: { seed: true } });
  if (seed === null) throw new Error(`Contest ${contestId} is not released`);
  return seed;
}
