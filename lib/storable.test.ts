import { describe, expect, it } from "vitest";
import { AppError } from "./errors";
import { isStorable, refuseUnstorable } from "./storable";

describe("text that can be kept", () => {
  it.each(["", " ", "党史", "𠮷", "👨‍👩‍👧", "\u0001\u001b\u007f", "\ufffe\uffff", "\ufeff", "\u202e", "\r\n\t"])(
    "%j",
    (text) => {
      expect(isStorable(text)).toBe(true);
      expect(() => refuseUnstorable({ text, list: [text], [text]: null })).not.toThrow();
    },
  );
});

describe("text that cannot be kept", () => {
  it.each(["\0", "党\0史", "\ud842", "\udfb7", "\udfb7\ud842", "党\ud83d"])("%j", (text) => {
    expect(isStorable(text)).toBe(false);
    expect(() => refuseUnstorable(text)).toThrow(AppError);
  });

  const form = new FormData();
  form.set("name", "示例\0");

  it.each<[unknown, string]>([
    [{ name: "示例", text: "\0" }, "text"],
    [{ answers: { q1: ["o1", "\ud800"] } }, "answers.q1.1"],
    [{ answers: { "q\0": null } }, "answers.?"],
    [form, "name"],
  ])("is named by its field", (sent, field) => {
    expect(() => refuseUnstorable(sent)).toThrow(
      expect.objectContaining({ code: "invalid", errors: [expect.objectContaining({ field, code: "unstorable" })] }),
    );
  });
});
