import { describe, expect, it } from "vitest";
import { checkFiles, describeFaults } from "@/features/library/content/check-library";
import { sampleFiles } from "./sample";

const common =
  'explanation: "说明为什么是这样的一句话。", anchor: "lessons/road/01-zunyi#after", cites: [s1], topic: meetings, period: new-democratic-revolution, difficulty: easy';
const NUMBERS = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"];

/** Eight single-choice questions; `right` gives the position of the right option, `long` whether it is the longest. */
function singles(right: (index: number) => number, long: (index: number) => boolean): string {
  return NUMBERS.map((name, index) => {
    const texts = ["东路", "西路", "南路", "北路"].map((text, position) => {
      const isRight = position === right(index);
      return `{ text: "${isRight && long(index) ? `${text}大道` : text}"${isRight ? ", right: true" : ""} }`;
    });
    return `- { id: single-${index}, type: single, stem: "第${name}支队伍走的是哪一条路？", options: [${texts.join(", ")}], ${common} }`;
  }).join("\n");
}

const truths = (answer: (index: number) => boolean) =>
  NUMBERS.map(
    (name, index) =>
      `- { id: truth-${index}, type: true-false, stem: "第${name}支队伍先到了村口。", answer: ${answer(index)}, ${common} }`,
  ).join("\n");

const faultsOf = (text: string) =>
  describeFaults(checkFiles([...sampleFiles(), { path: "questions/more.yaml", text }]).faults);

describe("the balance of a file of questions", () => {
  it("is kept when the right option moves and is rarely the longest", () => {
    expect(
      faultsOf(
        singles(
          (index) => index % 4,
          (index) => index < 2,
        ),
      ),
    ).toBe("");
    expect(faultsOf(truths((index) => index % 2 === 0))).toBe("");
  });
  it("is lost when the right option is the longest in more than 35 of 100", () => {
    expect(
      faultsOf(
        singles(
          (index) => index % 4,
          (index) => index < 3,
        ),
      ),
    ).toMatch(/8道里有3道是正确的一项最长/);
  });
  it("is lost when the right option mostly stands in one place", () => {
    expect(
      faultsOf(
        singles(
          (index) => (index < 5 ? 1 : 2),
          () => false,
        ),
      ),
    ).toMatch(/8道里有5道的正确选项在第2位/);
  });
  it("is lost when nearly all statements are true, or false", () => {
    expect(faultsOf(truths((index) => index > 0))).toMatch(/8道里有7道是对的/);
    expect(faultsOf(truths((index) => index === 0))).toMatch(/8道里有1道是对的/);
  });
});
