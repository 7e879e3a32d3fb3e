import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ANSWER_PROBLEMS,
  countAnswered,
  mergeDraft,
  parseAnswer,
  parseAnswers,
  revisionOf,
  type AnswerPatch,
} from "@/domain/quizzes/answers";
import type { Draft, StoredQuestion } from "@/domain/quizzes/types";

const base = { id: "q1", questionId: "x", versionId: "x-v1", points: 5 };
const options = ["o1", "o2", "o3"].map((id, index) => ({ id, key: "abc".charAt(index) }));
const left = ["l1", "l2"].map((id, index) => ({ id, key: "ab".charAt(index) }));
const right = ["r1", "r2"].map((id, index) => ({ id, key: "xy".charAt(index) }));

const QUESTIONS = {
  single: { ...base, type: "single", options },
  multiple: { ...base, type: "multiple", options },
  "true-false": { ...base, type: "true-false" },
  fill: { ...base, type: "fill", blanks: 2 },
  ordering: { ...base, type: "ordering", options },
  matching: { ...base, type: "matching", left, right },
} as const satisfies Record<string, StoredQuestion>;
type Type = keyof typeof QUESTIONS;

describe("parseAnswer takes", () => {
  test.each<[Type, string, unknown]>([
    ["single", "one id", "o3"],
    ["multiple", "ids in any order", ["o3", "o1"]],
    ["multiple", "all ids", ["o1", "o2", "o3"]],
    ["true-false", "true", true],
    ["true-false", "false, which is an answer", false],
    ["fill", "a text a blank", ["瑞金", "1931"]],
    ["fill", "one blank left empty", ["", "1931"]],
    ["fill", "200 characters", ["字".repeat(200), ""]],
    ["ordering", "all ids in order", ["o2", "o1", "o3"]],
    ["matching", "all pairs", { l1: "r2", l2: "r1" }],
    ["matching", "some pairs", { l2: "r2" }],
  ])("%s: %s", (type, _what, value) => {
    expect(parseAnswer(QUESTIONS[type], value)).toEqual({ ok: true, value });
  });

  test.each<[Type, unknown]>([
    ...(Object.keys(QUESTIONS) as Type[]).map((type): [Type, unknown] => [type, null]),
    ["multiple", []],
    ["fill", ["", " \u3000"]],
    ["matching", {}],
  ])("%s: %j clears the answer", (type, value) => {
    expect(parseAnswer(QUESTIONS[type], value)).toEqual({ ok: true, value: null });
  });
});

describe("parseAnswer refuses", () => {
  test.each<[Type, keyof typeof ANSWER_PROBLEMS, unknown]>([
    ["single", "unknown-id", "o4"],
    ["single", "unknown-id", "b"],
    ["single", "unknown-id", "__proto__"],
    ["single", "wrong-kind", ["o1"]],
    ["single", "wrong-kind", 1],
    ["single", "wrong-kind", undefined],
    ["multiple", "unknown-id", ["o1", "o9"]],
    ["multiple", "duplicate", ["o1", "o1"]],
    ["multiple", "wrong-kind", "o1"],
    ["multiple", "wrong-kind", ["o1", 2]],
    ["true-false", "wrong-kind", "true"],
    ["true-false", "wrong-kind", 1],
    ["fill", "wrong-length", ["瑞金"]],
    ["fill", "wrong-length", ["瑞金", "1931", ""]],
    ["fill", "wrong-length", []],
    ["fill", "wrong-kind", ["瑞金", 1931]],
    ["fill", "wrong-kind", "瑞金"],
    ["fill", "too-long", ["字".repeat(201), ""]],
    ["ordering", "wrong-length", ["o1", "o2"]],
    ["ordering", "wrong-length", []],
    ["ordering", "duplicate", ["o1", "o2", "o2"]],
    ["ordering", "unknown-id", ["o1", "o2", "o4"]],
    ["ordering", "wrong-kind", { 0: "o1" }],
    ["matching", "unknown-id", { l3: "r1" }],
    ["matching", "unknown-id", { l1: "r3" }],
    ["matching", "unknown-id", { l1: "l2" }],
    ["matching", "unknown-id", JSON.parse('{"__proto__":"r1"}')],
    ["matching", "duplicate", { l1: "r1", l2: "r1" }],
    ["matching", "wrong-kind", { l1: 1 }],
    ["matching", "wrong-kind", ["r1", "r2"]],
    ["matching", "wrong-kind", "r1"],
  ])("%s: %s for %j", (type, code, value) => {
    expect(parseAnswer(QUESTIONS[type], value)).toEqual({ ok: false, code, detail: ANSWER_PROBLEMS[code] });
  });

  test("whatever arrives, without throwing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(QUESTIONS)), fc.jsonValue(), (question, value) => {
        const parsed = parseAnswer(question, value);
        if (!parsed.ok) expect(parsed.detail).toBe(ANSWER_PROBLEMS[parsed.code]);
      }),
    );
  });
});

