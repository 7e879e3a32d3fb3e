import "server-only";
import { notFound } from "next/navigation";
import { formatInstant } from "@/domain/calendar/labels";
import { STORY_STATE_LABELS, type StoryState } from "@/domain/stories/story";
import { gateMember } from "@/features/access/gates/page";
import { getOwnProfile } from "@/features/members/queries";
import { listActiveTakedowns } from "@/features/takedowns/queries";
import { now } from "@/lib/clock";
import { newId } from "@/lib/randomness";
import { findFaults, findStory, listPictures, wasPublished, type Story } from "../queries/find-story";
import { listOwnStories } from "../queries/list-stories";
import type { PictureReply, StoryDraft } from "../schema";
import { itemOf, pageOf, picturesOf, storyView, type StoryView } from "../view";

export type OwnStory = {
  id: string;
  href: string;
  title: string;
  state: StoryState;
  words: string;
  /** Where readers see it; null while they do not. */
  shown: string | null;
};

/** 我写的: drafts and what became of them. */
export async function loadOwnStories(): Promise<{ stories: OwnStory[]; discarded: OwnStory[] }> {
  const { own } = await gateMember("/me/stories");
  const all = (await listOwnStories(own)).map(ownStory);
  const isDiscarded = ({ state }: OwnStory) => state === "discarded";
  return { stories: all.filter((story) => !isDiscarded(story)), discarded: all.filter(isDiscarded) };
}

function ownStory({ id, title, state, shownId, updatedAt }: Story): OwnStory {
  const goesOn = shownId !== null && state !== "published" ? "，读者还看原来的" : "";
  return {
    ...{ id, href: `/me/stories/${id}`, title: title.trim() || "还没有标题", state },
    words: `${STORY_STATE_LABELS[state]}${goesOn}，${formatInstant(updatedAt)}改`,
    shown: shownId === null ? null : pageOf(id),
  };
}

export type WritingPage = {
  memberId: string;
  storyId: string;
  version: number;
  draft: StoryDraft;
  state: StoryState;
  faults: string[];
  reviewNote: string;
  /** Where readers see it; null while they do not. */
  shown: string | null;
  wasPublished: boolean;
  /** Why the committee took it down; null while it has not. */
  takenDown: string | null;
  pictures: Pick<PictureReply, "number" | "small">[];
};

const EMPTY: StoryDraft = { title: "", body: "", visibility: "organisation", showName: false };

/** An empty page. Its id is the story's for good. */
export async function loadNewStory(): Promise<WritingPage> {
  const { own } = await gateMember("/me/stories/new");
  return {
    ...{ memberId: own.memberId, storyId: newId(now()), version: 0, draft: EMPTY, state: "draft", faults: [] },
    ...{ reviewNote: "", shown: null, wasPublished: false, takenDown: null, pictures: [] },
  };
}

async function findOwn(path: string, id: string): Promise<Story> {
  const { own } = await gateMember(path);
  const story = await findStory(id);
  if (story === null || story.authorId !== own.memberId) notFound();
  return story;
}

export async function loadOwnStory(id: string): Promise<WritingPage> {
  const story = await findOwn(`/me/stories/${id}`, id);
  const { authorId, version, title, body, visibility, showName, state, reviewNote, shownId } = story;
  const [faults, pictures, published, takedowns] = await Promise.all([
    findFaults(story),
    listPictures(id),
    wasPublished(id),
    listActiveTakedowns(),
  ]);
  const down = takedowns.find(({ targetId }) => targetId === itemOf(id));
  return {
    ...{ memberId: authorId, storyId: id, version, draft: { title, body, visibility, showName }, state, faults },
    ...{ reviewNote, shown: shownId === null ? null : pageOf(id), wasPublished: published },
    takenDown: down?.reason ?? null,
    pictures: [...picturesOf(id, pictures)].map(([number, { small }]) => ({ number, small })),
  };
}

/** What is kept, as a reader would see it. */
export async function loadPreview(id: string): Promise<{ story: StoryView; faults: string[]; back: string }> {
  const story = await findOwn(`/me/stories/${id}/preview`, id);
  const { session } = await gateMember(`/me/stories/${id}/preview`);
  const [faults, pictures, profile] = await Promise.all([
    findFaults(story),
    listPictures(id),
    getOwnProfile(session, now()),
  ]);
  const seen = { ...story, organisation: profile.organisation ?? "", author: story.showName ? profile.name : null };
  return { story: storyView({ ...seen, at: story.updatedAt }, pictures), faults, back: `/me/stories/${id}` };
}
