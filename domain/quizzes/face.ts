/**
 * The face of a question: what of a version may be shown before the review opens.
 *
 * The rule: keys, accepted variants and explanations never leave the server before they may. A face does not have them,
 * and what builds public papers gets faces only. Nothing may be inferred from an order either: items are kept in their
 * right order and pairs side by side, so a face sorts texts by the texts themselves. Two versions with the same
 * stem and the same texts have the same face, whatever their keys are.
 * Source: docs/api.md, "Paper".
 *
 * Example: the items 遵义会议, 古田会议 (in whichever right order, named a and b or b and a) give the options
 * 古田会议, 遵义会议.
 */
import type { KeyedText, QuestionVersionData } from "@/domain/quizzes/types";

type FaceBase = { readonly versionId: string; readonly stem: string };

/** A question version without anything that tells the answer; its texts in an order that tells nothing. */
export type QuestionFace =
  | (FaceBase & { readonly type: "single" | "multiple" | "ordering"; readonly options: readonly KeyedText[] })
  | (FaceBase & { readonly type: "true-false" })
  | (FaceBase & { readonly type: "fill"; readonly blanks: number })
  | (FaceBase & {
      readonly type: "matching";
      readonly left: readonly KeyedText[];
      readonly right: readonly KeyedText[];
    });

/** Faces by version id, as `publicPaper` and the review look them up. */
export type Faces = ReadonlyMap<string, QuestionFace>;

/** What may be shown of a version. Depends on stem, texts and number of blanks alone, whatever the key is. */
export function faceOf(version: QuestionVersionData): QuestionFace {
  const { versionId, stem, body } = version;
  switch (body.type) {
    case "single":
    case "multiple":
      return { versionId, stem, type: body.type, options: inTextOrder(body.options) };
    case "ordering":
      return { versionId, stem, type: body.type, options: inTextOrder(body.items) };
    case "true-false":
      return { versionId, stem, type: body.type };
    case "fill":
      return { versionId, stem, type: body.type, blanks: body.blanks.length };
    case "matching": {
      const left = inTextOrder(body.pairs.map((pair) => pair.left));
      const right = inTextOrder(body.pairs.map((pair) => pair.right));
      return { versionId, stem, type: body.type, left, right };
    }
  }
}

/** The faces of versions, by version id. */
export function facesOf(versions: Iterable<QuestionVersionData>): Faces {
  return new Map([...versions].map((version) => [version.versionId, faceOf(version)]));
}

/** By UTF-16 code units, the same everywhere; keys decide between equal texts only. */
function inTextOrder(texts: readonly KeyedText[]): KeyedText[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return texts.map(({ key, text }) => ({ key, text })).sort((a, b) => compare(a.text, b.text) || compare(a.key, b.key));
}
