import { describe, expect, it } from "vitest";
import { groupCommit } from "./group-commit";

/** A transaction over a list: what was pushed in it is taken back when it throws. */
function ledger() {
  const rows: number[] = [];
  const commits: number[] = [];
  const write = groupCommit(async (work) => {
    const before = rows.length;
    await Promise.resolve();
    try {
      const result = work();
      commits.push(rows.length - before);
      return result;
    } catch (error) {
      rows.length = before;
      throw error;
    }
  });
  const add = (value: number) => write(() => rows.push(value));
  return { rows, commits, write, add };
}

describe("writes that wait together", () => {
  it("share one commit", async () => {
    const { rows, commits, add } = ledger();
    await Promise.all([1, 2, 3].map(add));
    expect(rows).toEqual([1, 2, 3]);
    expect(commits).toEqual([3]);
  });

  it("keep a fault with the one who made it, and nothing twice", async () => {
    const { rows, add, write } = ledger();
    const broken = write(() => {
      throw new Error("refused");
    });
    const settled = await Promise.allSettled([add(1), broken, add(2)]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(rows).toEqual([1, 2]);
  });

  it("are answered in order with their own counts, also those that come later", async () => {
    const { write } = ledger();
    expect(await Promise.all([write(() => 1), write(() => 0)])).toEqual([1, 0]);
    expect(await write(() => 5)).toBe(5);
  });
});
