import { describe, expect, it } from "vitest";
import { PROPOSAL_STATES, stepFault, withWriter, type ProposalState, type ProposalStep } from "./proposal";

const asked = (step: ProposalStep, state: ProposalState, actorId: string) =>
  stepFault({ step, state, writers: ["author", "mender"], actorId });

describe("two people", () => {
  it.each(["author", "mender"])("%s wrote on it and does not release it", (actorId) => {
    expect(asked("release", "submitted", actorId)).toContain("由另一位同志复核");
  });
  it("somebody else does", () => {
    expect(asked("release", "submitted", "reviewer")).toBeNull();
  });
  it("whoever wrote may return it: that gives nothing away", () => {
    expect(asked("return", "submitted", "author")).toBeNull();
  });
  it("a person who wrote again is named once", () => {
    expect(withWriter(["a"], "b")).toEqual(["a", "b"]);
    expect(withWriter(["a", "b"], "b")).toEqual(["a", "b"]);
  });
});

describe("steps", () => {
  const open: Record<ProposalStep, ProposalState[]> = {
    write: ["draft", "returned"],
    submit: ["draft", "returned"],
    release: ["submitted"],
    return: ["submitted"],
    withdraw: ["draft", "submitted", "returned"],
  };
  it.each(Object.entries(open) as [ProposalStep, ProposalState[]][])("%s is open from %j alone", (step, states) => {
    expect(PROPOSAL_STATES.filter((state) => asked(step, state, "reviewer") === null)).toEqual(states);
  });
  it("says what holds instead", () => {
    expect(asked("write", "released", "author")).toContain("已经发布");
  });
});