describe("parseAnswers", () => {
  const stored = { seed: "s", questions: [QUESTIONS.single, { ...QUESTIONS["true-false"], id: "q2" }] };

  test("takes a patch of known questions", () => {
    expect(parseAnswers(stored, { q1: "o1", q2: null })).toEqual({ ok: true, answers: { q1: "o1", q2: null } });
    expect(parseAnswers(stored, {})).toEqual({ ok: true, answers: {} });
  });

  test("names every fault and takes nothing when there is one", () => {
    expect(parseAnswers(stored, { q1: "o9", q2: true, q3: true })).toEqual({
      ok: false,
      faults: [
        { questionId: "q1", code: "unknown-id", detail: "答案里有这道题没有的选项。" },
        { questionId: "q3", code: "unknown-question", detail: "这份试卷里没有这道题。" },
      ],
    });
  });
});

describe("mergeDraft", () => {
  const draft: Draft = { q1: { value: "o2", revision: 5 }, q2: { value: true, revision: 2 } };

  test.each<[string, { revision: number; answers: AnswerPatch }, Draft, number, string[]]>([
    [
      "a higher revision replaces",
      { revision: 6, answers: { q1: "o3" } },
      { ...draft, q1: { value: "o3", revision: 6 } },
      6,
      [],
    ],
    [
      "an equal revision replaces",
      { revision: 5, answers: { q1: "o3" } },
      { ...draft, q1: { value: "o3", revision: 5 } },
      5,
      [],
    ],
    ["a lower revision is ignored and told so", { revision: 4, answers: { q1: "o3" } }, draft, 5, ["q1"]],
    [
      "each question by itself",
      { revision: 4, answers: { q1: "o3", q2: false, q3: "o1" } },
      { q1: { value: "o2", revision: 5 }, q2: { value: false, revision: 4 }, q3: { value: "o1", revision: 4 } },
      5,
      ["q1"],
    ],
    [
      "null clears and keeps the revision",
      { revision: 7, answers: { q2: null } },
      { ...draft, q2: { value: null, revision: 7 } },
      7,
      [],
    ],
    ["an empty patch changes nothing", { revision: 9, answers: {} }, draft, 9, []],
  ])("%s", (_what, patch, expected, revision, ignored) => {
    expect(mergeDraft(draft, patch)).toEqual({ draft: expected, revision, ignored });
    expect(draft["q1"]).toEqual({ value: "o2", revision: 5 });
  });

  test("an old tab cannot bring back an answer that was cleared", () => {
    const cleared = mergeDraft(draft, { revision: 6, answers: { q1: null } }).draft;
    expect(mergeDraft(cleared, { revision: 5, answers: { q1: "o2" } }).draft).toEqual(cleared);
  });

  const patches = fc.uniqueArray(
    fc.record({
      revision: fc.integer({ min: 1, max: 30 }),
      answers: fc.dictionary(fc.constantFrom("q1", "q2", "q3"), fc.constantFrom("o1", "o2", null)),
    }),
    { selector: (patch) => patch.revision, maxLength: 6 },
  );

  test("patches of different revisions lead to the same draft in whatever order, and however often, they arrive", () => {
    fc.assert(
      fc.property(patches, fc.infiniteStream(fc.nat()), (sent, picks) => {
        const merge = (list: typeof sent) => list.reduce<Draft>((all, patch) => mergeDraft(all, patch).draft, {});
        const keys = new Map(sent.map((patch) => [patch, picks.next().value as number]));
        const shuffled = [...sent].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        const inOrder = [...sent].sort((a, b) => a.revision - b.revision);
        expect(merge(shuffled)).toEqual(merge(inOrder));
        expect(merge([...shuffled, ...shuffled])).toEqual(merge(inOrder));
      }),
    );
  });
});

test("countAnswered leaves cleared answers out; revisionOf is the highest", () => {
  const draft: Draft = {
    q1: { value: false, revision: 3 },
    q2: { value: null, revision: 9 },
    q3: { value: ["", "x"], revision: 1 },
  };
  expect(countAnswered(draft)).toBe(2);
  expect(revisionOf(draft)).toBe(9);
  expect(countAnswered({})).toBe(0);
  expect(revisionOf({})).toBe(0);
});
