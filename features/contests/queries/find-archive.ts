import { db } from "@/lib/db";
import { getSeed } from "./find-contest";

export type Edition = { readonly edition: number; readonly digest: string };

/** The newest edition of a contest's export; null before it is settled. */
export function findLatestEdition(contestId: string): Promise<Edition | null> {
  return db().contestArchive.findFirst({
    where: { contestId },
    orderBy: { edition: "desc" },
    select: { edition: true, digest: true },
  });
}

/** The exact text of the newest edition. */
export function findArchive(contestId: string): Promise<(Edition & { readonly archive: string }) | null> {
  return db().contestArchive.findFirst({
    where: { contestId },
    orderBy: { edition: "desc" },
    select: { edition: true, digest: true, archive: true },
  });
}

/** What was published about a contest; null for one that this installation does not have. */
export async function findPublished(contestId: string): Promise<{ seal: string | null; digests: string[] } | null> {
  const contest = await db().contest.findUnique({ where: { id: contestId }, select: { seal: true } });
  if (contest === null) return null;
  const editions = await db().contestArchive.findMany({ where: { contestId }, select: { digest: true } });
  return { seal: contest.seal, digests: editions.map(({ digest }) => digest) };
}

/** The seed and the newest edition: for everybody from the moment on when there are results. */
export type Opened = { readonly seed: string; readonly archive: Edition | null };

export async function findOpened(contest: {
  readonly id: string;
  readonly settledAt: Date | null;
}): Promise<Opened | null> {
  if (contest.settledAt === null) return null;
  const [seed, archive] = await Promise.all([getSeed(contest.id), findLatestEdition(contest.id)]);
  return { seed, archive };
}
