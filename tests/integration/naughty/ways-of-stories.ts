import { returnStory } from "@/features/stories/mutations/review-story";
import { saveStory } from "@/features/stories/mutations/save-story";
import { findStory } from "@/features/stories/queries/find-story";
import type { StoryDraft } from "@/features/stories/schema";
import { newId } from "@/lib/randomness";
import { STORY, submitStory } from "@/tests/factories/stories";
import { NOW, refused, type Way } from "./scene";

/** A text of a draft, kept as it was typed. */
const inDraft = (put: (text: string) => Partial<StoryDraft>, get: (draft: StoryDraft) => string): Way => ({
  goes: async (text) => {
    const storyId = newId(NOW);
    const draft = { ...STORY, ...put(text) };
    const saved = await saveStory({ storyId, version: 0, draft, authorId: "anna", now: NOW });
    if (!saved.ok) return refused(saved.detail);
    const kept = await findStory(storyId);
    return { shown: kept ? get(kept) : "not kept" };
  },
});

export const title = inDraft(
  (text) => ({ title: text }),
  (draft) => draft.title,
);

export const body = inDraft(
  (text) => ({ body: text }),
  (draft) => draft.body,
);

export const returnNote: Way = {
  goes: async (note) => {
    const storyId = await submitStory("anna", {}, NOW);
    const by = { storyId, version: 2, actorId: "officer", isCommittee: true, now: NOW };
    const returned = await returnStory({ ...by, note });
    if (!returned.ok) return refused(returned.detail);
    return { shown: (await findStory(storyId))?.reviewNote ?? "not kept" };
  },
};
