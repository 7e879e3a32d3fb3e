import { writtenOf, type DraftContent } from "@/domain/quizzes/draft";
import type { LibraryPassage } from "@/domain/quizzes/draft-faults";
import type { QuestionVersionData } from "@/domain/quizzes/types";
import { bodyOf } from "@/features/library/view";

/** The version that a complete draft becomes; ids are given by the caller. */
export function versionOfDraft(
  draft: DraftContent,
  { questionId, library }: { questionId: string; library: LibraryPassage | null },
): QuestionVersionData {
  const written = writtenOf(draft);
  return {
    ...{ questionId, versionId: "", type: draft.type, topic: draft.topic },
    period: draft.period === "" ? "new-democratic-revolution" : draft.period,
    difficulty: draft.difficulty === "" ? "medium" : draft.difficulty,
    ...{ stem: written.stem, body: bodyOf(written), explanation: written.explanation, anchor: draft.anchor },
    passage: library?.passage ?? draft.passage.trim(),
    sources: library?.sources ?? draft.sources,
  };
}
