import { expect, it } from "vitest";
import { makeVersion, PLAIN_BODIES } from "@/tests/factories/question-versions";
import { paperKey, paperQuestion } from "./document";

const version = (type: keyof typeof PLAIN_BODIES) =>
  makeVersion(PLAIN_BODIES[type], { questionId: type, versionId: `${type}-v1` });

it.each(Object.keys(PLAIN_BODIES) as (keyof typeof PLAIN_BODIES)[])(
  "%s on paper tells nothing of its answer",
  (type) => {
    const question = version(type);
    const paper = JSON.stringify(paperQuestion(question));
    expect(paper).not.toContain(question.explanation);
    expect(paper).not.toContain('"right"');
  },
);

it("gives the answers in the letters of the paper", () => {
  const optionsOf = (type: keyof typeof PLAIN_BODIES) => paperQuestion(version(type)).options;
  const texts = (type: "single" | "multiple") =>
    paperKey(version(type))
      .split("、")
      .map((letter) =>
        optionsOf(type)
          .find((option) => option.startsWith(letter))
          ?.slice(2),
      );
  const { single, multiple, ordering } = PLAIN_BODIES;
  const textOf = (options: readonly { key: string; text: string }[], keys: readonly string[]) =>
    options.filter(({ key }) => keys.includes(key)).map(({ text }) => text);
  expect(texts("single").sort()).toEqual(textOf(single.options, single.right).sort());
  expect(texts("multiple").sort()).toEqual(textOf(multiple.options, multiple.right).sort());
  const order = paperKey(version("ordering")).replace("先后是", "").split("、");
  expect(
    order.map((letter) =>
      optionsOf("ordering")
        .find((option) => option.startsWith(letter))
        ?.slice(2),
    ),
  ).toEqual(ordering.items.map(({ text }) => text));
  expect(paperKey(version("true-false"))).toBe("说法正确");
  expect(paperKey(version("fill"))).toBe("瑞金，1931或一九三一");
  const [first] = PLAIN_BODIES.matching.pairs;
  const letter = new RegExp(`${first?.left.text ?? ""}：(.)`, "u").exec(paperKey(version("matching")))?.[1] ?? "";
  expect(
    optionsOf("matching")
      .find((option) => option.startsWith(letter))
      ?.slice(2),
  ).toBe(first?.right.text);
});
