import type { QuestionFace } from "@/domain/quizzes/face";
import type { RecallQuestion } from "./types";

/** A face under the name of its question: what a static page and the API show before the answer. */
export function recallQuestion(questionId: string, face: QuestionFace): RecallQuestion {
  const asked = { id: questionId, stem: face.stem };
  switch (face.type) {
    case "single":
    case "multiple":
    case "ordering":
      return { ...asked, type: face.type, options: face.options };
    case "true-false":
      return { ...asked, type: face.type };
    case "fill":
      return { ...asked, type: face.type, blanks: face.blanks };
    case "matching":
      return { ...asked, type: face.type, left: face.left, right: face.right };
  }
}
