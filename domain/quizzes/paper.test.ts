import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rngFrom } from "@/domain/random";
import { facesOf } from "@/domain/quizzes/face";
import { publicPaper, storePaper } from "@/domain/quizzes/paper";
import type { Draft, KeyedText, QuestionBody, QuestionVersionData, StoredPaper } from "@/domain/quizzes/types";
import { arbitraryBank, makeVersion, PLAIN_BODIES } from "@/tests/factories/question-versions";

const NOW = new Date("2026-11-21T08:00:00.000Z");
const LATER = new Date("2026-11-21T08:30:00.000Z");

const store = (bank: readonly QuestionVersionData[], seed: string): StoredPaper =>
  storePaper({ questions: bank.map((version) => ({ version, points: 5 })), seed });

const show = (bank: readonly QuestionVersionData[], seed: string, draft: Draft = {}) =>
  publicPaper({
    attemptId: "attempt-1",
    quizId: "quiz-1",
    title: "测验",
    serverTime: NOW,
    startedAt: NOW,
    deadline: LATER,
    state: "open",
    stored: store(bank, seed),
    faces: facesOf(bank),
    draft,
  });

const plainBank = Object.values(PLAIN_BODIES).map((body) => makeVersion(body));

/** Everything that could be an id of this paper. */
const idsIn = (paper: StoredPaper): string[] =>
  paper.questions.flatMap((question) => [
    question.id,
    ...("options" in question ? question.options.map(({ id }) => id) : []),
    ...("left" in question ? [...question.left, ...question.right].map(({ id }) => id) : []),
  ]);

describe("storePaper", () => {
  test("the same questions and seed give the same paper", () => {
    expect(store(plainBank, "seed-1")).toEqual(store(plainBank, "seed-1"));
  });

  test("ids are opaque, unique in a paper and different in every attempt", () => {
    const first = idsIn(store(plainBank, "seed-1"));
    const second = new Set(idsIn(store(plainBank, "seed-2")));
    for (const id of first) expect(id).toMatch(/^[qolr][0-9a-hjkmnp-tv-z]{8}$/);
    expect(new Set(first).size).toBe(first.length);
    expect(first.filter((id) => second.has(id))).toEqual([]);
  });

  test("keeps every question with its points, and every key exactly once", () => {
    const paper = store(plainBank, "seed-1");
    expect(paper.questions.map(({ questionId }) => questionId).sort()).toEqual(
      plainBank.map(({ questionId }) => questionId).sort(),
    );
    expect(paper.questions.every(({ points }) => points === 5)).toBe(true);
    const multiple = paper.questions.find(({ type }) => type === "multiple");
    expect(multiple && "options" in multiple && multiple.options.map(({ key }) => key).sort()).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
  });

  test("questions, options and both sides of pairs come in many orders", () => {
    const orders = {
      questions: new Set<string>(),
      options: new Set<string>(),
      left: new Set<string>(),
      right: new Set<string>(),
    };
    for (let seed = 0; seed < 300; seed += 1) {
      const { questions } = store(plainBank, `s${seed}`);
      orders.questions.add(questions.map(({ type }) => type).join());
      for (const question of questions) {
        if (question.type === "ordering") orders.options.add(question.options.map(({ key }) => key).join());
        if (question.type !== "matching") continue;
        orders.left.add(question.left.map(({ key }) => key).join());
        orders.right.add(question.right.map(({ key }) => key).join());
      }
    }
    expect(orders.questions.size).toBeGreaterThan(150);
    expect(orders.options.size).toBe(24);
    expect(orders.left.size).toBe(6);
    expect(orders.right.size).toBe(6);
  });
});

