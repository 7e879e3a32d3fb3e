import { expect, it } from "vitest";
import { isOwn } from "./own";

it.each([
  ["written in the product", { questionId: "local-1", origin: "local" as const }, true],
  ["of the library", { questionId: "zunyi-pairs", origin: "file" as const }, false],
  ["of the library, corrected here", { questionId: "zunyi-pairs", origin: "local" as const }, false],
  ["of an origin that is not told", { questionId: "local-1" }, false],
])("a question %s", (_name, question, expected) => {
  expect(isOwn(question)).toBe(expected);
});
