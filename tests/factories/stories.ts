import type { Visibility } from "@/domain/stories/story";
import { publishStory } from "@/features/stories/mutations/review-story";
import { saveStory } from "@/features/stories/mutations/save-story";
import { stepStory } from "@/features/stories/mutations/step-story";
import { findStory } from "@/features/stories/queries/find-story";
import type { StoryDraft } from "@/features/stories/schema";
import { newId } from "@/lib/randomness";

/** Stories by the product's own mutations; texts are plainly fictitious. */
export const STORY: StoryDraft = {
  title: "示例厂的第一台机床",
  body: "示例厂开工那年，只有一台旧机床。\n\n## 老师傅\n\n老师傅们修了三个月，它转起来了，到现在还摆在门口。",
  visibility: "all",
  showName: false,
};

export async function writeStory(authorId: string, over: Partial<StoryDraft> = {}, now = new Date()): Promise<string> {
  const storyId = newId(now);
  const result = await saveStory({ storyId, version: 0, draft: { ...STORY, ...over }, authorId, now });
  if (!result.ok) throw new Error(result.detail);
  return storyId;
}

export async function versionOf(storyId: string): Promise<number> {
  return (await findStory(storyId))?.version ?? -1;
}

export async function submitStory(authorId: string, over: Partial<StoryDraft> = {}, now = new Date()): Promise<string> {
  const storyId = await writeStory(authorId, over, now);
  const result = await stepStory("submit", { storyId, version: 1, actorId: authorId, now });
  if (!result.ok) throw new Error(result.detail);
  return storyId;
}

/** Published by the committee. */
export async function tellStory(
  authorId: string,
  over: Partial<StoryDraft> & { visibility: Visibility },
  now = new Date(),
): Promise<string> {
  const storyId = await submitStory(authorId, over, now);
  const by = { storyId, version: 2, actorId: "committee", isCommittee: true, now };
  const result = await publishStory({ ...by, visibility: over.visibility });
  if (!result.ok) throw new Error(result.detail);
  return storyId;
}
