import { stateAfter, stepFault, type AuthorStep } from "@/domain/stories/story";
import type { Actor } from "@/domain/access/types";
import { audit } from "@/features/audit/mutations";
import { getActor } from "@/features/access/queries";
import { notify } from "@/features/notices/mutations";
import { removeDocument } from "@/features/search/mutations";
import { reviewersOf } from "@/domain/stories/review";
import { inTransaction, type Prisma, type Tx } from "@/lib/db";
import { findFaults, findStory, wasPublished, type Story } from "../queries/find-story";
import { getOfficers } from "../queries/reviewing";
import { itemOf } from "../view";

export type StepResult =
  | { ok: true; story: Story }
  | { ok: false; reason: "unknown" | "state" | "changed" | "faults" | "place"; detail: string };

export type Stepping = {
  readonly storyId: string;
  /** As it was looked at. */
  readonly version: number;
  readonly actorId: string;
  readonly now: Date;
};

export const GONE = { ok: false, reason: "unknown", detail: "没有这一篇，没有改动。" } as const;
export const MOVED = { ok: false, reason: "changed", detail: "这一篇刚刚改过，没有改动。请看过现在的再定。" } as const;

/** One step of the author, for the version that was looked at. */
export async function stepStory(step: AuthorStep, stepping: Stepping): Promise<StepResult> {
  const { actorId, now } = stepping;
  const place = step === "submit" ? await getActor(actorId, now) : null;
  return inTransaction(async (tx) => {
    const story = await findStory(stepping.storyId, tx);
    if (story === null || story.authorId !== actorId) return GONE;
    const { state, shownId } = story;
    const published = await wasPublished(story.id, tx);
    const detail = stepFault(step, { state, isShown: shownId !== null, wasPublished: published });
    if (detail !== null) return { ok: false, reason: "state", detail };
    const refusal = place ? await whyNotSent(tx, story, { organisationId: place.organisationId, published }) : null;
    if (refusal !== null) return refusal;
    // Taking it from readers has nothing to do with what is written on meanwhile.
    const version = step === "withdraw" ? story.version : stepping.version;
    const moved = await tx.story.updateMany({
      where: { id: story.id, version, state },
      data: { state: stateAfter(step, state), version: version + 1, updatedAt: now, ...written(step, place, now) },
    });
    if (moved.count === 0) return MOVED;
    if (place) await tellReviewers(tx, { ...story, branchId: place.branchId }, stepping);
    if (step === "withdraw") await takenFromReaders(tx, story, stepping);
    return { ok: true, story };
  });
}

function written(step: AuthorStep, place: Actor | null, now: Date): Prisma.StoryUncheckedUpdateManyInput {
  switch (step) {
    case "submit":
      return { organisationId: place?.organisationId ?? null, branchId: place?.branchId ?? null, submittedAt: now };
    case "discard":
      return { discardedAt: now };
    case "restore":
      return { discardedAt: null };
    case "withdraw":
      return { shownId: null, shownTo: "", shownAt: null };
    case "recall":
      return {};
  }
}

type Place = { organisationId: string | null; published: boolean };

async function whyNotSent(tx: Tx, story: Story, { organisationId, published }: Place): Promise<StepResult | null> {
  if (organisationId === null) {
    const detail = "你现在没有编入单位，还不能送去审核。写的都存着，编入单位以后再送。";
    return { ok: false, reason: "place", detail };
  }
  if (published && story.organisationId !== organisationId) {
    const detail = "这一篇是在原来的单位发布的，换单位以后不能再改，可以收回，另写一篇。";
    return { ok: false, reason: "place", detail };
  }
  const [first, ...others] = await findFaults(story, tx);
  if (first === undefined) return null;
  const more = others.length === 0 ? "" : `还有${others.length}处。`;
  return { ok: false, reason: "faults", detail: `没有送出去，稿子都在。${first}${more}` };
}

/** Whoever of the branch may decide; where nobody may, the committee finds it on its desk. */
async function tellReviewers(tx: Tx, story: Story, { version, now }: Stepping): Promise<void> {
  const officers = await getOfficers(story.branchId, now, tx);
  for (const memberId of reviewersOf(officers, story.authorId)) {
    const told = { text: `有一篇厂情厂史等你审核：《${story.title.trim()}》`, href: `/branch/stories/${story.id}` };
    await notify(tx, { memberId, key: `story:${story.id}:${version}`, ...told, now });
  }
}

async function takenFromReaders(tx: Tx, { id }: Story, { actorId, now }: Stepping): Promise<void> {
  await removeDocument(tx, itemOf(id));
  await audit(tx, { actorId, action: "story.withdraw", subjectKind: "story", subjectId: id, now });
}
