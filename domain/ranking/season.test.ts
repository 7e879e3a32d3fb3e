import { describe, expect, it } from "vitest";
import { standings, TOP_RULE, type Joined } from "./season";

function person(id: string, points: number, more: Partial<Joined> = {}): Joined {
  return { memberId: id, name: "王示例", points, branchId: "b2", organisationId: null, showName: false, ...more };
}
const people = (count: number, points: (index: number) => number): Joined[] =>
  Array.from({ length: count }, (_, index) => person(`m${String(index).padStart(3, "0")}`, points(index)));
const viewer = { memberId: "me", branchId: "b1" };

describe("the own place", () => {
  it("is shown to somebody who joined, far below the top", () => {
    const joined = [...people(60, (index) => 1000 - index), person("me", 3)];
    const { own, top } = standings({ joined, viewer });
    expect(own).toEqual({ place: 61, points: 3, shared: false });
    expect(top).toHaveLength(20);
    expect(top.some((row) => row.own)).toBe(false);
  });
  it("is shared with equals and marked in the top", () => {
    const { own, top } = standings({ joined: [person("me", 8), person("a", 8), person("b", 9)], viewer });
    expect(own).toEqual({ place: 2, points: 8, shared: true });
    expect(top.map((row) => [row.place, row.own])).toEqual([
      [1, false],
      [2, false],
      [2, true],
    ]);
  });
  it("does not exist for somebody who did not join", () => {
    expect(standings({ joined: people(3, () => 5), viewer }).own).toBeNull();
  });
});

describe("the top", () => {
  it("holds twenty of those with different points", () => {
    const { top, leftOut } = standings({ joined: people(30, (index) => 100 - index), viewer });
    expect(top.map((row) => row.place)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(leftOut).toBeNull();
  });
  it("shows everybody who shares place 20", () => {
    const { top, leftOut } = standings({
      joined: people(30, (index) => (index < 19 ? 100 - index : index < 22 ? 50 : 1)),
      viewer,
    });
    expect(top).toHaveLength(22);
    expect(top.slice(19).map((row) => row.place)).toEqual([20, 20, 20]);
    expect(leftOut).toBeNull();
  });
  it("takes a tie that ends exactly at fifty rows and leaves out one that passes it, whole", () => {
    const tie = (count: number) =>
      standings({ joined: people(19 + count, (index) => (index < 19 ? 100 - index : 50)), viewer });
    expect(tie(31).top).toHaveLength(50);
    expect(tie(31).leftOut).toBeNull();
    expect(tie(32).top).toHaveLength(19);
    expect(tie(32).leftOut).toBe("并列第20名的有32人，榜单从这里起不再列出。");
  });
  it("ends at a tie that does not fit, even when a smaller group would follow", () => {
    const joined = people(62, (index) => (index === 0 ? 9 : index < 61 ? 5 : 1));
    expect(standings({ joined, viewer }).top).toHaveLength(1);
  });
  it("does not list people without points", () => {
    expect(standings({ joined: [...people(5, () => 0), person("x", -1)], viewer })).toEqual({
      own: null,
      top: [],
      leftOut: null,
    });
  });
  it("tells its own rule with its own numbers", () => {
    expect(TOP_RULE).toContain("第20名");
    expect(TOP_RULE).toContain("50行");
  });
});

describe("names", () => {
  const shown = (row: Joined, branchId: string | null = "b1"): string | undefined =>
    standings({ joined: [row], viewer: { memberId: "me", branchId } }).top[0]?.name;

  it.each([
    ["masked outside the branch", person("a", 1), "王*"],
    ["full inside the branch", person("a", 1, { branchId: "b1" }), "王示例"],
    ["full when the person chose so", person("a", 1, { showName: true }), "王示例"],
    ["full for oneself", person("me", 1), "王示例"],
  ])("are %s", (_sentence, row, expected) => {
    expect(shown(row)).toBe(expected);
  });
  it("two people without a branch are not of one branch", () => {
    expect(shown(person("a", 1, { branchId: null }), null)).toBe("王*");
  });
  it("no row carries an id or a branch", () => {
    const { top } = standings({ joined: people(2, () => 5), viewer });
    for (const row of top) expect(Object.keys(row).sort()).toEqual(["name", "own", "place", "points"]);
  });
});
