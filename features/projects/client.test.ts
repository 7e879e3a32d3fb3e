import { describe, expect, it } from "vitest";
import { noteToSend } from "./client";

describe("the key of a progress note", () => {
  const first = noteToSend(null, "约好了 ");

  it("is the same for the same words, so that a lost reply does not make two", () => {
    expect(noteToSend(first, "约好了")).toEqual(first);
  });
  it("is another one for other words, so that none of them is thrown away", () => {
    const second = noteToSend(first, "约好了，周六去");
    expect(second.text).toBe("约好了，周六去");
    expect(second.key).not.toBe(first.key);
  });
});
