import { describe, expect, it } from "vitest";
import { endOfPush, nextHour, PUSH_HOURS, pushStateAt, USUAL_HOUR } from "./hour";

/** An instant by the clock in Shanghai. */
const at = (time: string) => new Date(`2026-11-22T${time}+08:00`);

describe("the push of a branch", () => {
  it.each([
    ["07:30", "07:29:59", "early"],
    ["07:30", "07:30:00", "due"],
    ["07:30", "10:30:59", "due"],
    ["07:30", "10:31:00", "missed"],
    ["07:30", "23:59:59", "missed"],
    ["20:00", "21:29:59", "due"],
    ["20:00", "21:30:00", "missed"],
    ["21:00", "21:29:59", "due"],
    // Chosen by hand in the database: never before the morning.
    ["05:00", "06:59:59", "early"],
    ["05:00", "07:00:00", "due"],
  ] as const)("chosen for %s is at %s %s", (hour, time, state) => {
    expect(pushStateAt(hour, at(time))).toBe(state);
  });

  it("can be chosen for every half hour of the day and for none of the night", () => {
    expect(PUSH_HOURS[0]).toBe("07:00");
    expect(PUSH_HOURS.at(-1)).toBe("21:00");
    expect(PUSH_HOURS).toContain(USUAL_HOUR);
    expect(PUSH_HOURS.every((hour) => /^\d\d:[03]0$/.test(hour))).toBe(true);
  });

  it("is not sent at night, whatever held it up", () => {
    expect(endOfPush("2026-11-22")).toEqual(at("21:30:00"));
  });

  it.each([
    ["07:30", "06:59:59", "2026-11-22T07:30:00+08:00"],
    ["07:30", "07:30:00", "2026-11-22T07:30:00+08:00"],
    ["12:00", "11:59:59", "2026-11-22T12:00:00+08:00"],
    ["07:30", "21:29:59", "2026-11-22T21:29:59+08:00"],
    ["07:30", "21:30:00", "2026-11-23T07:30:00+08:00"],
    ["05:00", "05:30:00", "2026-11-22T07:00:00+08:00"],
  ] as const)("of another kind, written for %s at %s, goes out from %s on", (hour, time, instant) => {
    expect(nextHour(hour, at(time))).toEqual(new Date(instant));
  });
});