describe("publicPaper", () => {
  test("has exactly the fields of the protocol", () => {
    const paper = show(plainBank, "seed-1");
    expect(Object.keys(paper)).toEqual([
      ...[
        "attemptId",
        "quizId",
        "title",
        "serverTime",
        "startedAt",
        "deadline",
        "state",
        "revision",
        "questions",
        "answers",
      ],
    ]);
    const fields = Object.fromEntries(paper.questions.map((each) => [each.type, Object.keys(each).sort().join(" ")]));
    expect(fields).toEqual({
      single: "id options points stem type",
      multiple: "id options points stem type",
      "true-false": "id points stem type",
      fill: "blanks id points stem type",
      ordering: "id options points stem type",
      matching: "id left points right stem type",
    });
    expect(paper.serverTime).toBe("2026-11-21T08:00:00.000Z");
    expect(paper.questions.find(({ type }) => type === "fill")).toMatchObject({ blanks: 2 });
  });

  test("shows saved answers without the cleared ones, and the highest revision", () => {
    const [first, second] = store(plainBank, "seed-1").questions.map(({ id }) => id) as [string, string];
    const draft = { [first]: { value: true, revision: 4 }, [second]: { value: null, revision: 7 } };
    expect(show(plainBank, "seed-1", draft)).toMatchObject({ revision: 7, answers: { [first]: true } });
    expect(show(plainBank, "seed-1", draft).answers).not.toHaveProperty(second);
    expect(show(plainBank, "seed-1").revision).toBe(0);
  });

  test("option texts stand at the ids that the stored paper gave to their keys", () => {
    const stored = store(plainBank, "seed-1").questions.find(({ type }) => type === "single");
    const shown = show(plainBank, "seed-1").questions.find(({ type }) => type === "single");
    const idOf = stored && "options" in stored && stored.options.find(({ key }) => key === "b")?.id;
    expect(shown && "options" in shown && shown.options.find(({ id }) => id === idOf)?.text).toBe("1935年1月15日");
  });
});

const LETTERS = "abcdefghijkl";

/** The same texts named by other keys: what a bank looks like whose right order is another one. */
const renamed = (texts: readonly KeyedText[], seed: string): KeyedText[] =>
  rngFrom(seed)
    .shuffle(texts)
    .map(({ text }, index) => ({ key: LETTERS.charAt(index), text }));

/** Another question with the same stem and texts: other key, other variants, other right order, other key names. */
function withOtherKey(body: QuestionBody, seed: string): QuestionBody {
  const rng = rngFrom(seed);
  switch (body.type) {
    case "single":
    case "multiple": {
      const options = renamed(body.options, seed);
      const right = rng.shuffle(options.map(({ key }) => key)).slice(0, body.type === "single" ? 1 : 2);
      return { type: body.type, options, right };
    }
    case "true-false":
      return { type: body.type, answer: !body.answer };
    case "fill":
      return { type: body.type, blanks: body.blanks.map(() => ["另一个答案", seed]) };
    case "ordering":
      return { type: body.type, items: renamed(body.items, seed) };
    case "matching": {
      const left = renamed(
        body.pairs.map((pair) => pair.left),
        `${seed}l`,
      );
      const right = renamed(
        body.pairs.map((pair) => pair.right),
        `${seed}r`,
      );
      return { type: body.type, pairs: left.map((each, index) => ({ left: each, right: right[index] as KeyedText })) };
    }
  }
}

describe("what a candidate sees does not depend on the key", () => {
  test("two banks with the same stems and texts but different keys give byte-identical papers", () => {
    fc.assert(
      fc.property(arbitraryBank, fc.string(), fc.string(), (bank, keySeed, seed) => {
        const other = bank.map((version) => ({
          ...version,
          body: withOtherKey(version.body, keySeed),
          explanation: "另一条解析",
          anchor: "daily/12-25#p1",
          passage: "另一段原文",
          sources: [],
        }));
        expect(JSON.stringify(show(other, seed))).toBe(JSON.stringify(show(bank, seed)));
      }),
      { numRuns: 500 },
    );
  });

  test("an added variant, or one right option more, changes nothing either", () => {
    const more = plainBank.map((version): QuestionVersionData => {
      if (version.body.type === "fill")
        return { ...version, body: { type: "fill", blanks: [["瑞金", "瑞京"], ["1931"]] } };
      if (version.body.type === "multiple") return { ...version, body: { ...version.body, right: ["a", "b", "c"] } };
      return version;
    });
    expect(JSON.stringify(show(more, "s"))).toBe(JSON.stringify(show(plainBank, "s")));
  });

  test("no key, variant, explanation, passage or version id stands in the public paper", () => {
    const text = JSON.stringify(show(plainBank, "seed-1"));
    for (const secret of ['瑞金"]', "1931", "一九三一", "解析", "1月15日，会议", "-v1", "question-", "seed-1"]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toContain('"key"');
  });
});
