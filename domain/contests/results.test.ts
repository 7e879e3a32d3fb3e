import { describe, expect, it } from "vitest";
import { TABLES } from "@/domain/points/table";
import { awayWords, CONTEST_RULES, contestPhase } from "./results";

const at = (text: string): Date => new Date(`${text}+08:00`);
const opensAt = at("2026-12-01T08:00:00");
const closesAt = at("2026-12-03T20:00:00");

describe("the phase of a contest", () => {
  it.each([
    ["2026-12-01T07:59:59.999", null, "upcoming"],
    ["2026-12-01T08:00:00", null, "open"],
    ["2026-12-03T19:59:59.999", null, "open"],
    ["2026-12-03T20:00:00", null, "counting"],
    ["2026-12-03T20:02:00", at("2026-12-03T20:01:00"), "ended"],
  ])("at %s", (now, settledAt, phase) => {
    expect(contestPhase({ opensAt, closesAt, settledAt }, at(now))).toBe(phase);
  });
});

describe("how far away something is", () => {
  const now = at("2026-12-01T10:00:00");
  it.each([
    ["2026-12-01T10:00:00", "马上"],
    ["2026-12-01T10:00:01", "还有1分钟"],
    ["2026-12-01T10:59:00", "还有59分钟"],
    ["2026-12-01T11:00:00", "今天11:00"],
    ["2026-12-02T00:00:00", "今天24:00"],
    ["2026-12-02T00:01:00", "明天00:01"],
    ["2026-12-03T00:00:00", "还有2天"],
    ["2026-12-08T23:00:00", "还有7天"],
    ["2026-12-09T08:00:00", "12月9日 08:00"],
  ])("%s reads %s", (when, words) => expect(awayWords(at(when), now)).toBe(words));
});

it("the published rules say the numbers of the table of points", () => {
  const rows = TABLES.at(-1)?.rows;
  const text = CONTEST_RULES.join("");
  expect(text).toContain(`记${String(rows?.["contest-taking-part"].value)}分`);
  expect(text).toContain(`最多${String(rows?.["contest-score"].value)}分`);
});
