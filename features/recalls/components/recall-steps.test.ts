import { describe, expect, it } from "vitest";
import type { KeptRecall, Sent } from "../client";
import type { RecallOutcome, RecallQuestion, RecallState } from "../types";
import { complete, fitting, missing, nextStep, type Next } from "./recall-steps";

const options = [
  { key: "a", text: "甲" },
  { key: "b", text: "乙" },
];
const QUESTIONS: readonly RecallQuestion[] = [
  { id: "single", type: "single", stem: "", options },
  { id: "many", type: "multiple", stem: "", options },
  { id: "fill", type: "fill", stem: "", blanks: 2 },
  { id: "order", type: "ordering", stem: "", options },
  { id: "match", type: "matching", stem: "", left: options, right: options },
];
const ALL = { single: "a", many: ["b"], fill: ["1", "2"], order: ["b", "a"], match: { a: "b", b: "a" } };

describe("what is missing", () => {
  it.each([
    ["nothing", ALL, []],
    ["all but the order, which stands from the start", {}, ["single", "many", "fill", "match"]],
    ["a choice taken back", { ...ALL, many: [] }, ["many"]],
    ["one blank of two", { ...ALL, fill: ["1", " "] }, ["fill"]],
    ["one pair of two", { ...ALL, match: { a: "b" } }, ["match"]],
  ])("is %s", (_sentence, answers, ids) => {
    expect(Object.keys(missing(QUESTIONS, complete(QUESTIONS, answers)))).toEqual(ids);
  });
  it("is told with the number of the question", () => {
    expect(missing(QUESTIONS, { ...ALL, fill: ["", ""] })).toEqual({ fill: "第3题还没有答完。" });
  });
});

it("an order that was moved is not replaced by the one it began with", () => {
  expect(complete(QUESTIONS, { order: ["b", "a"] })).toEqual({ order: ["b", "a"] });
  expect(complete(QUESTIONS, {})).toEqual({ order: ["a", "b"] });
});

it.each([
  ["a question that is gone", { removed: "b" }],
  ["an option that is gone", { single: "c" }],
  ["one of several that is gone", { many: ["a", "c"] }],
  ["another number of blanks", { fill: ["1"] }],
  ["another number of items", { order: ["a"] }],
  ["a pair that is gone", { match: { a: "c" } }],
])("a kept answer to %s is left away", (_sentence, answers) => {
  expect(fitting(QUESTIONS, answers)).toEqual({});
  expect(fitting(QUESTIONS, { ...ALL, ...answers })).toEqual(
    Object.fromEntries(Object.entries(ALL).filter(([id]) => !(id in answers))),
  );
});

describe("the next step", () => {
  const outcome = { contentId: "daily/11-21" } as RecallOutcome;
  const ok = (done: RecallOutcome | null): Sent<RecallState> => ({
    kind: "ok",
    value: { memberId: "m1", contentId: "daily/11-21", questions: QUESTIONS, outcome: done },
  });
  const kept = (handedIn: boolean): KeptRecall => ({ contentId: "daily/11-21", answers: ALL, handedIn });
  const waiting = (signedOut: boolean): Next => ({ kind: "show", phase: { kind: "waiting", signedOut } });
  const gone: Sent<never> = { kind: "gone", detail: "撤下了" };

  it.each<[string, Sent<RecallState>, KeptRecall | null, typeof ALL | null, Next]>([
    ["asks somebody new", ok(null), null, null, { kind: "stay" }],
    ["asks on with a draft", ok(null), kept(false), null, { kind: "stay" }],
    ["sends what was handed in before a reload", ok(null), kept(true), null, { kind: "send", answers: ALL }],
    ["sends what waits on the page", ok(null), null, ALL, { kind: "send", answers: ALL }],
    [
      "shows what was answered before",
      ok(outcome),
      kept(true),
      null,
      { kind: "show", phase: { kind: "done", outcome, justNow: false } },
    ],
    [
      "shows as delivered what arrived though its reply was lost",
      ok(outcome),
      null,
      ALL,
      { kind: "show", phase: { kind: "done", outcome, justNow: true } },
    ],
    ["invites somebody anonymous", { kind: "signed-out" }, null, null, { kind: "show", phase: { kind: "anonymous" } }],
    ["waits for the person whose session ended", { kind: "signed-out" }, kept(true), null, waiting(true)],
    ["waits for the network", { kind: "later" }, null, ALL, waiting(false)],
    ["waits for the network after a reload", { kind: "later" }, kept(true), null, waiting(false)],
    ["lets somebody without a network begin", { kind: "later" }, kept(false), null, { kind: "stay" }],
    ["says what was taken down", gone, kept(true), null, { kind: "show", phase: gone }],
  ])("%s", (_sentence, found, keptHere, handedIn, next) => {
    expect(nextStep({ found, kept: keptHere, handedIn })).toEqual(next);
  });
});
