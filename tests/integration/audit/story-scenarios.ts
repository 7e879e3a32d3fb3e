import { submitStory } from "@/tests/factories/stories";
import { someone, type Scenario } from "./console-setting";

/** Stories are looked through by the secretary of the author's branch. */
export const STORY_SCENARIOS: Readonly<Record<string, Scenario>> = {
  publishStoryAction: async (w) => {
    const storyId = await submitStory(await someone(w.place));
    return { as: w.secretary, input: { storyId, version: 2, visibility: "all" } };
  },
  returnStoryAction: async (w) => {
    const storyId = await submitStory(await someone(w.place));
    return { as: w.secretary, input: { storyId, version: 2, note: "示例理由" } };
  },
};
