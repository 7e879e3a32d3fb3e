import type { Joined } from "@/domain/ranking/season";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { board, type BoardRow } from "@/domain/ranking/boards";
import type { Blueprint } from "@/domain/quizzes/types";
import { PLACES_OF_DAY } from "@/features/members/queries";
import { db } from "@/lib/db";
import { selectRows, toBoolean, toDate, toNullableDate, type SqlBoolean, type SqlInstant } from "@/lib/db/prepared";
import { remembered } from "@/lib/remembered";

type Own = { readonly memberId: string };

/** A contest as members may know it. */
export type Released = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly limitSeconds: number;
  readonly maxAttempts: number;
  readonly blueprint: Blueprint;
  readonly seal: string;
  readonly settledAt: Date | null;
  /** The practice round; null without one. */
  readonly practiceId: string | null;
};

type Row = {
  id: string;
  title: string;
  summary: string;
  opens_at: SqlInstant;
  closes_at: SqlInstant;
  limit_seconds: number;
  max_attempts: number;
  blueprint: string;
  seal: string;
  settled_at: SqlInstant | null;
  practice_id: string | null;
};

/** Released contests, the latest opening first; at most five seconds old. */
export function listReleased(): Promise<readonly Released[]> {
  return remembered("contests.released", async () => {
    const rows = await selectRows<Row>(
      `SELECT c.id, q.title, q.summary, q.opens_at, q.closes_at, q.limit_seconds, q.max_attempts, q.blueprint, c.seal,
         c.settled_at, p.id AS practice_id
       FROM contest c JOIN quiz q ON q.id = c.id LEFT JOIN quiz p ON p.key = 'contest-practice/' || c.id
       WHERE c.state = 'released' ORDER BY q.opens_at DESC, c.id DESC`,
    );
    return rows.map(({ id, title, summary, seal, ...row }) => ({
      ...{ id, title, summary, seal, opensAt: toDate(row.opens_at), closesAt: toDate(row.closes_at) },
      ...{ limitSeconds: row.limit_seconds, maxAttempts: row.max_attempts, practiceId: row.practice_id },
      blueprint: JSON.parse(row.blueprint) as Blueprint,
      settledAt: toNullableDate(row.settled_at),
    }));
  });
}

export async function findReleased(contestId: string): Promise<Released | null> {
  return (await listReleased()).find(({ id }) => id === contestId) ?? null;
}

/** Contests that this person is registered for, and whether the full name is shown. */
export async function listOwnEntries({ memberId }: Own): Promise<ReadonlyMap<string, { showName: boolean }>> {
  const rows = await selectRows<{ contest_id: string; show_name: SqlBoolean }>(
    "SELECT contest_id, show_name FROM contest_entry WHERE member_id = ? AND left_at IS NULL",
    [memberId],
  );
  return new Map(rows.map((row) => [row.contest_id, { showName: toBoolean(row.show_name) }]));
}

/** Everybody's part in a contest as it stands. Names are for views alone, which show nobody more than they may see. */
export type Standings = {
  /** How many are registered, and how many of them have handed in. */
  readonly people: number;
  readonly handedIn: number;
  /** Those who took part, with their best scores in hundredths for points. */
  readonly joined: readonly Joined[];
  readonly boards: readonly BoardRow[];
};

/** Shown for somebody who left after the end: score and place stand, the name is gone. */
const LEFT = "已退出";

type JoinedRow = {
  member_id: string;
  pseudonym: string;
  name: string;
  state: string;
  show_name: SqlBoolean;
  left_at: SqlInstant | null;
  score: number | null;
  branch_id: string | null;
  organisation_id: string | null;
};

/** Who is registered, with the best score in hundredths and the branch of the last day of the window. */
export async function listEntrants(contest: Pick<Released, "id" | "closesAt" | "settledAt">): Promise<JoinedRow[]> {
  const day = businessDateOf(new Date(contest.closesAt.getTime() - 1));
  const rows = await selectRows<JoinedRow>(
    `SELECT e.member_id, e.pseudonym, m.name, m.state, e.show_name, e.left_at,
       (SELECT MAX(a.score) FROM attempt a
         WHERE a.quiz_id = e.contest_id AND a.member_id = e.member_id AND a.state = 'closed') AS score, ${PLACES_OF_DAY}
     FROM contest_entry e JOIN member m ON m.id = e.member_id WHERE e.contest_id = ?`,
    [day, day, day, day, contest.id],
  );
  return rows.filter(({ left_at }) => left_at === null || isAfterwards(left_at, contest.settledAt));
}

const isAfterwards = (leftAt: SqlInstant, settledAt: Date | null): boolean =>
  settledAt !== null && toDate(leftAt) >= settledAt;

function toJoined(row: JoinedRow): Joined {
  const points = row.score ?? 0;
  if (row.left_at !== null || row.state === "left") {
    const nobody = { memberId: `left:${row.pseudonym}`, name: LEFT, branchId: null, organisationId: null };
    return { ...nobody, points, showName: true };
  }
  const { member_id: memberId, name, branch_id: branchId, organisation_id: organisationId } = row;
  return { memberId, name, points, branchId, organisationId, showName: toBoolean(row.show_name) };
}

/** At most five seconds old. */
export function getStandings(contest: Released): Promise<Standings> {
  return remembered(standingsName(contest.id), async () => {
    const entrants = await listEntrants(contest);
    const joined = entrants.filter(({ score }) => score !== null).map(toJoined);
    const [stations, units] = await Promise.all([
      db().station.findMany({ select: { id: true, name: true } }),
      db().branch.findMany({ select: { id: true, name: true, stationId: true } }),
    ]);
    const boards = board({ kind: "branch", joined, units, stations });
    return { people: entrants.length, handedIn: joined.length, joined, boards };
  });
}

/** The name under which the standings are remembered, to be forgotten when somebody registers or leaves. */
export function standingsName(contestId: string): string {
  return `contests.standings.${contestId}`;
}
