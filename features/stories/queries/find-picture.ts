import { db, type Tx } from "@/lib/db";

/** The bytes of a picture in one of its sizes; null when there is none of that number. */
export async function findPictureBytes(storyId: string, number: number, isSmall: boolean): Promise<Uint8Array | null> {
  const where = { storyId_number: { storyId, number } };
  if (isSmall) return (await db().storyPicture.findUnique({ where, select: { small: true } }))?.small ?? null;
  return (await db().storyPicture.findUnique({ where, select: { large: true } }))?.large ?? null;
}

/** The text that readers see; empty while they see none. */
export async function findShownBody(storyId: string, tx: Tx = db()): Promise<string> {
  const story = await tx.story.findUnique({ where: { id: storyId }, select: { shownId: true } });
  if (!story?.shownId) return "";
  const version = await tx.storyVersion.findUnique({ where: { id: story.shownId }, select: { body: true } });
  return version?.body ?? "";
}
