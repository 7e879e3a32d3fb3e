import { businessDateOf } from "@/domain/calendar/shanghai";
import { publishedValue, type ArchiveAttempt, type ContestArchiveInput, type Freed } from "@/domain/contests/archive";
import { contentForm, paperSeed, type PoolQuestion } from "@/domain/contests/seal";
import { FULL_FRACTION, scoreInKeys, type Versions } from "@/domain/quizzes/score";
import type { AnswerValue, StoredPaper } from "@/domain/quizzes/types";
import { findVoidQuestionIds, getVersions } from "@/features/questions/queries";
import { sha256Hex } from "@/lib/crypto";
import { selectRows, toDate, type SqlInstant } from "@/lib/db/prepared";
import { findContest, getSeed, listPool } from "./find-contest";
import { listEntrants } from "./find-released";

type Counted = { readonly value: AnswerValue | null; readonly fraction: number };
type AttemptRow = {
  id: string;
  member_id: string;
  number: number;
  paper: string;
  closed_at: SqlInstant;
  score: number;
  max_score: number;
};

/** Everything that the export of a contest is made of, as it stands now. */
export async function listArchived(contestId: string): Promise<ContestArchiveInput> {
  const [contest, seed, pool] = [await findContest(contestId), await getSeed(contestId), await listPool(contestId)];
  if (contest?.seal == null) throw new Error(`Contest ${contestId} is not released`);
  const { blueprint, seal } = contest;
  const versions = await getVersions(pool.map(({ versionId }) => versionId));
  const pseudonyms = new Map((await listEntrants(contest)).map((row) => [row.member_id, row.pseudonym]));
  const rows = await selectRows<AttemptRow>(
    "SELECT id, member_id, number, paper, closed_at, score, max_score FROM attempt WHERE quiz_id = ? AND state = 'closed'",
    [contestId],
  );
  const counted = await listCounted(contestId);
  const taken = rows.flatMap((row) => {
    const pseudonym = pseudonyms.get(row.member_id);
    const paper = JSON.parse(row.paper) as StoredPaper;
    // Two accounts that were made one may have brought a paper that was drawn for another pseudonym.
    if (pseudonym === undefined || paper.seed !== paperSeed({ seed, pseudonym, number: row.number }, sha256Hex))
      return [];
    return [{ row, pseudonym, paper }];
  });
  const shown = new Set(taken.flatMap(({ paper }) => paper.questions.map(({ versionId }) => versionId)));
  const attempts = taken.map(({ row, pseudonym, paper }) =>
    attemptOf(row, pseudonym, { paper, counted: counted.get(row.id) ?? new Map(), versions }),
  );
  return {
    ...{ contestId, seal, seed, blueprint, attempts },
    questions: pool.map((question) => ({ ...question, digest: sha256Hex(contentOf(question, versions)) })),
    contents: pool
      .filter(({ versionId }) => shown.has(versionId))
      .map((question) => ({ versionId: question.versionId, content: contentOf(question, versions) })),
    freed: freedOf({ pool, versions, counted, voided: await findVoidQuestionIds() }),
  };
}

function contentOf({ versionId }: PoolQuestion, versions: Versions): string {
  const version = versions.get(versionId);
  if (!version) throw new Error(`No question version ${versionId}`);
  return contentForm(version);
}

/** What was counted, by attempt and version. */
async function listCounted(contestId: string): Promise<Map<string, Map<string, Counted>>> {
  type Row = { attempt_id: string; version_id: string; value: string | null; fraction: number };
  const rows = await selectRows<Row>(
    `SELECT r.attempt_id, r.version_id, r.value, r.fraction FROM response r JOIN attempt a ON a.id = r.attempt_id
     WHERE a.quiz_id = ?`,
    [contestId],
  );
  const byAttempt = new Map<string, Map<string, Counted>>();
  for (const { attempt_id, version_id, value, fraction } of rows) {
    const lines = byAttempt.get(attempt_id) ?? new Map<string, Counted>();
    lines.set(version_id, { value: value === null ? null : (JSON.parse(value) as AnswerValue), fraction });
    byAttempt.set(attempt_id, lines);
  }
  return byAttempt;
}

type Told = { paper: StoredPaper; counted: ReadonlyMap<string, Counted>; versions: Versions };

function attemptOf(row: AttemptRow, pseudonym: string, { paper, counted, versions }: Told): ArchiveAttempt {
  const answers = paper.questions.map(({ versionId }) => {
    const { value, fraction } = counted.get(versionId) ?? { value: null, fraction: 0 };
    const body = versions.get(versionId)?.body;
    return { value: body ? publishedValue(body, value) : null, fraction };
  });
  const { number, score, max_score: maxScore } = row;
  return { pseudonym, number, date: businessDateOf(toDate(row.closed_at)), score, maxScore, answers };
}

type Freeing = {
  pool: readonly PoolQuestion[];
  versions: Versions;
  counted: ReadonlyMap<string, ReadonlyMap<string, Counted>>;
  voided: ReadonlySet<string>;
};

/** Questions whose full marks do not come from the answer: void ones, and those that were down when a paper was closed. */
function freedOf({ pool, versions, counted, voided }: Freeing): { questionId: string; why: Freed }[] {
  return pool.flatMap(({ questionId, versionId }): { questionId: string; why: Freed }[] => {
    if (voided.has(questionId)) return [{ questionId, why: "void" }];
    const body = versions.get(versionId)?.body;
    const isGiven = [...counted.values()].some((lines) => {
      const line = lines.get(versionId);
      return line?.fraction === FULL_FRACTION && body !== undefined && scoreInKeys(body, line.value) < FULL_FRACTION;
    });
    return isGiven ? [{ questionId, why: "taken-down" }] : [];
  });
}
