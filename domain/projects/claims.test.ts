import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CLAIM_ACTS,
  CLAIM_STATES,
  claimAfter,
  deciderFault,
  dueAfterNote,
  firstDueOn,
  hasPlace,
  isAlive,
  isOverdue,
  isResultOf,
  remindFrom,
  seesContact,
  waitingWeeks,
  type ClaimAct,
  type ClaimState,
} from "./claims";

/** The whole table: every act in every state, `-` where it is refused. */
const TABLE: Readonly<Record<ClaimAct, readonly (ClaimState | "-")[]>> = {
  //          waiting      held         approved     done       confirmed … closed
  promote: ["held", "-", "-", "-", "-", "-", "-", "-", "-"],
  approve: ["-", "approved", "-", "-", "-", "-", "-", "-", "-"],
  refuse: ["refused", "refused", "-", "-", "-", "-", "-", "-", "-"],
  withdraw: ["withdrawn", "withdrawn", "withdrawn", "-", "-", "-", "-", "-", "-"],
  complete: ["-", "-", "done", "-", "-", "-", "-", "-", "-"],
  reopen: ["-", "-", "-", "approved", "-", "-", "-", "-", "-"],
  confirm: ["-", "-", "-", "confirmed", "-", "-", "-", "-", "-"],
  release: ["-", "-", "released", "-", "-", "-", "-", "-", "-"],
  close: ["closed", "closed", "closed", "closed", "-", "-", "-", "-", "-"],
};

describe("every act in every state", () => {
  it.each(CLAIM_ACTS)("%s", (act) => {
    expect(CLAIM_STATES.map((state) => claimAfter(act, state) ?? "-")).toEqual(TABLE[act]);
  });
  it("what has ended never lives again", () => {
    for (const state of CLAIM_STATES.filter((each) => !isAlive(each)))
      for (const act of CLAIM_ACTS) expect(claimAfter(act, state)).toBeNull();
  });
  it("nothing is confirmed that was not approved by the station and called done by the claimant", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CLAIM_ACTS), { maxLength: 40 }), (acts) => {
        let state: ClaimState = "waiting";
        const taken: ClaimAct[] = [];
        for (const act of acts) {
          const next = claimAfter(act, state);
          if (next === null) continue;
          taken.push(act);
          state = next;
        }
        if (state !== "confirmed") return;
        const [held, approved, done] = [
          taken.indexOf("promote"),
          taken.indexOf("approve"),
          taken.lastIndexOf("complete"),
        ];
        expect(held).toBe(0);
        expect(approved).toBe(1);
        expect(done).toBe(taken.length - 2);
      }),
      { numRuns: 2_000 },
    );
  });
  it("a repeat of an act finds its result, and no other act's", () => {
    for (const act of CLAIM_ACTS)
      for (const state of CLAIM_STATES) {
        const next = claimAfter(act, state);
        if (next !== null) expect(isResultOf(act, next)).toBe(true);
      }
    expect(isResultOf("confirm", "done")).toBe(false);
  });
});

describe("what a state means", () => {
  const those = (is: (state: ClaimState) => boolean) => CLAIM_STATES.filter(is);
  it("four are alive, four have the place, two see the contact", () => {
    expect(those(isAlive)).toEqual(["waiting", "held", "approved", "done"]);
    expect(those(hasPlace)).toEqual(["held", "approved", "done", "confirmed"]);
    expect(those(seesContact)).toEqual(["approved", "done"]);
  });
});

describe("who decides", () => {
  const claim = { memberId: "m1", claimantKind: "member", claimantId: "m1" } as const;
  it.each([
    ["somebody else may", claim, "m2", true],
    ["the claimant may not", claim, "m1", false],
    ["whoever claimed for the branch may not", { ...claim, claimantKind: "branch", claimantId: "b1" }, "m1", false],
    ["another of the branch may", { ...claim, claimantKind: "branch", claimantId: "b1" }, "m2", true],
    ["an id of a branch is no person's", { ...claim, claimantKind: "branch", claimantId: "m2" }, "m2", true],
  ] as const)("%s", (_sentence, party, actorId, may) => {
    expect(deciderFault(party, actorId) === null).toBe(may);
  });
});

describe("the date", () => {
  it.each([
    ["counts from the station's assent", firstDueOn("2026-11-22", 30), "2026-12-22"],
    ["a note near the end gives two weeks", dueAfterNote("2026-12-22", "2026-12-20"), "2027-01-03"],
    ["a note at the start takes nothing away", dueAfterNote("2026-12-22", "2026-11-23"), "2026-12-22"],
    ["a note two weeks before the end changes nothing", dueAfterNote("2026-12-22", "2026-12-08"), "2026-12-22"],
  ])("%s", (_sentence, found, expected) => {
    expect(found).toBe(expected);
  });
  it.each([
    ["approved", "2026-12-22", "2026-12-22", false],
    ["approved", "2026-12-22", "2026-12-23", true],
    ["approved", null, "2026-12-23", false],
    ["done", "2026-12-22", "2027-12-23", false],
    ["held", "2026-12-22", "2027-12-23", false],
    ["waiting", null, "2027-12-23", false],
  ] as const)("%s, last day %s, on %s: overdue %s", (state, dueOn, today, expected) => {
    expect(isOverdue({ state, dueOn }, today)).toBe(expected);
  });
});

describe("the word about a claim", () => {
  it("reaches the claimant three days before the last day", () => {
    expect(remindFrom("2026-12-19")).toBe("2026-12-22");
  });
  it.each([
    ["2026-11-28T03:59:59Z", 0],
    ["2026-11-29T03:59:59Z", 0],
    ["2026-11-29T04:00:00Z", 1],
    ["2026-12-06T03:59:59Z", 1],
    ["2026-12-06T04:00:00Z", 2],
  ])("reaches the station at each full week of waiting: at %s %i", (now, weeks) => {
    expect(waitingWeeks(new Date("2026-11-22T04:00:00Z"), new Date(now))).toBe(weeks);
  });
});
