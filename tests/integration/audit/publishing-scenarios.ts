import { publishErratum } from "@/features/errata/mutations/publish-erratum";
import { newId } from "@/lib/randomness";
import { TODAY } from "@/tests/factories/people";
import { lessonId, type Scenario } from "./console-setting";
import { STORY_SCENARIOS } from "./story-scenarios";

const correction = async () => ({
  ...{ key: newId(new Date()), targetKind: "lesson" as const, targetId: await lessonId() },
  ...{ wrong: "示例旧文字", correct: "示例新文字", correctedOn: TODAY },
});

/** What is said to everybody: corrections by the committee of the zone, stories by the people of a branch. */
export const PUBLISHING_SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...STORY_SCENARIOS,
  publishErratumAction: async (w) => ({ as: w.committee, input: await correction() }),
  revokeErratumAction: async (w) => {
    const act = { feedbackIds: [], actorId: w.committee, now: new Date(`${TODAY}T12:00:00+08:00`) };
    const made = await publishErratum({ ...(await correction()), ...act });
    return { as: w.committee, input: { erratumId: made.ok ? made.erratumId : "", reason: "示例理由" } };
  },
};
