import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import type { Actor } from "@/domain/access/types";
import { mayRead } from "@/domain/stories/story";
import { currentSession } from "@/features/access/gates/session";
import { getActor } from "@/features/access/queries";
import { findTakenDown } from "@/features/takedowns/queries";
import { now } from "@/lib/clock";
import { findPictureBytes, findShownBody } from "../queries/find-picture";
import { findStory, type Story } from "../queries/find-story";
import { findStoryResource } from "../queries/reviewing";
import { itemOf, pictureNumbers } from "../view";

/** Under its number a picture never changes; a shared cache asks again after a minute, because a story may be taken down. */
const CACHE = {
  everybody: "public, max-age=31536000, s-maxage=60, immutable",
  organisation: "private, max-age=31536000, immutable",
  desk: "private, max-age=60",
} as const;

type Audience = keyof typeof CACHE;

export type PictureFile = { bytes: Uint8Array; cache: string };

/** `3` or `3-small` of a story, for whoever may see the text it stands in. */
export async function loadPicture(storyId: string, file: string): Promise<PictureFile> {
  const [, digits, size] = /^([1-9]\d{0,3})(-small)?$/.exec(file) ?? [];
  const story = digits === undefined ? null : await findStory(storyId);
  if (story === null) notFound();
  const number = Number(digits);
  const audience = await audienceOf(story, number);
  const bytes = audience && (await findPictureBytes(storyId, number, size !== undefined));
  if (!audience || !bytes) notFound();
  return { bytes, cache: CACHE[audience] };
}

async function audienceOf(story: Story, number: number): Promise<Audience | null> {
  const { documents } = await findTakenDown();
  const isShown = !documents.has(itemOf(story.id)) && pictureNumbers(await findShownBody(story.id)).includes(number);
  if (isShown && story.shownTo === "all") return "everybody";
  const session = await currentSession();
  if (!session) return null;
  const actor = await getActor(session.memberId, now());
  if (isShown && isForOwn(story, actor)) return "organisation";
  return story.authorId === actor.memberId || (await isAtDesk(story, actor)) ? "desk" : null;
}

function isForOwn({ shownTo, organisationId }: Story, actor: Actor): boolean {
  if (shownTo === null || organisationId === null) return false;
  return mayRead({ to: shownTo, organisationId }, actor.organisationId);
}

/** Whoever has an office over a story that was sent, or is shown. */
async function isAtDesk({ id, state, shownId }: Story, actor: Actor): Promise<boolean> {
  const resource = state === "submitted" || shownId !== null ? await findStoryResource(id) : null;
  return resource !== null && can(actor, "story.review", resource);
}
