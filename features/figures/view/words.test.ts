import { expect, it } from "vitest";
import type { Figures } from "@/domain/figures/tallies";
import { FIGURES } from "../types";
import { topicChart, weekChart } from "./charts";
import { countWords, figureWords } from "./words";

const shown = (part: number, whole: number) => ({ kind: "shown", part, whole }) as const;

it.each<[string, Figures, string[]]>([
  [
    "figures",
    { assigned: 1234, answered: shown(41, 1046), excused: 3, recall: shown(7, 10) },
    ["1,234次", "41 / 1,046人次", "3人次", "7 / 10题次"],
  ],
  [
    "too few people",
    { assigned: 2, answered: { kind: "few" }, excused: null, recall: { kind: "few" } },
    ["2次", "不足5人，不列", "不足5人，不列", "不足5人，不列"],
  ],
  [
    "nothing",
    { assigned: 0, answered: { kind: "none" }, excused: 0, recall: { kind: "none" } },
    ["0次", "还没有派发", "0人次", "还没有人答过"],
  ],
  [
    "everybody excused",
    { assigned: 1, answered: { kind: "none" }, excused: 6, recall: { kind: "none" } },
    ["1次", "没有人要答", "6人次", "还没有人答过"],
  ],
])("%s in words", (_sentence, figures, expected) => {
  expect(FIGURES.map((figure) => figureWords(figure, figures))).toEqual(expected);
});

it("groups thousands", () => {
  expect([0, 999, 1000, 1234567].map(countWords)).toEqual(["0", "999", "1,000", "1,234,567"]);
});

it("a chart tells of every place in words and in its table, the least remembered first", () => {
  const chart = topicChart(
    [
      { topic: "a", recall: shown(3, 4) },
      { topic: "b", recall: { kind: "few" } },
      { topic: "c", recall: shown(1, 2) },
    ],
    (topic) => `主题${topic}`,
  );
  expect(chart.words).toBe("主题c50%（1 / 2），主题a75%（3 / 4），主题b不列");
  expect(chart.points.map(({ percent, cells }) => [percent, ...cells])).toEqual([
    [50, "50%", "1", "2"],
    [75, "75%", "3", "4"],
    [null, "不列", "不列", "不列"],
  ]);
  expect(chart.instead).toBeNull();
});

it("a chart without a single figure says why", () => {
  expect(weekChart([{ week: "2026-W40", answered: { kind: "few" } }]).instead).toBe("不足5人，不列");
  expect(weekChart([{ week: "2026-W05", answered: { kind: "none" } }])).toMatchObject({
    ...{ instead: "这个季度还没有到期的学习", points: [{ label: "5" }] },
  });
});
