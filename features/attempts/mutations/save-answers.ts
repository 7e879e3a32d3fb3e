import { isDeepStrictEqual } from "node:util";
import { changeRows } from "@/lib/db/prepared";
import { AppError } from "@/lib/errors";
import type { Attempt, OwnAttempt } from "../queries";
import type { Saved } from "../schema";
import { attemptClosed, checkedPatch, currentAttempt, merged, type Arrived, type Patch } from "./current-attempt";
import { keepLate } from "./keep-late";

/** Of so many saves at once each round has a winner; more than that is no person. */
const TRIES = 50;

/**
 * Saves a patch of answers: on the disk when the promise resolves. Each save is an update of one row on the version of
 * the draft that it read, read again when another came between, so that no saved answer is lost. Throws `not-found`,
 * `invalid`, and `attempt-closed` after keeping what came too late.
 */
export async function saveAnswers(own: OwnAttempt, arrived: Arrived, now: Date): Promise<Saved> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const attempt = await currentAttempt(own, now);
    const patch = await checkedPatch(attempt, arrived);
    if (attempt.state === "closed") {
      await keepLate(attempt, patch);
      throw await attemptClosed(attempt);
    }
    const saved = await saveOnto(attempt, patch);
    if (saved) return { ...saved, savedAt: now.toISOString() };
  }
  throw new AppError("unavailable", "这次作答同时收到的保存太多，请过一会儿再试，已送达的答案都在。");
}

/** Null when the draft was changed since it was read. */
async function saveOnto(attempt: Attempt, patch: Patch): Promise<Omit<Saved, "savedAt"> | null> {
  const { draft, revision, ignored } = merged(attempt, patch);
  const reply = { revision, ignored: [...ignored] };
  if (isDeepStrictEqual(draft, attempt.draft)) return reply;
  const changed = await changeRows(
    "UPDATE attempt SET draft = ?, draft_version = draft_version + 1 WHERE id = ? AND draft_version = ? AND state = 'open'",
    [JSON.stringify(draft), attempt.id, attempt.draftVersion],
  );
  return changed === 1 ? reply : null;
}
