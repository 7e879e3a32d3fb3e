import { describe, expect, it } from "vitest";
import { laneOf, roomIn } from "./channels";

describe("the room of a channel", () => {
  it.each([
    ["wecom", 0, 20],
    ["wecom", 19, 1],
    ["wecom", 20, 0],
    ["wecom", 25, 0],
    ["dingtalk", 3, 17],
    ["feishu", 20, 80],
    ["email", 59, 1],
  ] as const)("%s after %i in the last minute is %i", (kind, tried, room) => {
    expect(roomIn(kind, tried)).toBe(room);
  });

  it("is a robot's own, a push service's own, and one for all e-mail", () => {
    expect(laneOf("wecom", "r1")).not.toBe(laneOf("wecom", "r2"));
    expect(laneOf("web-push", "push.example")).not.toBe(laneOf("web-push", "elsewhere.example"));
    expect(laneOf("email", "m1")).toBe(laneOf("email", "m2"));
  });
});
