// Answers of people who do not exist: mostly right, sometimes not, by the keys of a question's version.
import { rightAnswer } from "@/domain/quizzes/review";
import type { AnswerValue, QuestionBody } from "@/domain/quizzes/types";
import type { Rng } from "@/domain/random";

/** The right answer with this chance, otherwise a complete answer that is wrong. */
export function likelyAnswer(body: QuestionBody, chance: number, rng: Rng): AnswerValue {
  return rng.next() < chance ? rightAnswer(body) : wrongAnswer(body);
}

function wrongAnswer(body: QuestionBody): AnswerValue {
  switch (body.type) {
    case "single":
      return body.options.find((option) => !body.right.includes(option.key))?.key ?? rightAnswer(body);
    case "multiple":
      return body.right.slice(0, 1);
    case "true-false":
      return !body.answer;
    case "fill":
      return body.blanks.map(() => "记不清了");
    case "ordering":
      return body.items.map(({ key }) => key).reverse();
    case "matching": {
      const { pairs } = body;
      return Object.fromEntries(
        pairs.map(({ left }, index) => [left.key, pairs[(index + 1) % pairs.length]?.right.key ?? ""]),
      );
    }
  }
}
