import { faceOf, type QuestionFace } from "@/domain/quizzes/face";
import type { KeyedText, QuestionBody, QuestionType, QuestionVersionData } from "@/domain/quizzes/types";

/** A question as it stands on paper: letters instead of option ids, boxes and lines to write on. */
export type PaperQuestion = {
  readonly id: string;
  readonly type: QuestionType;
  readonly stem: string;
  /** What to do, in words. */
  readonly how: string;
  /** A 甲 · B 乙; each with a box before it. */
  readonly options: readonly string[];
  /** Left sides of a matching question, each with a box for a letter. */
  readonly left: readonly string[];
  /** Empty lines, one a blank. */
  readonly lines: number;
};

const HOW: Readonly<Record<QuestionType, string>> = {
  single: "选一个，在方框里打勾",
  multiple: "选出所有对的，在方框里打勾",
  "true-false": "在方框里打勾",
  fill: "写在横线上，一空一行",
  ordering: "在方框里写上先后的序号",
  matching: "在方框里写上对应的字母",
};

const letter = (index: number): string => String.fromCharCode("A".charCodeAt(0) + index);
const lettered = (texts: readonly KeyedText[]): string[] => texts.map(({ text }, index) => `${letter(index)}　${text}`);

/** The order on paper is that of the face, which tells nothing of the answer. */
export function paperQuestion(version: QuestionVersionData): PaperQuestion {
  const face = faceOf(version);
  const base = { id: version.questionId, type: face.type, stem: face.stem, how: HOW[face.type] };
  const empty = { options: [], left: [], lines: 0 };
  switch (face.type) {
    case "single":
    case "multiple":
    case "ordering":
      return { ...base, ...empty, options: lettered(face.options) };
    case "true-false":
      return { ...base, ...empty, options: ["说法正确", "说法错误"] };
    case "fill":
      return { ...base, ...empty, lines: face.blanks };
    case "matching":
      return { ...base, ...empty, options: lettered(face.right), left: face.left.map(({ text }) => text) };
  }
}

/** The right answer in the letters of `paperQuestion`: A · A、C · 正确 · 瑞金，1931或一九三一 · C、A、B · 遵义：B. */
export function paperKey(version: QuestionVersionData): string {
  return keyOf(version.body, faceOf(version));
}

function keyOf(body: QuestionBody, face: QuestionFace): string {
  const letterIn = (texts: readonly KeyedText[], key: string): string =>
    letter(texts.findIndex((text) => text.key === key));
  const options = "options" in face ? face.options : [];
  switch (body.type) {
    case "single":
    case "multiple":
      return options
        .filter(({ key }) => body.right.includes(key))
        .map(({ key }) => letterIn(options, key))
        .join("、");
    case "true-false":
      return body.answer ? "说法正确" : "说法错误";
    case "fill":
      return body.blanks.map((ways) => ways.join("或")).join("，");
    case "ordering":
      return `先后是${body.items.map(({ key }) => letterIn(options, key)).join("、")}`;
    case "matching": {
      const right = face.type === "matching" ? face.right : [];
      return body.pairs.map((pair) => `${pair.left.text}：${letterIn(right, pair.right.key)}`).join("，");
    }
  }
}
