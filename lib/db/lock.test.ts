import { describe, expect, it } from "vitest";
import { createLock } from "./lock";

describe("createLock", () => {
  it("lets one in at a time, in the order of asking", async () => {
    const lock = createLock();
    const order: number[] = [];
    let inside = 0;
    const enter = async (number: number) => {
      const release = await lock.acquire();
      inside += 1;
      expect(inside).toBe(1);
      await Promise.resolve();
      order.push(number);
      inside -= 1;
      release();
    };
    await Promise.all([1, 2, 3, 4].map(enter));
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it("does not let two in because one releases twice", async () => {
    const lock = createLock();
    const first = await lock.acquire();
    const entered: string[] = [];
    const second = lock.acquire().then(() => entered.push("second"));
    const third = lock.acquire().then(() => entered.push("third"));
    first();
    first();
    await second;
    await Promise.race([third, new Promise((resolve) => setImmediate(resolve))]);
    expect(entered).toEqual(["second"]);
  });

  it("is free again after everybody has left", async () => {
    const lock = createLock();
    (await lock.acquire())();
    (await lock.acquire())();
    expect(await lock.acquire()).toBeTypeOf("function");
  });
});
