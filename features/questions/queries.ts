import type { QuestionSummary } from "@/domain/quizzes/draw";
import type { Versions } from "@/domain/quizzes/score";
import type {
  Difficulty,
  Period,
  QuestionBody,
  QuestionOrigin,
  QuestionSource,
  QuestionType,
  QuestionVersionData,
} from "@/domain/quizzes/types";
import { BoundedMap } from "@/lib/bounded-map";
import { selectRows } from "@/lib/db/prepared";
import { remembered } from "@/lib/remembered";
import { singleton } from "@/lib/singleton";

/** A question that a new paper may take, with its version of today. */
export type Drawable = QuestionSummary & { readonly versionId: string; readonly origin: QuestionOrigin };

type DrawableRow = {
  id: string;
  version_id: string;
  topic: string;
  period: Period;
  type: QuestionType;
  difficulty: Difficulty;
  origin: QuestionOrigin;
};

/**
 * Questions that are active and not taken down, at most five seconds old. Local ones that a released contest may ask are
 * left out until it is settled: nobody meets them, or their answers, elsewhere before.
 */
export function listDrawable(): Promise<readonly Drawable[]> {
  return remembered("questions.drawable", async () => {
    const rows = await selectRows<DrawableRow>(
      `SELECT id, version_id, topic, period, type, difficulty, origin FROM question q
       WHERE state = 'active' AND version_id IS NOT NULL AND (origin <> 'local' OR NOT EXISTS (
         SELECT 1 FROM contest_question a JOIN contest c ON c.id = a.contest_id
         WHERE a.question_id = q.id AND c.state = 'released' AND c.settled_at IS NULL)) ORDER BY id`,
    );
    const takenDown = await findTakenDownQuestionIds();
    return rows
      .filter(({ id }) => !takenDown.has(id))
      .map(({ id, version_id, ...row }) => ({ ...row, questionId: id, versionId: version_id }));
  });
}

/** Questions that were taken down, or whose passage stands in an entry or lesson that was; at most five seconds old. */
export function findTakenDownQuestionIds(): Promise<ReadonlySet<string>> {
  return remembered("questions.taken-down", async () => {
    const rows = await selectRows<{ id: string }>(
      `SELECT DISTINCT v.question_id AS id FROM takedown t JOIN question_version v
         ON (t.target_kind = 'question' AND v.question_id = t.target_id)
         OR (t.target_kind <> 'question' AND substr(v.anchor, 1, length(t.target_id) + 1) = t.target_id || '#')
       WHERE t.lifted_at IS NULL`,
    );
    return new Set(rows.map(({ id }) => id));
  });
}

/** Questions that were declared void. */
export async function findVoidQuestionIds(): Promise<ReadonlySet<string>> {
  const rows = await selectRows<{ id: string }>("SELECT id FROM question WHERE state = 'void'");
  return new Set(rows.map(({ id }) => id));
}

/** Versions are never edited, so that they may be kept; about 4 KiB each. */
const KEPT_VERSIONS = 5_000;
const versionCache = () =>
  singleton("questions.versions", () => new BoundedMap<string, QuestionVersionData>(KEPT_VERSIONS));

type VersionRow = {
  id: string;
  question_id: string;
  type: QuestionType;
  topic: string;
  period: Period;
  difficulty: Difficulty;
  stem: string;
  body: string;
  explanation: string;
  anchor: string;
  passage: string;
  sources: string;
};

const toVersion = (row: VersionRow): QuestionVersionData => ({
  questionId: row.question_id,
  versionId: row.id,
  type: row.type,
  topic: row.topic,
  period: row.period,
  difficulty: row.difficulty,
  stem: row.stem,
  body: JSON.parse(row.body) as QuestionBody,
  explanation: row.explanation,
  anchor: row.anchor,
  passage: row.passage,
  sources: JSON.parse(row.sources) as QuestionSource[],
});

async function loadVersions(ids: readonly string[]): Promise<QuestionVersionData[]> {
  if (ids.length === 0) return [];
  const rows = await selectRows<VersionRow>(
    `SELECT v.id, v.question_id, q.type, q.topic, q.period, q.difficulty, v.stem, v.body, v.explanation, v.anchor,
       v.passage, v.sources
     FROM question_version v JOIN question q ON q.id = v.question_id WHERE v.id IN (${ids.map(() => "?").join(", ")})`,
    ids,
  );
  return rows.map(toVersion);
}

/** The versions with their keys, by id: for drawing and scoring, never for a reply as they are. Throws when one is missing. */
export async function getVersions(ids: readonly string[]): Promise<Versions> {
  const cache = versionCache();
  const missing = ids.filter((id) => cache.get(id) === undefined);
  for (const version of await loadVersions(missing)) cache.set(version.versionId, version);
  return new Map(
    ids.map((id) => {
      const version = cache.get(id);
      if (version === undefined) throw new Error(`No question version ${id}`);
      return [id, version];
    }),
  );
}
