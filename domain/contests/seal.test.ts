import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { blueprintForm, contentForm, paperSeed, sealForm, type Sealed, type SealedQuestion } from "./seal";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const question = (questionId: string, over: Partial<SealedQuestion> = {}): SealedQuestion => ({
  ...{ questionId, versionId: `${questionId}-v1`, topic: "army", period: "new-era", type: "single" },
  ...{ difficulty: "easy", origin: "file", digest: "d".repeat(64) },
  ...over,
});
const sealed: Sealed = {
  contestId: "c1",
  seed: "5eed",
  blueprint: { parts: [{ points: 5, count: 2, origin: "local" }] },
  questions: [question("q2"), question("q1", { origin: "local" })],
};

describe("the seal", () => {
  it("is the text that its form says, to the byte", () => {
    expect(sealForm(sealed)).toBe(
      [
        "zhijian-ketang-contest-seal\t1\tc1",
        'blueprint\t[{"count":2,"points":5,"origin":"local"}]',
        "seed\t5eed",
        `question\tq1-v1\tq1\tlocal\tarmy\tnew-era\tsingle\teasy\t${"d".repeat(64)}`,
        `question\tq2-v1\tq2\tfile\tarmy\tnew-era\tsingle\teasy\t${"d".repeat(64)}`,
        "",
      ].join("\n"),
    );
  });

  it("does not depend on the order of questions or of a part's conditions", () => {
    const turned = { ...sealed, questions: [...sealed.questions].reverse() };
    expect(sealForm(turned)).toBe(sealForm(sealed));
    expect(blueprintForm({ parts: [{ origin: "local", count: 2, points: 5 }] })).toBe(blueprintForm(sealed.blueprint));
  });

  it.each<[string, Partial<Sealed>]>([
    ["the seed", { seed: "5eee" }],
    ["the contest", { contestId: "c2" }],
    ["the blueprint", { blueprint: { parts: [{ points: 5, count: 3, origin: "local" }] } }],
    [
      "a question's content",
      { questions: [question("q2"), question("q1", { origin: "local", digest: "e".repeat(64) })] },
    ],
    ["a question's topic", { questions: [question("q2", { topic: "x" }), question("q1", { origin: "local" })] }],
    ["one question less", { questions: [question("q2")] }],
  ])("changes with %s", (_name, over) => {
    expect(sealForm({ ...sealed, ...over })).not.toBe(sealForm(sealed));
  });

  it("covers wording and key of a question", () => {
    const body = { type: "true-false", answer: true } as const;
    const form = contentForm({ stem: "甲", body });
    expect(form).not.toBe(contentForm({ stem: "乙", body }));
    expect(form).not.toBe(contentForm({ stem: "甲", body: { ...body, answer: false } }));
  });
});

it("each paper has a seed of its own from which the contest's cannot be read", () => {
  const of = { seed: "5eed", pseudonym: "p1", number: 1 };
  expect(paperSeed(of, sha256)).toBe(sha256("5eed/p1/1"));
  const others = [
    { ...of, number: 2 },
    { ...of, pseudonym: "p2" },
    { ...of, seed: "other" },
  ];
  const seeds = [of, ...others].map((each) => paperSeed(each, sha256));
  expect(new Set(seeds).size).toBe(4);
});
