import { ASSIGNMENT_OPERATIONS } from "@/features/assignments/schema";
import { ATTEMPT_OPERATIONS } from "@/features/attempts/schema";
import { CONTEST_OPERATIONS } from "@/features/contests/schema";
import { POINTS_OPERATIONS } from "@/features/points/schema";
import { PROJECT_OPERATIONS } from "@/features/projects/schema";
import { QUIZ_OPERATIONS } from "@/features/quizzes/schema";
import { RECEIPT_OPERATIONS } from "@/features/receipts/schema";
import { RECALL_OPERATIONS } from "@/features/recalls/schema";
import { SEASON_OPERATIONS } from "@/features/seasons/schema";
import { STORY_OPERATIONS } from "@/features/stories/schema";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { openApiDocument, type ApiOperation } from "@/lib/openapi";
import { jsonReply } from "@/lib/problem";

export const dynamic = "force-dynamic";

/** Every operation of /api/v1. A feature adds its list here; tests/integration/api proves that nothing is missing. */
const OPERATIONS: readonly ApiOperation[] = [
  ...QUIZ_OPERATIONS,
  ...ATTEMPT_OPERATIONS,
  ...RECEIPT_OPERATIONS,
  ...RECALL_OPERATIONS,
  ...POINTS_OPERATIONS,
  ...SEASON_OPERATIONS,
  ...CONTEST_OPERATIONS,
  ...ASSIGNMENT_OPERATIONS,
  ...PROJECT_OPERATIONS,
  ...STORY_OPERATIONS,
];

export function GET(): Response {
  return jsonReply(openApiDocument(OPERATIONS, { title: "指尖课堂", version: "1", cookieName: sessionCookieName() }));
}
