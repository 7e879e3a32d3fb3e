import { describe, expect, it } from "vitest";
import { figuresOf, type Figures } from "@/domain/figures/tallies";
import type { OrganisationEntry } from "../queries/register";
import { deskFilterSchema, type DeskFilter } from "../schema";
import { deskHref, filtered, filterWords, organisationLines, pageOf, stationLines, type DeskParts } from "./desk";

const filterOf = (over: Partial<DeskFilter> = {}): DeskFilter => ({ ...deskFilterSchema.parse({}), ...over });
const STATIONS = [
  { id: "s", name: "示例东站", sort: 0 },
  { id: "t", name: "示例西站", sort: 1 },
];
const entry = (
  id: string,
  name: string,
  stationId: string,
  over: Partial<OrganisationEntry> = {},
): OrganisationEntry => ({
  ...{
    id,
    name,
    nameKey: name,
    shortCode: id.toUpperCase(),
    formerCodes: id === "o3" ? ["OLD3"] : [],
    creditCode: null,
    kind: "enterprise",
    stationId,
    people: 9,
  },
  ...over,
});
const REGISTER = [
  entry("o1", "示例精密", "s", { people: 40 }),
  entry("o2", "示例商会", "s", { kind: "social", people: 3 }),
  entry("o3", "示例安装", "t", { people: 12 }),
  entry("o4", "示例设计", "t", { people: 0 }),
];
const figure = (part: number, whole: number, excused: number): Figures => ({
  ...{
    assigned: part,
    answered: { kind: "shown", part, whole },
    excused,
    recall: { kind: "shown", part: whole, whole },
  },
});
const FEW: Figures = { assigned: 2, answered: { kind: "few" }, excused: null, recall: { kind: "few" } };

function partsOf(over: Partial<DeskFilter> = {}): DeskParts {
  return {
    ...{ filter: filterOf(over), stations: STATIONS, register: REGISTER },
    figures: {
      organisations: new Map([
        ["o1", figure(5, 10, 0)],
        ["o2", FEW],
        ["o3", figure(9, 10, 2)],
      ]),
      stations: new Map([
        ["s", figure(5, 10, 0)],
        ["t", figure(9, 10, 2)],
      ]),
      zone: figure(14, 20, 2),
    },
    objections: new Map([["o3", 1]]),
    initialsOf: (name) => ({ 示例精密: "sljm", 示例商会: "slsh", 示例安装: "slaz", 示例设计: "slsj" })[name] ?? "",
  };
}

const idsOf = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);
const found = (over: Partial<DeskFilter>) => {
  const parts = partsOf(over);
  return idsOf(filtered(organisationLines(parts), parts));
};

describe("the organisations of the desk", () => {
  it.each([
    ["by name", "name", ["o3", "o1", "o2", "o4"]],
    ["by people, many first", "-people", ["o1", "o3", "o2", "o4"]],
    ["least answered first, what is not shown last", "answered", ["o1", "o3", "o2", "o4"]],
    ["most answered first, what is not shown last all the same", "-answered", ["o3", "o1", "o2", "o4"]],
    ["by reasons", "-excused", ["o3", "o1", "o4", "o2"]],
    ["by what was assigned", "assigned", ["o4", "o2", "o1", "o3"]],
  ] as const)("sort %s", (_sentence, sort, expected) => {
    expect(found({ sort })).toEqual(expected);
  });

  it.each([
    ["a kind", { kind: "social" }, ["o2"]],
    ["a station", { stationId: "t" }, ["o3", "o4"]],
    ["reasons, which a small one never tells", { reasons: "1" }, ["o3"]],
    ["a part of the name", { q: "商会" }, ["o2"]],
    ["the first letters", { q: "jm" }, ["o1"]],
    ["a short code", { q: "o4" }, ["o4"]],
    ["a short code of before", { q: "old3" }, ["o3"]],
    ["nothing that is there", { q: "没有" }, []],
  ] as const)("are filtered by %s", (_sentence, over, expected) => {
    expect(found(over)).toEqual(expected);
  });

  it("come fifty a page, the last page for a number too high", () => {
    const lines = organisationLines({
      ...partsOf(),
      register: Array.from({ length: 120 }, (_, at) => entry(`x${at}`, `示例${at}`, "s")),
    });
    expect([pageOf(lines, 1).lines.length, pageOf(lines, 3).lines.length, pageOf(lines, 9)]).toMatchObject([
      ...[50, 20, { page: 3, pages: 3, total: 120 }],
    ]);
    expect(pageOf([], 1)).toEqual({ lines: [], total: 0, page: 1, pages: 1 });
  });
});

describe("the stations of the desk", () => {
  const stations = (over: Partial<DeskFilter> = {}, parts = partsOf(over)) =>
    stationLines(parts, organisationLines(parts));

  it("keep their sums whatever is filtered, and are folded", () => {
    expect(stations({ kind: "social" })).toMatchObject([
      { id: "s", organisations: 2, people: 43, figures: { answered: { part: 5 } }, objections: 0, lines: null },
      { id: "t", organisations: 2, people: 12, objections: 1, lines: null },
    ]);
  });

  it("unfold one, with what the filters leave of it", () => {
    expect(idsOf(stations({ open: "s", kind: "social" })[0]?.lines ?? [])).toEqual(["o2"]);
    expect(stations({ open: "s" })[1]?.lines).toBeNull();
  });

  it("show a station alone unfolded, twenty of its organisations and how many more", () => {
    const register = Array.from({ length: 23 }, (_, at) => entry(`x${at}`, `示例${at}`, "s"));
    const [only] = stations({}, { ...partsOf(), stations: STATIONS.slice(0, 1), register });
    expect([only?.lines?.length, only?.rest]).toEqual([20, 3]);
  });

  it("sort by a column, else stand in their own order", () => {
    expect(idsOf(stations())).toEqual(["s", "t"]);
    expect(idsOf(stations({ sort: "-answered" }))).toEqual(["t", "s"]);
  });

  it("have nothing to say in an empty zone", () => {
    const empty = {
      ...partsOf(),
      register: [],
      figures: { organisations: new Map(), stations: new Map(), zone: figuresOf() },
    };
    expect(stations({}, empty)).toMatchObject([{ organisations: 0, people: 0, figures: { assigned: 0 } }, {}]);
  });
});

describe("the address of the desk", () => {
  it.each([
    [{}, "2026年第四季度，全部2个站，企业、社会组织，党员（正式、预备）"],
    [
      { stationId: "t", kind: "social", reasons: "1", q: "jm", standing: "employees" },
      "2026年第四季度，示例西站，社会组织，职工，只看说明了原因的，“jm”",
    ],
    [{ stationId: "gone" }, "2026年第四季度，已不在的站，企业、社会组织，党员（正式、预备）"],
  ] as const)("%j in words", (over, expected) => {
    expect(filterWords(filterOf(over), "2026Q4", STATIONS)).toBe(expected);
  });

  it("keeps what is chosen, leaves out what is not, and begins at the first page", () => {
    expect(deskHref(filterOf())).toBe("/committee");
    const filter = filterOf({ q: "示例", sort: "-answered", page: 3, quarter: "2026Q3" });
    expect(deskHref(filter, { sort: "recall" })).toBe("/committee?q=%E7%A4%BA%E4%BE%8B&quarter=2026Q3&sort=recall");
    expect(deskFilterSchema.parse({ sort: "drop table", kind: "x", page: "-1", standing: "all" })).toEqual(filterOf());
  });
});
