import { acceptsUntil } from "@/domain/quizzes/timing";
import { listOpenAttempts } from "../queries";
import { closeAttempt } from "./close-attempt";

/**
 * Closes what a person has left open, with what was saved, as if its time had run out now. Safe to repeat; an attempt
 * that is saved or handed in at the same moment is left to whoever did that, and found closed or closed the next time.
 */
export async function closeOpenAttempts({ memberId, now }: { memberId: string; now: Date }): Promise<void> {
  for (const attempt of await listOpenAttempts({ memberId })) {
    const ended = acceptsUntil(attempt.deadline);
    const closedAt = ended !== null && ended < now ? ended : now;
    await closeAttempt({ attempt, draft: attempt.draft, closedBy: "expired", closedAt, now });
  }
}
