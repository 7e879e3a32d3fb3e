import type { StoryState, Visibility } from "@/domain/stories/story";
import { storyFaults } from "@/domain/stories/text";
import { readWritten } from "@/lib/markdown/written";
import { db, type Tx } from "@/lib/db";

/** A story as its author and those who look it through meet it. */
export type Story = {
  readonly id: string;
  readonly authorId: string;
  readonly organisationId: string | null;
  readonly branchId: string | null;
  readonly state: StoryState;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly visibility: Visibility;
  readonly showName: boolean;
  readonly reviewNote: string;
  /** For whom a version stands there now; null while none does. */
  readonly shownTo: Visibility | null;
  readonly shownId: string | null;
  readonly shownAt: Date | null;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
};

export const STORY_COLUMNS = {
  ...{ id: true, authorId: true, organisationId: true, branchId: true, state: true, version: true, title: true },
  ...{ body: true, visibility: true, showName: true, reviewNote: true, shownTo: true, shownId: true, shownAt: true },
  ...{ updatedAt: true, submittedAt: true },
} as const;

type Stored = Omit<Story, "state" | "visibility" | "shownTo"> & { state: string; visibility: string; shownTo: string };

export const toStory = (row: Stored): Story => ({
  ...row,
  state: row.state as StoryState,
  visibility: row.visibility as Visibility,
  shownTo: row.shownTo === "" ? null : (row.shownTo as Visibility),
});

export async function findStory(id: string, tx: Tx = db()): Promise<Story | null> {
  const row = await tx.story.findUnique({ where: { id }, select: STORY_COLUMNS });
  return row && toStory(row);
}

/** Whether a version was ever published. */
export async function wasPublished(id: string, tx: Tx = db()): Promise<boolean> {
  return (await tx.storyVersion.findFirst({ where: { storyId: id }, select: { id: true } })) !== null;
}

/** Pictures of a story, without their bytes. */
export type StoryPicture = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly smallWidth: number;
};

export function listPictures(storyId: string, tx: Tx = db()): Promise<StoryPicture[]> {
  return tx.storyPicture.findMany({
    where: { storyId },
    orderBy: { number: "asc" },
    select: { number: true, width: true, height: true, smallWidth: true },
  });
}

/** What keeps the text from being sent, in Chinese. */
export async function findFaults({ id, title, body }: Pick<Story, "id" | "title" | "body">, tx: Tx = db()) {
  const known = new Set((await listPictures(id, tx)).map(({ number }) => number));
  return storyFaults({ title, body, ...readWritten(body) }, known);
}
