import { describe, expect, it } from "vitest";
import { getLibrary } from "@/features/library/content/get-library";
import { atomFeed, dailyCalendar } from "./document";

const input = { entries: getLibrary().entries, today: "2026-11-21", publicUrl: "https://learn.example" };

describe("the Atom feed", () => {
  const text = atomFeed(input);
  it("begins with today and ends thirty days back, never with a day to come", () => {
    const links = [...text.matchAll(/<link href="https:\/\/learn\.example\/daily\/([\d-]+)"/g)].map(
      ([, monthDay]) => monthDay,
    );
    expect(links[0]).toBe("11-21");
    expect(links).not.toContain("11-22");
    expect(links).toEqual([...links].sort().reverse());
  });
  it("dates an item at midnight in Shanghai and names it by its year", () => {
    expect(text).toContain("<id>https://learn.example/daily/11-21?year=2026</id>");
    expect(text).toContain("<updated>2026-11-20T16:00:00.000Z</updated>");
  });
  it("leads notes and links to the site", () => {
    expect(text).toContain('href="https://learn.example/daily/11-21#source-s1"');
    expect(text).not.toMatch(/(href|src)="[#/]/);
  });
  it("is the same text for the same entries", () => {
    expect(atomFeed(input)).toBe(text);
  });
  it("has nothing of an entry that is left out", () => {
    const without = atomFeed({ ...input, entries: input.entries.filter(({ monthDay }) => monthDay !== "11-21") });
    expect(without).not.toContain("daily/11-21");
  });
  it("is a feed without any entry as well", () => {
    expect(atomFeed({ ...input, entries: [] })).toContain("<feed");
  });
});

describe("the calendar", () => {
  const text = dailyCalendar(input);
  it("has whole days that come back every year, whatever the server's time zone", () => {
    expect(text).toMatch(/DTSTART;VALUE=DATE:20261121\r\n/);
    expect(text).toMatch(/DTEND;VALUE=DATE:20261122\r\n/);
    expect(text.match(/RRULE:FREQ=YEARLY/g)).toHaveLength(input.entries.length);
  });
  it("is the same text for the same entries", () => {
    expect(dailyCalendar(input)).toBe(text);
  });
});
