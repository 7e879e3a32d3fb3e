import { describe, expect, it } from "vitest";
import { moderationFault, stateAfter, type ModerationStep } from "./moderation";
import { PROJECT_STATES, type ProjectState } from "./types";

const ask = (step: ModerationStep, state: ProjectState, who: { writers?: string[]; checkerId?: string | null } = {}) =>
  moderationFault({ step, state, writers: ["writer"], checkerId: null, actorId: "me", ...who });

describe("passing a project's text", () => {
  it("leads over two people to everybody's eyes", () => {
    expect(stateAfter("pass", "submitted")).toBe("checked");
    expect(stateAfter("pass", "checked")).toBe("published");
  });
  it.each([
    ["somebody else passes first", "submitted", {}, true],
    ["the writer does not", "submitted", { writers: ["writer", "me"] }, false],
    ["a second person passes second", "checked", { checkerId: "other" }, true],
    ["the same person does not pass twice", "checked", { checkerId: "me" }, false],
    ["whoever mended it does not pass second", "checked", { writers: ["me"], checkerId: "other" }, false],
    ["a village's proposal needs two people as well", "checked", { writers: [], checkerId: "me" }, false],
    ["and has no writer among them", "submitted", { writers: [] }, true],
  ] as const)("%s", (_sentence, state, who, may) => {
    expect(ask("pass", state, { ...who, writers: [...("writers" in who ? who.writers : ["writer"])] }) === null).toBe(
      may,
    );
  });
  it("after a change both look anew", () => {
    for (const state of ["submitted", "checked", "returned"] as const)
      expect(stateAfter("write", state)).toBe("submitted");
  });
});

const OPEN: Readonly<Record<ModerationStep, readonly ProjectState[]>> = {
  write: ["submitted", "checked", "returned"],
  pass: ["submitted", "checked"],
  return: ["submitted", "checked"],
  withdraw: ["submitted", "checked", "returned", "published"],
};

describe("every step in every state", () => {
  it.each(Object.keys(OPEN) as ModerationStep[])("%s", (step) => {
    const may = PROJECT_STATES.filter((state) => ask(step, state) === null);
    expect(may).toEqual(OPEN[step]);
  });
  it("returning and taking back lead where they say", () => {
    expect(stateAfter("return", "checked")).toBe("returned");
    expect(stateAfter("withdraw", "published")).toBe("withdrawn");
  });
});
