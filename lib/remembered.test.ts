import { afterEach, expect, test, vi } from "vitest";
import { forgetRemembered, remembered, rememberedWhile } from "./remembered";

afterEach(() => {
  vi.useRealTimers();
  forgetRemembered();
});

test("loads once for all who ask within five seconds, then anew", async () => {
  vi.useFakeTimers();
  let loads = 0;
  const load = () => Promise.resolve((loads += 1));
  expect(await Promise.all([remembered("a", load), remembered("a", load)])).toEqual([1, 1]);
  vi.advanceTimersByTime(4_999);
  expect(await remembered("a", load)).toBe(1);
  vi.advanceTimersByTime(1);
  expect(await remembered("a", load)).toBe(2);
});

test("does not remember a failure", async () => {
  await expect(remembered("b", () => Promise.reject(new Error("busy")))).rejects.toThrow("busy");
  expect(await remembered("b", () => Promise.resolve(7))).toBe(7);
});

test("forgets what it is told to forget", async () => {
  await remembered("c", () => Promise.resolve(1));
  forgetRemembered("c");
  expect(await remembered("c", () => Promise.resolve(2))).toBe(2);
});

test("what is made of something remembered is no younger than that, over several steps", async () => {
  vi.useFakeTimers();
  let rows = "old";
  const named = () =>
    remembered("names", async () => `names of ${await remembered("rows", () => Promise.resolve(rows))}`);
  const listed = () => remembered("list", async () => `list of ${await named()}`);
  await remembered("rows", () => Promise.resolve(rows));
  vi.advanceTimersByTime(4_000);
  rows = "new";
  expect(await listed()).toBe("list of names of old");
  vi.advanceTimersByTime(999);
  expect(await listed()).toBe("list of names of old");
  vi.advanceTimersByTime(1);
  expect(await listed()).toBe("list of names of new");
});

test("keeps what is stamped for as long as the stamp is the same, and no failure", async () => {
  let loads = 0;
  const load = () => Promise.resolve((loads += 1));
  const ask = (stamp: string) => rememberedWhile("stamped", stamp, load);
  expect([await ask("a"), await ask("a"), await ask("b"), await ask("a")]).toEqual([1, 1, 2, 3]);
  forgetRemembered("stamped");
  expect(await ask("a")).toBe(4);
  await expect(rememberedWhile("stamped", "c", () => Promise.reject(new Error("busy")))).rejects.toThrow("busy");
  expect(await ask("c")).toBe(5);
});
