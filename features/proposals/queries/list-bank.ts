import type { QuestionType } from "@/domain/quizzes/types";
import { getVersions } from "@/features/questions/queries";
import type { QuestionVersionData } from "@/domain/quizzes/types";
import { db } from "@/lib/db";
import type { BankFilter } from "../schema";

export type BankRow = {
  id: string;
  stem: string;
  type: QuestionType;
  topic: string;
  origin: string;
  state: string;
  /** A newer version of the files waits behind the local one. */
  waits: boolean;
};

export type Bank = { total: number; page: number; pages: number; rows: BankRow[] };

const PAGE_LENGTH = 50;

/** Questions of the bank whom the filter fits, fifty a page, those that wait for a decision first. */
export async function listBank(filter: BankFilter): Promise<Bank> {
  const { q, origin, state, type, topic } = filter;
  const where = {
    versionId: { not: null },
    ...(q === "" ? {} : { OR: [{ id: { contains: q } }, { current: { stem: { contains: q } } }] }),
    ...(origin === "" ? {} : { origin }),
    ...(state === "" ? {} : state === "waits" ? { upstreamId: { not: null } } : { state }),
    ...(type === "" ? {} : { type }),
    ...(topic === "" ? {} : { topic }),
  };
  const total = await db().question.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH));
  const page = Math.min(filter.page, pages);
  const rows = await db().question.findMany({
    where,
    orderBy: [{ origin: "desc" }, { id: "asc" }],
    skip: (page - 1) * PAGE_LENGTH,
    take: PAGE_LENGTH,
    select: {
      ...{ id: true, type: true, topic: true, origin: true, state: true, upstreamId: true },
      current: { select: { stem: true } },
    },
  });
  return {
    ...{ total, page, pages },
    rows: rows.map(({ current, upstreamId, type: kind, ...row }) => ({
      ...{ ...row, stem: current?.stem ?? "", type: kind as QuestionType, waits: upstreamId !== null },
    })),
  };
}

export type BankQuestion = {
  id: string;
  origin: string;
  state: string;
  endReason: string;
  endedAt: Date | null;
  upstreamId: string | null;
  /** Newest first. */
  versions: { id: string; number: number; createdAt: Date }[];
  current: QuestionVersionData;
  upstream: QuestionVersionData | null;
};

/** One question with its present version and the one that waits; null when there is none. */
export async function findBankQuestion(id: string): Promise<BankQuestion | null> {
  const row = await db().question.findUnique({
    where: { id },
    select: {
      ...{ id: true, origin: true, state: true, endReason: true, endedAt: true, upstreamId: true, versionId: true },
      versions: { select: { id: true, number: true, createdAt: true }, orderBy: { number: "desc" } },
    },
  });
  if (row?.versionId == null) return null;
  const { versionId, ...question } = row;
  const wanted = [versionId, ...(row.upstreamId === null ? [] : [row.upstreamId])];
  const versions = await getVersions(wanted);
  const current = versions.get(versionId);
  if (!current) return null;
  return { ...question, current, upstream: versions.get(row.upstreamId ?? "") ?? null };
}
