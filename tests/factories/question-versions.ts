import fc from "fast-check";
import type { KeyedText, QuestionBody, QuestionType, QuestionVersionData } from "@/domain/quizzes/types";

const keyed = (texts: readonly string[], keys = "abcdefgh"): KeyedText[] =>
  texts.map((text, index) => ({ key: keys.charAt(index), text }));

/** One plain body of every type. */
export const PLAIN_BODIES = {
  single: { type: "single", options: keyed(["1934年12月18日", "1935年1月15日", "1935年2月5日"]), right: ["b"] },
  multiple: { type: "multiple", options: keyed(["瑞金", "遵义", "延安", "上海"]), right: ["a", "c"] },
  "true-false": { type: "true-false", answer: true },
  fill: { type: "fill", blanks: [["瑞金"], ["1931", "一九三一"]] },
  ordering: { type: "ordering", items: keyed(["南昌起义", "古田会议", "遵义会议", "瓦窑堡会议"]) },
  matching: {
    type: "matching",
    pairs: [
      { left: { key: "a", text: "一大" }, right: { key: "x", text: "1921年" } },
      { left: { key: "b", text: "七大" }, right: { key: "y", text: "1945年" } },
      { left: { key: "c", text: "八大" }, right: { key: "z", text: "1956年" } },
    ],
  },
} as const satisfies Record<QuestionType, QuestionBody>;

/** A question version with a body; everything else is filled in and may be overridden. */
export function makeVersion(body: QuestionBody, over: Partial<QuestionVersionData> = {}): QuestionVersionData {
  const questionId = over.questionId ?? `question-${body.type}`;
  return {
    questionId,
    versionId: `${questionId}-v1`,
    type: body.type,
    topic: "meetings",
    period: "new-democratic-revolution",
    difficulty: "easy",
    stem: `题干：${body.type}`,
    explanation: "解析",
    anchor: "lessons/new-democratic-revolution/03-zunyi#opening",
    passage: "1935年1月15日，会议在遵义召开。",
    sources: [{ title: "遵义会议", publisher: "人民网", url: "https://cpc.people.com.cn/zunyi" }],
    ...over,
    body,
  };
}

const texts = (count: { min: number; max: number }): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.string({ unit: fc.constantFrom(..."甲乙丙丁戊己庚辛19"), minLength: 1, maxLength: 3 }), {
    minLength: count.min,
    maxLength: count.max,
  });

const choices = (type: "single" | "multiple"): fc.Arbitrary<QuestionBody> =>
  texts({ min: 3, max: 6 }).chain((list) => {
    const options = keyed(list);
    const limits = type === "single" ? { minLength: 1, maxLength: 1 } : { minLength: 2, maxLength: list.length - 1 };
    return fc
      .subarray(
        options.map(({ key }) => key),
        limits,
      )
      .map((right): QuestionBody => ({ type, options, right }));
  });

const matching: fc.Arbitrary<QuestionBody> = texts({ min: 6, max: 10 }).map((list): QuestionBody => {
  const half = Math.floor(list.length / 2);
  const left = keyed(list.slice(0, half));
  const right = keyed(list.slice(half, 2 * half), "rstuvwx");
  return { type: "matching", pairs: left.map((each, index) => ({ left: each, right: right[index] as KeyedText })) };
});

/** Bodies of every type that keep the rules of content/README.md. */
const arbitraryBody: fc.Arbitrary<QuestionBody> = fc.oneof(
  choices("single"),
  choices("multiple"),
  fc.boolean().map((answer): QuestionBody => ({ type: "true-false", answer })),
  fc
    .array(texts({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 })
    .map((blanks): QuestionBody => ({ type: "fill", blanks })),
  texts({ min: 3, max: 6 }).map((list): QuestionBody => ({ type: "ordering", items: keyed(list) })),
  matching,
);

/** A bank of one to six questions with different ids. */
export const arbitraryBank: fc.Arbitrary<QuestionVersionData[]> = fc
  .array(arbitraryBody, { minLength: 1, maxLength: 6 })
  .map((bodies) => bodies.map((body, index) => makeVersion(body, { questionId: `question-${index}` })));
