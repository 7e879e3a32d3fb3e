import { stateAfter, stepFault } from "@/domain/stories/story";
import { isUniqueViolation, inTransaction, type Tx } from "@/lib/db";
import { findFaults, findStory, wasPublished, type Story } from "../queries/find-story";
import type { SavedReply, StoryDraft } from "../schema";

export type Saving = {
  readonly storyId: string;
  /** As it was read; 0 for a new one. */
  readonly version: number;
  readonly draft: StoryDraft;
  readonly authorId: string;
  readonly now: Date;
};

export type SaveResult =
  | { ok: true; isNew: boolean; saved: SavedReply }
  | { ok: false; reason: "unknown" | "state"; detail: string }
  /** Written in another place meanwhile: what stands there, so that neither text is lost. */
  | { ok: false; reason: "changed"; detail: string; standing: Story };

/**
 * Keeps a draft, complete or not. The id of a new one is the client's own, so that a repeat after a lost reply finds the
 * first. What stands under another version is not overwritten, unless it is the very same text.
 */
export async function saveStory(saving: Saving): Promise<SaveResult> {
  try {
    return await inTransaction((tx) => save(tx, saving));
  } catch (error) {
    // Made by another request this moment: now there is something to compare with.
    if (isUniqueViolation(error)) return inTransaction((tx) => save(tx, saving));
    throw error;
  }
}

const CHANGED = "这一篇在别处又改过，没有盖过去，两份都在。";

async function save(tx: Tx, { storyId, version, draft, authorId, now }: Saving): Promise<SaveResult> {
  const before = await findStory(storyId, tx);
  if (before === null) {
    if (version !== 0) return { ok: false, reason: "unknown", detail: "没有这一篇，没有存。" };
    await tx.story.create({ data: { id: storyId, authorId, ...draft, createdAt: now, updatedAt: now } });
    return { ok: true, isNew: true, saved: await replyOf(tx, { ...draft, id: storyId, version: 1, state: "draft" }) };
  }
  if (before.authorId !== authorId) return { ok: false, reason: "unknown", detail: "没有这一篇，没有存。" };
  if (isSame(before, draft)) return { ok: true, isNew: false, saved: await replyOf(tx, before) };
  if (before.version !== version) return { ok: false, reason: "changed", detail: CHANGED, standing: before };
  const { state, shownId } = before;
  const published = await wasPublished(storyId, tx);
  const detail = stepFault("write", { state, isShown: shownId !== null, wasPublished: published });
  if (detail !== null) return { ok: false, reason: "state", detail };
  const after = stateAfter("write", state);
  const written = await tx.story.updateMany({
    where: { id: storyId, version },
    data: { ...draft, state: after, version: version + 1, updatedAt: now },
  });
  if (written.count === 0) return overtaken(tx, before);
  return {
    ok: true,
    isNew: false,
    saved: await replyOf(tx, { ...before, ...draft, state: after, version: version + 1 }),
  };
}

/** Another request was first between the look and the write: what it wrote is read in a statement of its own. */
async function overtaken(tx: Tx, before: Story): Promise<SaveResult> {
  const standing = (await findStory(before.id, tx)) ?? before;
  return { ok: false, reason: "changed", detail: CHANGED, standing };
}

const isSame = (story: Story, draft: StoryDraft): boolean =>
  story.title === draft.title &&
  story.body === draft.body &&
  story.visibility === draft.visibility &&
  story.showName === draft.showName;

type Kept = Pick<Story, "id" | "version" | "state" | "title" | "body">;

async function replyOf(tx: Tx, { id, version, state, title, body }: Kept): Promise<SavedReply> {
  return { version, state, faults: await findFaults({ id, title, body }, tx) };
}
