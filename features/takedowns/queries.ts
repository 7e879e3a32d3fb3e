import { db } from "@/lib/db";
import type { TargetKind } from "./schema";
import { NOTHING_TAKEN_DOWN, type TakenDown } from "./view";

/**
 * What is taken down at this moment. Static pages are rendered through this at run time; while they are built there is no
 * database to ask, and nothing is taken down: the first seconds of every server process make up for it.
 */
export async function findTakenDown(): Promise<TakenDown> {
  if (process.env["NEXT_PHASE"] === "phase-production-build") return NOTHING_TAKEN_DOWN;
  const rows = await db().takedown.findMany({
    where: { liftedAt: null },
    select: { targetKind: true, targetId: true },
  });
  const ids = (isQuestion: boolean) =>
    new Set(rows.filter((row) => (row.targetKind === "question") === isQuestion).map((row) => row.targetId));
  return { documents: ids(false), questions: ids(true) };
}

/**
 * Changes with every takedown and every restoration, with every correction published or revoked, whatever the clocks of the
 * machines say; empty while there never was one. It names the number of takedowns ever made and which of them hold now, and
 * how many corrections there are and how many are revoked: these never come back.
 */
export async function findNewestChange(): Promise<string> {
  const [count, active, errata, revoked] = await Promise.all([
    db().takedown.count(),
    db().takedown.findMany({ where: { liftedAt: null }, orderBy: { id: "asc" }, select: { id: true } }),
    db().erratum.count(),
    db().erratum.count({ where: { revokedAt: { not: null } } }),
  ]);
  return count + errata === 0 ? "" : [count, ...active.map(({ id }) => id), errata, revoked].join(" ");
}

export type TakedownRow = {
  id: string;
  targetKind: TargetKind;
  targetId: string;
  reason: string;
  takenAt: Date;
  takenById: string;
};

/** What is taken down now, newest first. */
export async function listActiveTakedowns(): Promise<TakedownRow[]> {
  const rows = await db().takedown.findMany({
    where: { liftedAt: null },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
    select: { id: true, targetKind: true, targetId: true, reason: true, takenAt: true, takenById: true },
  });
  return rows.map((row) => ({ ...row, targetKind: row.targetKind as TargetKind }));
}

/** The title of a document or story, or the stem of a question; null for what does not exist. */
export async function findTargetTitle(kind: TargetKind, id: string): Promise<string | null> {
  if (kind === "question") {
    const question = await db().question.findUnique({ where: { id }, select: { current: { select: { stem: true } } } });
    return question?.current?.stem ?? null;
  }
  if (kind === "story") return findStoryTitle(id.slice("stories/".length));
  const item = await db().contentItem.findUnique({ where: { id }, select: { title: true, kind: true } });
  return item?.kind === kind ? item.title : null;
}

/** Those who answer reports are of the whole zone: what an organisation tells its own people is not named to them. */
async function findStoryTitle(id: string): Promise<string | null> {
  const story = await db().story.findUnique({ where: { id }, select: { shownId: true, shownTo: true } });
  if (!story?.shownId) return null;
  if (story.shownTo !== "all") return "一篇只给本单位看的";
  const version = await db().storyVersion.findUnique({ where: { id: story.shownId }, select: { title: true } });
  return version?.title ?? null;
}
