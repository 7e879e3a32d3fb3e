import { expect, it } from "vitest";
import type { Figures } from "@/domain/figures/tallies";
import { readWorkbook } from "@/lib/sheets/read";
import { figuresSheet } from "./sheet";

const FULL: Figures = {
  ...{ assigned: 3, answered: { kind: "shown", part: 41, whole: 46 }, excused: 2 },
  recall: { kind: "shown", part: 7, whole: 10 },
};
const FEW: Figures = { assigned: 3, answered: { kind: "few" }, excused: null, recall: { kind: "few" } };
const line = (id: string, figures: Figures) => ({
  ...{ id, name: `=示例${id}`, kind: "social", stationId: "s", people: 46, figures, objections: 1 },
});

async function rowsOf(lines: ReturnType<typeof line>[]) {
  const station = {
    id: "s",
    name: "示例站",
    organisations: 2,
    people: 49,
    figures: FULL,
    objections: 1,
    lines: null,
    rest: 0,
  };
  const about = { words: "2026年第四季度，全部1个站", standing: "members", today: "2026-11-22" } as const;
  const { sheets } = await readWorkbook(await figuresSheet({ ...about, stations: [station], lines }));
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ cells }) => cells.map(({ column, text }) => `${column} ${text}`)),
  }));
}

it("holds organisations, stations and what the columns mean; of too few people it holds no number", async () => {
  const [organisations, stations, notes] = await rowsOf([line("a", FULL), line("b", FEW)]);
  expect(organisations?.rows[0]?.slice(0, 6)).toEqual([
    ...["A 工作站", "B 组织", "C 类型", "D 党员（正式、预备）人数", "E 派发的学习（次）", "F 已答（人次）"],
  ]);
  expect(organisations?.rows[1]).toEqual([
    ...[
      "A 示例站",
      "B =示例a",
      "C 社会组织",
      "D 46",
      "E 3",
      "F 41",
      "G 46",
      "H 89",
      "I 2",
      "J 7",
      "K 10",
      "L 70",
      "N 1",
    ],
  ]);
  const few = "已答、说明原因：不足5人，不列；首次答对：不足5人，不列";
  expect(organisations?.rows[2]).toEqual([...["A 示例站", "B =示例b", "C 社会组织", "D 46", "E 3", `M ${few}`, "N 1"]]);
  expect(stations?.rows[1]?.slice(0, 4)).toEqual(["A 示例站", "B 2", "C 49", "D 3"]);
  expect(notes?.rows.flat().join()).toContain("2026年第四季度，全部1个站。数据到2026年11月22日。");
});

it("of an empty zone is a table without rows", async () => {
  const [organisations] = await rowsOf([]);
  expect(organisations?.rows).toHaveLength(1);
});
