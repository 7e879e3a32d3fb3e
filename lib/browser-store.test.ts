import { afterEach, expect, it, vi } from "vitest";
import { change, forgetAll, listKept } from "./browser-store";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("signing out leaves the leaflets that were opened, and nothing of the person", async () => {
  const names = new Set([
    ...[
      "zj-page-/leaflets/long-march",
      "zj-page-/leaflets",
      "zj-attempt-01a2",
      "zj-page-/me",
      "zj-page-/leaflets-of-me",
    ],
    "something-new",
  ]);
  vi.stubGlobal("caches", {
    keys: () => Promise.resolve([...names]),
    delete: (name: string) => Promise.resolve(names.delete(name)),
  });
  await change("attempt:01a2", () => ({ memberId: "m1", unsent: 1, value: "示例" }));
  await forgetAll();
  expect([...names]).toEqual(["zj-page-/leaflets/long-march", "zj-page-/leaflets"]);
  expect(await listKept()).toEqual([]);
});
