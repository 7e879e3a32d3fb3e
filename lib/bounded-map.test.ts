import { expect, test } from "vitest";
import { BoundedMap } from "./bounded-map";

test("keeps what was set last, up to its bound", () => {
  const map = new BoundedMap<string, number>(2);
  map.set("a", 1);
  map.set("b", 2);
  map.set("a", 3);
  map.set("c", 4);
  expect(["a", "b", "c"].map((key) => map.get(key))).toEqual([3, undefined, 4]);
});
