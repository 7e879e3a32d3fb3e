import { describe, expect, it } from "vitest";
import type { ProgressRow } from "../queries/progress";
import { backlogOf, decisionsOf } from "./progress";

const row = (id: string, overdue: number, gaps: number): ProgressRow => ({
  ...{ id, name: id, stationId: "s1", total: 9, due: 5, done: 1, deferred: gaps - overdue },
  ...{ overdue, gaps },
});

describe("what is left open", () => {
  it("counts an organisation once, whichever years it is late with", () => {
    const rows = [row("a", 1, 2), row("b", 0, 1), row("c", 0, 0)];
    const earlier = [
      { id: "a", overdue: 2, gaps: 2 },
      { id: "c", overdue: 1, gaps: 3 },
    ];
    expect(backlogOf(rows, earlier)).toEqual({ silent: 2, gaps: 8, earlier: 5 });
    expect(backlogOf(rows, [])).toEqual({ silent: 1, gaps: 3, earlier: 0 });
  });

  it.each([
    [0, "先问一声，是忙不过来还是没看到"],
    [5, "有以前年份留下的。先问一声，是忙不过来还是没看到"],
  ])("with %i of years before says so", (earlier, hint) => {
    const waiting = { reported: 0, silent: 2, earlier, template: "issued", year: "2027", mayDraw: true } as const;
    expect(decisionsOf(waiting)).toMatchObject([{ count: 2, hint }]);
  });
});
