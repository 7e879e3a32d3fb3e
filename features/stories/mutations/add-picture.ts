import { createHash } from "node:crypto";
import { PICTURES_A_STORY, SHELF_BYTES, stepFault } from "@/domain/stories/story";
import type { OwnScope } from "@/features/access/types";
import { inTransaction, isUniqueViolation, type Tx } from "@/lib/db";
import { makePicture, PictureFault, type MadePicture } from "@/lib/pictures/picture";
import { takeTurn } from "@/lib/rate-window";
import { findStory, type StoryPicture } from "../queries/find-story";
import { findOrganisationOf } from "../queries/list-stories";

/** Unpacking a picture costs more than anything else a member can ask for. */
const PER_MEMBER = { name: "story-pictures", limit: 40, windowMs: 10 * 60_000 };

export type PictureResult =
  | { ok: true; isNew: boolean; picture: StoryPicture }
  | { ok: false; reason: "unknown" | "state" | "refused" | "full" | "too-many"; detail: string };

type Adding = { storyId: string; content: Buffer; own: OwnScope; now: Date };

const refusal = (reason: "unknown" | "state" | "refused" | "full" | "too-many", detail: string): PictureResult => ({
  ok: false,
  reason,
  detail,
});

const UNKNOWN = refusal("unknown", "没有这一篇，图片没有收下。请先存草稿。");
const FULL_SHELF = refusal("full", "本单位的图片已经存满200MB，没有收下。请和支部书记商量，收回旧的再传。");
const FULL_STORY = refusal("full", `这一篇已经传过${PICTURES_A_STORY}张图，不能再传。请用已经传上的，或另写一篇。`);

/** Takes a picture for a story of one's own. The same bytes again are the same picture. */
export async function addPicture({ storyId, content, own, now }: Adding): Promise<PictureResult> {
  if (!takeTurn(PER_MEMBER, own.memberId, now.getTime())) {
    return refusal("too-many", "图片传得太快了，这一张没有收下。请过十分钟再传。");
  }
  const story = await findStory(storyId);
  if (story === null || story.authorId !== own.memberId) return UNKNOWN;
  const standing = { state: story.state, isShown: story.shownId !== null, wasPublished: false };
  const fault = stepFault("write", standing);
  if (fault !== null) return refusal("state", `${fault}图片没有收下。`);
  const organisationId = await findOrganisationOf(own, now);
  if (organisationId === null) return refusal("refused", "你现在没有编入单位，还不能传图片。文字照样可以写。");
  try {
    const made = await makePicture(content);
    const digest = createHash("sha256").update(content).digest("hex");
    const put = () => inTransaction((tx) => keep(tx, { storyId, digest, made, organisationId, now }));
    return await put().catch((error: unknown) => {
      // The same picture came by another request this moment: now it is found.
      if (isUniqueViolation(error)) return put();
      throw error;
    });
  } catch (error) {
    if (error instanceof PictureFault) return refusal("refused", error.message);
    if (error instanceof Full) return error.result;
    throw error;
  }
}

/** Undoes what was counted. */
class Full extends Error {
  readonly result: PictureResult;

  constructor(result: PictureResult) {
    super("full");
    this.result = result;
  }
}

type Keeping = { storyId: string; digest: string; made: MadePicture; organisationId: string; now: Date };

const SIZES = { number: true, width: true, height: true, smallWidth: true } as const;

async function keep(tx: Tx, { storyId, digest, made, organisationId, now }: Keeping): Promise<PictureResult> {
  const same = await tx.storyPicture.findUnique({ where: { storyId_digest: { storyId, digest } }, select: SIZES });
  if (same !== null) return { ok: true, isNew: false, picture: same };
  const { large, small, ...sizes } = made;
  const weight = large.length + small.length;
  const counted = await tx.story.updateMany({
    where: { id: storyId, pictures: { lt: PICTURES_A_STORY } },
    data: { pictures: { increment: 1 } },
  });
  if (counted.count === 0) throw new Full(FULL_STORY);
  await tx.storyShelf.upsert({ where: { organisationId }, create: { organisationId }, update: {} });
  const put = await tx.storyShelf.updateMany({
    where: { organisationId, bytes: { lte: SHELF_BYTES - weight } },
    data: { bytes: { increment: weight } },
  });
  if (put.count === 0) throw new Full(FULL_SHELF);
  const { pictures: number } = await tx.story.findUniqueOrThrow({
    where: { id: storyId },
    select: { pictures: true },
  });
  const bytes = { large: new Uint8Array(large), small: new Uint8Array(small) };
  await tx.storyPicture.create({
    data: { storyId, number, digest, ...sizes, ...bytes, weight, organisationId, createdAt: now },
  });
  return { ok: true, isNew: true, picture: { number, ...sizes } };
}
