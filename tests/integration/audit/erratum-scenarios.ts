import { publishErratum } from "@/features/errata/mutations/publish-erratum";
import { newId } from "@/lib/randomness";
import { TODAY } from "@/tests/factories/people";
import { lessonId, type Scenario } from "./console-setting";

const correction = async () => ({
  ...{ key: newId(new Date()), targetKind: "lesson" as const, targetId: await lessonId() },
  ...{ wrong: "示例旧文字", correct: "示例新文字", correctedOn: TODAY },
});

/** Corrections are published by the committee of the zone, and revoked by it. */
export const ERRATUM_SCENARIOS: Readonly<Record<string, Scenario>> = {
  publishErratumAction: async (w) => ({ as: w.committee, input: await correction() }),
  revokeErratumAction: async (w) => {
    const act = { feedbackIds: [], actorId: w.committee, now: new Date(`${TODAY}T12:00:00+08:00`) };
    const made = await publishErratum({ ...(await correction()), ...act });
    return { as: w.committee, input: { erratumId: made.ok ? made.erratumId : "", reason: "示例理由" } };
  },
};
