/**
 * Which questions are a deployment's own from their first version on, so that their keys need not be known to anybody.
 *
 * The rule: one written in the product. One of the public library that was corrected here is local too, but its earlier
 * version, and often its key, can be read by everybody. Source: docs/content.md, 本单位的题.
 */
import type { QuestionOrigin } from "@/domain/quizzes/types";

/** How the id of a question that was written in the product begins. */
export const OWN_PREFIX = "local-";

export function isOwn({ questionId, origin }: { questionId: string; origin?: QuestionOrigin }): boolean {
  return origin === "local" && questionId.startsWith(OWN_PREFIX);
}
