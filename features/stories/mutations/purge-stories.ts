import { DISCARDED_DAYS, UNUSED_PICTURE_DAYS } from "@/domain/stories/story";
import { db, inTransaction, type Tx } from "@/lib/db";
import { findShownBody } from "../queries/find-picture";
import { pictureNumbers } from "../view";

const DAY_MS = 24 * 60 * 60_000;
const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

export type Purged = { stories: number; pictures: number };

/** Deletes what was thrown away long ago, and pictures that stand in no text. Safe to repeat. */
export async function purgeStories(now: Date): Promise<Purged> {
  const thrownAway = { state: "discarded", discardedAt: { lt: before(now, DISCARDED_DAYS) } };
  const gone = await db().story.findMany({ where: thrownAway, select: { id: true } });
  let stories = 0;
  for (const { id } of gone) {
    stories += await inTransaction(async (tx) => {
      const weights = await tx.storyPicture.findMany({ where: { storyId: id }, select: WEIGHT });
      const { count } = await tx.story.deleteMany({ where: { id, ...thrownAway } });
      if (count > 0) await lighten(tx, weights);
      return count;
    });
  }
  return { stories, pictures: await purgePictures(before(now, UNUSED_PICTURE_DAYS)) };
}

const WEIGHT = { organisationId: true, weight: true } as const;

async function lighten(tx: Tx, pictures: readonly { organisationId: string; weight: number }[]): Promise<void> {
  for (const { organisationId, weight } of pictures) {
    await tx.storyShelf.updateMany({ where: { organisationId }, data: { bytes: { decrement: weight } } });
  }
}

/** A text that is being written may still get a picture that was sent up for it: both have to be old. */
async function purgePictures(until: Date): Promise<number> {
  const rows = await db().storyPicture.findMany({
    where: { createdAt: { lt: until }, story: { updatedAt: { lt: until } } },
    select: { storyId: true },
    distinct: ["storyId"],
  });
  let removed = 0;
  for (const { storyId } of rows) removed += await inTransaction((tx) => purgePicturesOf(tx, storyId, until));
  return removed;
}

async function purgePicturesOf(tx: Tx, storyId: string, until: Date): Promise<number> {
  // Locks the story: whoever saves it now waits, and finds what is left.
  const still = await tx.story.updateMany({
    where: { id: storyId, updatedAt: { lt: until } },
    data: { pictures: { increment: 0 } },
  });
  if (still.count === 0) return 0;
  const { body } = await tx.story.findUniqueOrThrow({ where: { id: storyId }, select: { body: true } });
  const used = [...pictureNumbers(body), ...pictureNumbers(await findShownBody(storyId, tx))];
  const where = { storyId, createdAt: { lt: until }, number: { notIn: used } };
  const pictures = await tx.storyPicture.findMany({ where, select: WEIGHT });
  await tx.storyPicture.deleteMany({ where });
  await lighten(tx, pictures);
  return pictures.length;
}
