import { expect, it } from "vitest";
import { linesOf } from "./lines-of";

const words = (values: (number | null)[], isOpen: boolean) =>
  linesOf(values, isOpen).map(({ indexes, isDotted }) => `${isDotted ? "dotted " : ""}${indexes.join("-")}`);

it.each([
  ["one stretch", [10, 20, 30], false, ["0-1-2"]],
  ["the last step dotted", [10, 20, 30], true, ["0-1", "dotted 1-2"]],
  ["broken where nothing is", [10, 20, null, 30, 40, 50], true, ["0-1", "3-4", "dotted 4-5"]],
  ["no line of one point", [10, null, 30], false, []],
  ["no dotted line over a gap", [10, 20, null, 40], true, ["0-1"]],
  ["an open place without a value", [10, 20, null], true, ["0-1"]],
  ["two points, the second open", [10, 20], true, ["dotted 0-1"]],
  ["nothing", [], true, []],
])("a line: %s", (_sentence, values, isOpen, expected) => {
  expect(words(values as (number | null)[], isOpen as boolean)).toEqual(expected);
});
