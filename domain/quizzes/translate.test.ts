import { describe, expect, test } from "vitest";
import { inIds, inKeys } from "@/domain/quizzes/translate";
import type { AnswerValue, StoredQuestion } from "@/domain/quizzes/types";

const base = { id: "q1", questionId: "x", versionId: "x-v1", points: 5 };
const options = [
  { id: "o2", key: "b" },
  { id: "o9", key: "a" },
];
const single: StoredQuestion = { ...base, type: "single", options };
const multiple: StoredQuestion = { ...base, type: "multiple", options };
const matching: StoredQuestion = {
  ...base,
  type: "matching",
  left: [
    { id: "l1", key: "a" },
    { id: "l2", key: "b" },
  ],
  right: [
    { id: "r1", key: "a" },
    { id: "r2", key: "x" },
  ],
};

test.each<[string, StoredQuestion, AnswerValue, AnswerValue]>([
  ["single", single, "o9", "a"],
  ["multiple, in the order given", multiple, ["o9", "o2"], ["a", "b"]],
  ["true-false", { ...base, type: "true-false" }, false, false],
  ["fill", { ...base, type: "fill", blanks: 2 }, ["瑞金", ""], ["瑞金", ""]],
  ["matching, whose sides may use the same keys", matching, { l1: "r2", l2: "r1" }, { a: "x", b: "a" }],
])("%s translates to keys and back", (_what, question, ids, keys) => {
  expect(inKeys(question, ids)).toEqual(keys);
  expect(inIds(question, keys)).toEqual(ids);
});

describe("an answer that is none of the question, even in part, is no answer", () => {
  test.each<[string, StoredQuestion, AnswerValue | null]>([
    ["nothing", single, null],
    ["a key", single, "a"],
    ["a list for one", single, ["o2"]],
    ["one unknown id of two", multiple, ["o2", "o7"]],
    ["a text for a list", multiple, "o2"],
    ["an unknown left side", matching, { l3: "r1" }],
    ["an unknown right side", matching, { l1: "r1", l2: "r3" }],
    ["sides exchanged", matching, { r1: "l1" }],
    ["a list for pairs", matching, ["l1", "r1"]],
    ["a text for a truth value", { ...base, type: "true-false" }, "true"],
    ["a text for blanks", { ...base, type: "fill", blanks: 1 }, "瑞金"],
  ])("%s", (_what, question, value) => {
    expect(inKeys(question, value)).toBeNull();
  });
});
