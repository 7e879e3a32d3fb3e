import { purgeStories } from "@/features/stories/mutations/purge-stories";
import { plannedJob } from "./planned-job";

/** Stories that were thrown away a month ago, and pictures that stand in none, are deleted. */
export const purgeStoriesJob = plannedJob("purge-stories", async (now) => {
  const { stories, pictures } = await purgeStories(now);
  return `删除${stories}篇，${pictures}张图`;
});
