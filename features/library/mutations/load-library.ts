import { recordLoadedLibrary } from "@/features/installation/mutations";
import { findLoadedLibrary } from "@/features/installation/queries";
import { sha256Hex } from "@/lib/crypto";
import { isUniqueViolation } from "@/lib/db";
import { allDocuments } from "../content/all-documents";
import { getLibrary } from "../content/get-library";
import { listLibraryVersions } from "../queries";
import type { Library } from "../types";
import { digestOf } from "../view";
import { itemDigest, loadItems, type Tally } from "./load-items";
import { loadQuestions, type QuestionTally } from "./load-questions";

export type LoadResult = { items: Tally; questions: QuestionTally; digest: string; isNewDigest: boolean };

/** One digest over all that people read and are asked: a reviewer accepts exactly this. */
function libraryDigest(library: Library): string {
  const items = allDocuments(library).map((document) => `${document.id} ${itemDigest(document)}`);
  const questions = listLibraryVersions(library).map((version) => `${version.questionId} ${digestOf(version)}`);
  return sha256Hex([...items, ...questions].sort().join("\n"));
}

/**
 * Brings content/ into the database; safe to repeat and to run beside the server. A second load changes nothing. Two loads
 * at once: the one that comes second starts over on what the first has written.
 */
export async function loadLibrary({
  now,
  library = getLibrary(),
}: {
  now: Date;
  library?: Library;
}): Promise<LoadResult> {
  const versions = listLibraryVersions(library);
  const digest = libraryDigest(library);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const items = await loadItems(library, now);
      const questions = await loadQuestions(versions, now);
      const isNewDigest = (await findLoadedLibrary()) !== digest;
      if (isNewDigest) await recordLoadedLibrary(digest);
      return { items, questions, digest, isNewDigest };
    } catch (error) {
      if (attempt === 3 || !isUniqueViolation(error)) throw error;
    }
  }
}
