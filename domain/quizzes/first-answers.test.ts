import { expect, it } from "vitest";
import { firstAnswers, sumByTopic, type JudgedAnswer } from "./first-answers";

const answer = (questionId: string, over: Partial<JudgedAnswer> = {}): JudgedAnswer => ({
  ...{ questionId, topic: "meetings", isAnswered: true, isVoid: false, fraction: 100 },
  ...over,
});
const idsOf = (answers: readonly JudgedAnswer[], known: readonly string[] = []) =>
  firstAnswers(answers, new Set(known)).map(({ questionId }) => questionId);

it.each([
  ["an answer to a new question", [answer("a")], [], ["a"]],
  ["not one to a question answered before", [answer("a"), answer("b")], ["a"], ["b"]],
  ["not a question left open", [answer("a", { isAnswered: false, fraction: 0 })], [], []],
  ["a wrong answer as well", [answer("a", { fraction: 0 })], [], ["a"]],
  ["not the marks of a void question", [answer("a", { isVoid: true })], [], []],
  ["a question that stands twice once", [answer("a", { fraction: 0 }), answer("a")], [], ["a"]],
  ["nothing of nothing", [], ["a"], []],
])("first answers: %s", (_sentence, answers, known, expected) => {
  expect(idsOf(answers, known)).toEqual(expected);
});

it("sums by topic; only full marks are right", () => {
  const answers = [
    answer("a"),
    answer("b", { fraction: 99 }),
    answer("c", { topic: "people", fraction: 0 }),
    answer("d", { topic: "people" }),
    answer("e"),
  ];
  expect(sumByTopic(answers)).toEqual([
    { topic: "meetings", firsts: 3, rights: 2 },
    { topic: "people", firsts: 2, rights: 1 },
  ]);
  expect(sumByTopic([])).toEqual([]);
});
