import { describe, expect, it } from "vitest";
import type { AnswerValue, PublicPaper } from "@/domain/quizzes/types";
import {
  entryOf,
  isSame,
  mergeEntries,
  patchOf,
  stateOf,
  unansweredIds,
  withAnswer,
  withDelivered,
  withHanding,
  withPaper,
  withRefused,
  type Entry,
} from "./entry";

const paper = (answers: Record<string, AnswerValue> = {}, revision = 0): PublicPaper => ({
  attemptId: "a",
  quizId: "z",
  title: "练习",
  serverTime: "2026-07-01T00:00:00.000Z",
  startedAt: "2026-07-01T00:00:00.000Z",
  deadline: null,
  state: "open",
  revision,
  questions: ["q1", "q2", "q3"].map((id) => ({ id, stem: id, points: 5, type: "true-false" as const })),
  answers,
});
const fresh = (answers: Record<string, AnswerValue> = {}, revision = 0): Entry => entryOf(paper(answers, revision), 0);
const given = (entry: Entry, ...pairs: [string, AnswerValue | null][]): Entry =>
  pairs.reduce((each, [id, value]) => withAnswer(each, id, value), entry);

describe("an answer", () => {
  it("waits with a revision above the highest seen, and the patch carries the highest of them", () => {
    const entry = given(fresh({}, 5), ["q1", true], ["q2", false]);
    expect(patchOf(entry)).toEqual({ revision: 7, answers: { q1: true, q2: false } });
    expect(stateOf(entry, "q1")).toBe("kept");
    expect(unansweredIds(entry)).toEqual(["q3"]);
  });

  it("is delivered when exactly its revision was confirmed", () => {
    const before = given(fresh(), ["q1", true]);
    const meanwhile = given(before, ["q1", false], ["q2", true]);
    const entry = withDelivered(meanwhile, before, { revision: 1, ignored: [] });
    expect(patchOf(entry)?.answers).toEqual({ q1: false, q2: true });
    expect(patchOf(withDelivered(before, before, { revision: 1, ignored: [] }))).toBeNull();
  });

  it("that was cleared is sent as null and is open once delivered", () => {
    const entry = given(fresh({ q1: true }, 3), ["q1", null]);
    expect(patchOf(entry)).toEqual({ revision: 4, answers: { q1: null } });
    expect(stateOf(withDelivered(entry, entry, { revision: 4, ignored: [] }), "q1")).toBe("open");
  });

  it("that the server refuses for good is not sent again, until it is given anew", () => {
    const entry = given(fresh(), ["q1", "x"], ["q2", true]);
    const refused = withRefused(entry, entry, { q1: "答案的形式和题型不符。" });
    expect(patchOf(refused)?.answers).toEqual({ q2: true });
    expect(patchOf(given(refused, ["q1", true]))?.answers).toEqual({ q1: true, q2: true });
  });
});

describe("the paper read again", () => {
  it("leaves unsent answers and takes over delivered ones that were changed elsewhere", () => {
    const entry = given(fresh({ q1: true, q2: true }, 3), ["q2", false]);
    const { entry: met, changed } = withPaper(entry, paper({ q1: false, q2: true, q3: true }, 8));
    expect(changed).toEqual(["q1", "q3"]);
    expect([met.answers["q1"]?.value, met.answers["q2"]?.value, met.answers["q3"]?.value]).toEqual([
      false,
      false,
      true,
    ]);
    expect(patchOf(given(met, ["q1", true]))?.revision).toBe(9);
  });

  it("replaces what the server ignored", () => {
    const entry = given(fresh(), ["q1", true]);
    const { entry: met, changed } = withPaper(entry, paper({ q1: false }, 9), ["q1"]);
    expect([patchOf(met), changed]).toEqual([null, ["q1"]]);
    expect(mergeEntries(entry, met).answers["q1"]?.value).toBe(false);
  });

  it("sees an answer that was cleared elsewhere", () => {
    const { entry, changed } = withPaper(fresh({ q1: true }, 3), paper({}, 4));
    expect([stateOf(entry, "q1"), changed]).toEqual(["open", ["q1"]]);
  });

  it("changes nothing when it is older than what was confirmed: the shell of the flight mode", () => {
    const before = given(fresh(), ["q1", true]);
    const delivered = withDelivered(before, before, { revision: 1, ignored: [] });
    expect(withPaper(delivered, paper({}, 0))).toEqual({ entry: delivered, changed: [] });
  });
});

describe("two copies of one entry", () => {
  it.each([
    ["the newer answer", given(fresh(), ["q1", true]), given(fresh(), ["q1", false], ["q1", true]), "kept"],
    [
      "the delivered copy of the same answer",
      markSent(given(fresh(), ["q1", true])),
      given(fresh(), ["q1", true]),
      "sent",
    ],
    ["an answer that one of them lacks", fresh(), given(fresh(), ["q1", true]), "kept"],
  ] as const)("keep %s, whichever is merged into which", (_what, one, other, state) => {
    expect(stateOf(mergeEntries(one, other), "q1")).toBe(state);
    expect(stateOf(mergeEntries(other, one), "q1")).toBe(state);
  });

  it("keep a submission that was taken back", () => {
    const wanted = withHanding(fresh(), true);
    const takenBack = withHanding(wanted, false);
    expect(mergeEntries(wanted, takenBack).handing.wanted).toBe(false);
    expect(mergeEntries(takenBack, wanted).handing.wanted).toBe(false);
  });
});

function markSent(entry: Entry): Entry {
  return withDelivered(entry, entry, { revision: entry.revision, ignored: [] });
}

it("pairs are the same in any order, lists are not", () => {
  expect(isSame({ l1: "r1", l2: "r2" }, { l2: "r2", l1: "r1" })).toBe(true);
  expect(isSame(["o1", "o2"], ["o2", "o1"])).toBe(false);
  expect(isSame(null, null)).toBe(true);
});
