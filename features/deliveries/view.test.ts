import { describe, expect, it } from "vitest";
import { logLine } from "./view";

const AT = new Date("2026-11-21T23:30:00Z");
const row = (over: object) => ({
  ...{ id: "d1", createdAt: AT, to: "示例群", title: "示例", attempts: 0, nextAt: AT, lastError: "", sentAt: null },
  ...{ state: "queued", ...over },
});

describe("a line of the log says", () => {
  it.each([
    [{}, "wait", "等着发", "马上就发"],
    [{ attempts: 2, lastError: "对方出了故障（500）" }, "wait", "试了2次", "对方出了故障（500），11月22日 07:30再试"],
    [{ state: "sent", sentAt: AT }, "ok", "送到了", "11月22日 07:30"],
    [{ state: "failed", lastError: "示例" }, "bad", "没送到", "示例"],
    [{ state: "dead", lastError: "示例" }, "bad", "没有收", "示例"],
  ])("of %o what became of it", (over, tone, state, note) => {
    expect(logLine(row(over))).toMatchObject({ tone, state, note, at: "11月22日 07:30" });
  });
});
