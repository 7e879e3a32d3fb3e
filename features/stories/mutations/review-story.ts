import { reviewFault, visibilitiesWithin } from "@/domain/stories/review";
import { stepFault, type Visibility } from "@/domain/stories/story";
import { summaryOf } from "@/domain/stories/text";
import { audit } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { indexDocument, removeDocument } from "@/features/search/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { findFaults, findStory, type Story } from "../queries/find-story";
import { getOfficers } from "../queries/reviewing";
import { itemOf, pageOf, plainOf, searchableOf } from "../view";
import { GONE, MOVED, type StepResult, type Stepping } from "./step-story";

export type Reviewing = Stepping & {
  /** Acts for the committee and not for the branch. */
  readonly isCommittee: boolean;
};

/** Why this person may not decide now; null when they may. */
async function refusalOf(tx: Tx, step: "publish" | "return", story: Story, by: Reviewing): Promise<StepResult | null> {
  const { authorId, branchId, state, shownId } = story;
  const standing = { state, isShown: shownId !== null, wasPublished: false };
  const officers = await getOfficers(branchId, by.now, tx);
  const detail =
    stepFault(step, standing) ?? reviewFault({ authorId, actorId: by.actorId, officers, isCommittee: by.isCommittee });
  return detail === null ? null : { ok: false, reason: "state", detail };
}

/** Sends a story back with the reason; its author is told. Audited. */
export function returnStory({ note, ...by }: Reviewing & { note: string }): Promise<StepResult> {
  const { storyId, version, actorId, now } = by;
  return inTransaction(async (tx) => {
    const story = await findStory(storyId, tx);
    if (story === null) return GONE;
    const refusal = await refusalOf(tx, "return", story, by);
    if (refusal !== null) return refusal;
    const moved = await tx.story.updateMany({
      where: { id: storyId, version, state: "submitted" },
      data: { state: "returned", version: version + 1, reviewNote: note, updatedAt: now },
    });
    if (moved.count === 0) return MOVED;
    const subject = { subjectKind: "story", subjectId: storyId };
    await audit(tx, { actorId, action: "story.return", ...subject, detail: { reason: note }, now });
    await tellAuthor(tx, story, { text: `退回修改：${note}`, href: `/me/stories/${storyId}` }, by);
    return { ok: true, story };
  });
}

/**
 * Puts a story before readers as its next version, in the place of the one before. Found by the search at once when it is
 * for everybody. Refused when its author has left meanwhile, or more people would read it than was asked for. Audited.
 */
export function publishStory({ visibility, ...by }: Reviewing & { visibility: Visibility }): Promise<StepResult> {
  const { storyId, version, actorId, now } = by;
  return inTransaction(async (tx) => {
    const story = await findStory(storyId, tx);
    if (story === null || story.organisationId === null) return GONE;
    const refusal = (await refusalOf(tx, "publish", story, by)) ?? (await whyNotShown(tx, story, visibility));
    if (refusal !== null) return refusal;
    const shownId = newId(now);
    const moved = await tx.story.updateMany({
      where: { id: storyId, version, state: "submitted" },
      data: {
        ...{ state: "published", version: version + 1, reviewNote: "", updatedAt: now },
        ...{ shownId, shownTo: visibility, shownAt: now },
      },
    });
    if (moved.count === 0) return MOVED;
    await addVersion(tx, { ...story, shownId, visibility }, by);
    if (visibility === "all") await indexDocument(tx, searchableOf(story));
    else await removeDocument(tx, itemOf(storyId));
    const subject = { subjectKind: "story", subjectId: storyId };
    await audit(tx, { actorId, action: "story.publish", ...subject, detail: { visibility }, now });
    const forWhom = visibility === "all" ? "所有人都能看到" : "本单位的人能看到";
    await tellAuthor(tx, story, { text: `发布了，${forWhom}`, href: pageOf(storyId) }, by);
    return { ok: true, story };
  });
}

async function whyNotShown(tx: Tx, story: Story, visibility: Visibility): Promise<StepResult | null> {
  if (!visibilitiesWithin(story.visibility).includes(visibility)) {
    return { ok: false, reason: "state", detail: "作者只愿意给本单位的人看，没有发布。" };
  }
  const author = await tx.member.findUniqueOrThrow({ where: { id: story.authorId }, select: { state: true } });
  if (author.state === "left") return { ok: false, reason: "state", detail: "作者已经转出，没有发布。" };
  const [fault] = await findFaults(story, tx);
  return fault === undefined ? null : { ok: false, reason: "faults", detail: `没有发布。${fault}请退回修改。` };
}

async function addVersion(tx: Tx, story: Story & { shownId: string }, { actorId, now }: Reviewing): Promise<void> {
  const { id: storyId, shownId, title, body, visibility, showName } = story;
  const last = await tx.storyVersion.findFirst({
    where: { storyId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  await tx.storyVersion.create({
    data: {
      ...{ id: shownId, storyId, number: (last?.number ?? 0) + 1, title: title.trim(), body, visibility, showName },
      ...{ summary: summaryOf(plainOf(body)), publishedAt: now, reviewerId: actorId },
    },
  });
}

type Told = { text: string; href: string };

async function tellAuthor(tx: Tx, { id, title, authorId }: Story, { text, href }: Told, by: Reviewing): Promise<void> {
  const key = `story:${id}:${by.version}`;
  await notify(tx, { memberId: authorId, key, text: `你写的《${title.trim()}》${text}`, href, now: by.now });
}
