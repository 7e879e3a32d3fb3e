import { rngFrom } from "@/domain/random";
import type { KeyedText, QuestionBody, QuestionVersionData } from "@/domain/quizzes/types";
import { makeVersion, PLAIN_BODIES } from "./question-versions";

/**
 * One question of every type, twice: the same stems and options, other keys, accepted variants, explanations, passages
 * and sources. What may be seen of the one must be the same as of the other.
 */
const reordered = (texts: readonly KeyedText[], seed: string): KeyedText[] =>
  rngFrom(seed)
    .shuffle(texts)
    .map(({ text }, index) => ({ key: "stuvwxyz".charAt(index), text }));

/** Everything that tells an answer is another; what may be seen is the same. */
function withOtherKey(body: QuestionBody): QuestionBody {
  switch (body.type) {
    case "single":
    case "multiple": {
      const options = reordered(body.options, "other");
      return { type: body.type, options, right: options.slice(0, body.right.length).map(({ key }) => key) };
    }
    case "true-false":
      return { type: body.type, answer: !body.answer };
    case "fill":
      return { type: body.type, blanks: body.blanks.map((_, index) => ["另一个答案", `第${index}空`]) };
    case "ordering":
      return { type: body.type, items: reordered(body.items, "other") };
    case "matching": {
      const left = reordered(
        body.pairs.map((pair) => pair.left),
        "left",
      );
      const right = reordered(
        body.pairs.map((pair) => pair.right),
        "right",
      );
      return { type: body.type, pairs: left.map((each, index) => ({ left: each, right: right[index] ?? each })) };
    }
  }
}

export const bank: QuestionVersionData[] = (Object.values(PLAIN_BODIES) as QuestionBody[]).map((body) =>
  makeVersion(body, { explanation: "解析甲乙丙" }),
);
export const otherBank = bank.map((version) => ({
  ...version,
  ...{
    body: withOtherKey(version.body),
    explanation: "另一条解析",
    passage: "另一段原文",
    anchor: "daily/12-25#p9",
    sources: [],
  },
}));
