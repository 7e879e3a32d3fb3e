import { addDays } from "@/domain/calendar/plain-date";
import { startOfDay } from "@/domain/calendar/shanghai";
import { db, type Tx } from "@/lib/db";
import type { TargetKind } from "@/features/takedowns/schema";

export type ErratumRow = {
  id: string;
  targetKind: TargetKind;
  targetId: string;
  contentId: string;
  wrong: string;
  correct: string;
  correctedOn: string;
  version: string;
  publishedAt: Date;
  revokedAt: Date | null;
  revokeReason: string;
};

const SELECT = {
  ...{ id: true, targetKind: true, targetId: true, contentId: true, wrong: true, correct: true, correctedOn: true },
  ...{ version: true, publishedAt: true, revokedAt: true, revokeReason: true },
} as const;

const NEWEST_FIRST = [{ publishedAt: "desc" as const }, { id: "desc" as const }];

type Stored = Omit<ErratumRow, "targetKind"> & { targetKind: string };
const toRow = (row: Stored): ErratumRow => ({ ...row, targetKind: row.targetKind as TargetKind });

/**
 * The corrections that stand on the page of a document, newest first, those of its questions among them. While pages are
 * built there is no database to ask; as with takedowns, the first seconds of a server process make up for it.
 */
export async function listErrataOf(contentId: string): Promise<ErratumRow[]> {
  if (process.env["NEXT_PHASE"] === "phase-production-build") return [];
  const rows = await db().erratum.findMany({
    where: { contentId, revokedAt: null },
    orderBy: NEWEST_FIRST,
    select: SELECT,
  });
  return rows.map(toRow);
}

/** A correction whose readers have not all been told. */
export type Untold = Pick<ErratumRow, "id" | "targetKind" | "targetId" | "contentId" | "correctedOn">;

export async function listUntold(): Promise<Untold[]> {
  const rows = await db().erratum.findMany({
    where: { toldAt: null, revokedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, targetKind: true, targetId: true, contentId: true, correctedOn: true },
  });
  return rows.map((row) => ({ ...row, targetKind: row.targetKind as TargetKind }));
}

/**
 * Which of these people had answered what was corrected, up to the day of the correction: the recall questions of a
 * document; a question wherever it was asked, and also afterwards on a paper that was begun by that day, because a paper
 * keeps the wording it was drawn with. By person, so that each look-up goes over an index.
 */
export async function listReadersAmong(tx: Tx, erratum: Untold, people: readonly string[]): Promise<string[]> {
  const { targetKind, targetId, correctedOn } = erratum;
  const answered = { memberId: { in: [...people] } };
  const byThen = { businessDate: { lte: correctedOn } };
  const begun = { attempt: { startedAt: { lt: startOfDay(addDays(correctedOn, 1)) } } };
  const rows =
    targetKind === "question"
      ? await tx.response.findMany({
          where: { ...answered, questionId: targetId, value: { not: null }, OR: [byThen, begun] },
          select: { memberId: true },
        })
      : await tx.recall.findMany({
          where: { ...answered, ...byThen, contentId: targetId },
          select: { memberId: true },
        });
  return [...new Set(rows.map(({ memberId }) => memberId))].sort();
}

const PAGE_LENGTH = 30;

/** One page of everything that was ever corrected, newest first; what was revoked says so. */
export async function listErrata(page: number): Promise<ErratumRow[]> {
  const skip = (page - 1) * PAGE_LENGTH;
  const rows = await db().erratum.findMany({ orderBy: NEWEST_FIRST, skip, take: PAGE_LENGTH, select: SELECT });
  return rows.map(toRow);
}

/** The page of the record that holds this correction now; null for one that does not exist. */
export async function findErrataPageOf(id: string): Promise<number | null> {
  const row = await db().erratum.findUnique({ where: { id }, select: { publishedAt: true } });
  if (row === null) return null;
  const { publishedAt } = row;
  const newer = { OR: [{ publishedAt: { gt: publishedAt } }, { publishedAt, id: { gt: id } }] };
  return Math.floor((await db().erratum.count({ where: newer })) / PAGE_LENGTH) + 1;
}

/** How many pages that makes, at least one. */
export async function countErrataPages(): Promise<number> {
  return Math.max(1, Math.ceil((await db().erratum.count()) / PAGE_LENGTH));
}

/** What the corrected things are called. Questions of one's own are not told by their wording. */
export type Names = {
  /** Titles of documents by id; those that are not taught any more are left out. */
  documents: ReadonlyMap<string, string>;
  /** Stems of library questions by id. */
  questions: ReadonlyMap<string, string>;
};

export async function findNamesOf(rows: readonly ErratumRow[]): Promise<Names> {
  const [documents, questions] = await Promise.all([
    db().contentItem.findMany({
      where: { id: { in: rows.map(({ contentId }) => contentId) }, retiredAt: null },
      select: { id: true, title: true },
    }),
    db().question.findMany({
      where: { id: { in: rows.map(({ targetId }) => targetId) }, origin: "file" },
      select: { id: true, current: { select: { stem: true } } },
    }),
  ]);
  return {
    documents: new Map(documents.map(({ id, title }) => [id, title])),
    questions: new Map(questions.flatMap(({ id, current }) => (current ? [[id, current.stem] as const] : []))),
  };
}

/** Something that can be corrected, as it reads now. */
export type Correctable = {
  title: string;
  contentId: string;
  version: string;
  /** Since when it reads like that. */
  since: Date;
  /** Its key must not be told yet: a contest with it is not over. */
  isSealed: boolean;
};

/** Null for what does not exist. */
export async function findCorrectable(kind: TargetKind, id: string): Promise<Correctable | null> {
  if (kind === "question") return findCorrectableQuestion(id);
  const item = await db().contentItem.findUnique({ where: { id } });
  if (item?.kind !== kind) return null;
  return { title: item.title, contentId: id, version: item.digest, since: item.loadedAt, isSealed: false };
}

async function findCorrectableQuestion(id: string): Promise<Correctable | null> {
  const question = await db().question.findUnique({ where: { id }, select: { origin: true, current: true } });
  if (!question?.current) return null;
  const { stem, number, createdAt, anchor } = question.current;
  const [document = ""] = anchor.split("#");
  const [known, sealed] = await Promise.all([
    db().contentItem.findUnique({ where: { id: document }, select: { id: true } }),
    db().contestQuestion.findFirst({
      where: { questionId: id, origin: "local", contest: { state: "released", settledAt: null } },
      select: { questionId: true },
    }),
  ]);
  return {
    ...{ title: stem, contentId: known?.id ?? "", version: String(number), since: createdAt },
    isSealed: sealed !== null,
  };
}
