import { expect, it } from "vitest";
import { windowAgain } from "./again";

const at = (day: string): Date => new Date(`2026-${day}T08:00:00+08:00`);
const held = { opensAt: at("10-16"), closesAt: at("10-18") };

it.each([
  ["four weeks later", "10-20", "11-13", "11-15"],
  ["with a week to go, still then", "11-06", "11-13", "11-15"],
  ["too near, four weeks after that", "11-07", "12-11", "12-13"],
  ["not yet held, after it all the same", "10-01", "11-13", "11-15"],
])("a contest again: %s", (_name, today, opens, closes) => {
  expect(windowAgain(held, at(today))).toEqual({ opensAt: at(opens), closesAt: at(closes) });
});
