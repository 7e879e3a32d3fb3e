import type { QuestionVersionData } from "@/domain/quizzes/types";
import { db, inTransaction, type Tx } from "@/lib/db";
import { digestOf } from "../view";
import { batches, type Tally } from "./load-items";

/** `waiting`: file versions that do not take effect because the question was changed locally. */
export type QuestionTally = Tally & { waiting: number };

type Known = {
  id: string;
  origin: string;
  state: string;
  topic: string;
  period: string;
  difficulty: string;
  versionId: string | null;
  upstreamId: string | null;
  declinedId: string | null;
  endedById: string | null;
  versions: { id: string; number: number; digest: string }[];
};

/** Three statements a question at most: well below the 200 rows that a command may write at a time. */
const BATCH = 25;

/**
 * Brings the questions of the files into the database. A new wording or key is a new version, an old one comes back under
 * its old number; a question that the files no longer have is retired. A question that was changed in the product keeps its
 * own version, and a newer one of the files waits in `upstreamId`.
 */
export async function loadQuestions(versions: readonly QuestionVersionData[], now: Date): Promise<QuestionTally> {
  const known = await listKnown();
  const tally: QuestionTally = { added: 0, changed: 0, retired: 0, restored: 0, waiting: 0 };
  for (const batch of batches(
    versions.filter((version) => needsWrite(version, known.get(version.questionId))),
    BATCH,
  )) {
    const kinds = await inTransaction((tx) => writeAll(tx, batch, known, now));
    for (const kind of kinds) if (kind !== null) tally[kind] += 1;
  }
  const present = new Set(versions.map(({ questionId }) => questionId));
  const gone = [...known.values()].filter(
    ({ id, origin, state }) => origin === "file" && state === "active" && !present.has(id),
  );
  for (const batch of batches(gone, BATCH)) {
    const where = { id: { in: batch.map(({ id }) => id) }, origin: "file", state: "active" };
    await db().question.updateMany({ where, data: { state: "retired", retiredAt: now } });
  }
  return { ...tally, retired: gone.length };
}

async function listKnown(): Promise<Map<string, Known>> {
  const rows = await db().question.findMany({
    select: {
      ...{
        id: true,
        origin: true,
        state: true,
        topic: true,
        period: true,
        difficulty: true,
        versionId: true,
        upstreamId: true,
        declinedId: true,
        endedById: true,
      },
      versions: { select: { id: true, number: true, digest: true } },
    },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** False only when writing would change nothing, so that a second load writes nothing. */
function needsWrite(version: QuestionVersionData, known: Known | undefined): boolean {
  if (known === undefined || isFilesRetirement(known)) return true;
  const same = known.versions.find(({ digest }) => digest === digestOf(version));
  if (same === undefined) return true;
  if (known.origin !== "file") return known.upstreamId !== upstreamOf(known, same);
  const { topic, period, difficulty } = version;
  return (
    known.versionId !== same.id || known.topic !== topic || known.period !== period || known.difficulty !== difficulty
  );
}

/** Retired because the files no longer had it; what a person retired stays retired. */
const isFilesRetirement = ({ state, endedById }: Known): boolean => state === "retired" && endedById === null;

/** A version of the files waits only when it is newer than the local one and was not declined. */
function upstreamOf(known: Known, fromFile: { id: string; number: number }): string | null {
  if (fromFile.id === known.declinedId) return null;
  const current = known.versions.find(({ id }) => id === known.versionId)?.number ?? 0;
  return fromFile.number > current ? fromFile.id : null;
}

async function writeAll(
  tx: Tx,
  batch: readonly QuestionVersionData[],
  known: ReadonlyMap<string, Known>,
  now: Date,
): Promise<(keyof QuestionTally | null)[]> {
  const kinds: (keyof QuestionTally | null)[] = [];
  for (const version of batch) {
    const before = known.get(version.questionId);
    kinds.push(before === undefined ? await add(tx, version, now) : await change(tx, version, before, now));
  }
  return kinds;
}

async function add(tx: Tx, version: QuestionVersionData, now: Date): Promise<"added"> {
  const { questionId: id, type, topic, period, difficulty } = version;
  await tx.question.create({ data: { id, origin: "file", type, topic, period, difficulty } });
  const { id: versionId } = await createVersion(tx, version, 1, now);
  await tx.question.update({ where: { id }, data: { versionId } });
  return "added";
}

async function change(
  tx: Tx,
  version: QuestionVersionData,
  before: Known,
  now: Date,
): Promise<keyof QuestionTally | null> {
  const digest = digestOf(version);
  const last = Math.max(0, ...before.versions.map(({ number }) => number));
  const row =
    before.versions.find((known) => known.digest === digest) ?? (await createVersion(tx, version, last + 1, now));
  const where = { id: version.questionId };
  if (before.origin !== "file") {
    const upstreamId = upstreamOf(before, row);
    await tx.question.update({ where, data: { upstreamId } });
    return upstreamId === null ? null : "waiting";
  }
  const { type, topic, period, difficulty } = version;
  const isBack = isFilesRetirement(before);
  // What was declared void stays void: only the committee may take that back.
  const state = isBack ? { state: "active", retiredAt: null } : {};
  await tx.question.update({ where, data: { type, topic, period, difficulty, versionId: row.id, ...state } });
  if (isBack) return "restored";
  return "changed";
}

function createVersion(
  tx: Tx,
  version: QuestionVersionData,
  number: number,
  now: Date,
): Promise<{ id: string; number: number }> {
  const { questionId, stem, explanation, anchor, passage } = version;
  const [body, sources] = [JSON.stringify(version.body), JSON.stringify(version.sources)];
  return tx.questionVersion.create({
    data: {
      questionId,
      number,
      digest: digestOf(version),
      stem,
      body,
      explanation,
      anchor,
      passage,
      sources,
      createdAt: now,
    },
    select: { id: true, number: true },
  });
}
