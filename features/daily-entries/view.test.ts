import { describe, expect, it } from "vitest";
import { getLibrary } from "@/features/library/content/get-library";
import { listRecallVersions } from "@/features/library/queries";
import type { Entry } from "@/features/library/types";
import { entryView, leafFoot, leafView, monthsOf, nearestTo, neighboursOf, sameDayOf } from "./view";

const { entries, lessons } = getLibrary();
const names = (list: readonly (Entry | null)[]) => list.map((entry) => entry?.monthDay ?? null);
const only = (...days: string[]) => entries.filter(({ monthDay }) => days.includes(monthDay));

describe("the entries around a day", () => {
  const some = only("01-08", "11-21", "12-31");
  it.each([
    ["11-21", "01-08", "12-31"],
    ["12-31", "11-21", "01-08"],
    ["01-08", "12-31", "11-21"],
    ["01-01", "12-31", "01-08"],
    ["06-15", "01-08", "11-21"],
  ])("of %s are %s and %s, round the turn of the year", (monthDay, previous, next) => {
    const found = neighboursOf(some, monthDay);
    expect(names([found.previous, found.next])).toEqual([previous, next]);
  });
  it("are none when there is no other", () => {
    expect(neighboursOf(only("11-21"), "11-21")).toEqual({ previous: null, next: null });
  });
  it("are offered once when they are the same", () => {
    expect(names(nearestTo(only("11-21"), "03-05"))).toEqual(["11-21"]);
    expect(nearestTo([], "03-05")).toEqual([]);
  });
});

describe("the archive", () => {
  it("has every entry once, in months from January on", () => {
    const months = monthsOf(entries);
    expect(months.map(({ month }) => month)).toEqual([...months.map(({ month }) => month)].sort());
    expect(months.flatMap((month) => month.entries)).toHaveLength(entries.length);
  });
});

describe("the same day in history", () => {
  const [lesson] = lessons;
  if (lesson === undefined) throw new Error("no lessons");
  const timeline = [
    { date: "1935-01-15", text: "遵义会议开幕" },
    { date: "1934-01-15", text: "另一件事" },
    { date: "1935-01", text: "没有日子的事" },
  ];
  const dated = { ...lesson, front: { ...lesson.front, timeline } };
  it("tells what lessons date to it, the oldest first, and not what the entry tells itself", () => {
    expect(sameDayOf([dated], "01-15", null).map(({ year }) => year)).toEqual(["1934年", "1935年"]);
    expect(sameDayOf([dated, dated], "01-15", "1935-01-15").map(({ text }) => text)).toEqual(["另一件事"]);
    expect(sameDayOf([dated], "01-16", null)).toEqual([]);
  });
});

describe("the leaf", () => {
  const mourning = entries.find(({ front }) => front.mourning === true);
  it("on a day of mourning has the candle", () => {
    expect(leafView("2026-12-13", mourning ?? null)).toMatchObject({ isMourning: true, drawing: "candle", day: "13" });
  });
  it("without an entry has the lamp and is no leaf of mourning", () => {
    expect(leafView("2027-03-05", null)).toMatchObject({ isMourning: false, drawing: "lamp", weekday: "星期五" });
  });
  it("counts questions and sources in words", () => {
    const entry = entries.find(({ front }) => front.sources.length === 2);
    if (entry === undefined) throw new Error("no entry with two sources");
    expect(leafFoot(entry, 2)).toBe("三分钟以内，附两道回想题和两处出处");
    expect(leafFoot(entry, 0)).toBe("三分钟以内，附两处出处");
  });
});

describe("what is shown of an entry", () => {
  // A whole year is rendered.
  it("has the questions and nothing that tells their answers", { timeout: 60_000 }, () => {
    for (const entry of entries) {
      const versions = listRecallVersions(entry);
      const text = JSON.stringify(entryView(entry, versions).recall);
      expect(versions.length).toBeGreaterThan(0);
      expect(text).not.toMatch(/"(right|answer|explanation|accepted|passage|pairs|items)":(?!\[\{"key")/);
      for (const { explanation } of versions) expect(text).not.toContain(explanation);
    }
  });
});
