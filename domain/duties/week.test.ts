import { expect, it } from "vitest";
import { firstWorkingDayOfWeek } from "../calendar/working-days";
import { endOfWeek, isReminderTime, reminderWhy } from "./week";

it.each([
  ["an ordinary week", "2026-11-26", "2026-11-23"],
  ["its Sunday", "2026-11-29", "2026-11-23"],
  ["after the national day", "2026-10-05", "2026-10-08"],
  ["a holiday on Monday", "2026-04-06", "2026-04-07"],
  ["a week that is all holiday", "2026-02-18", null],
  ["over the end of a year without a notice", "2027-01-01", "2026-12-28"],
])("the first working day of %s", (_title, date, day) => expect(firstWorkingDayOfWeek(date)).toBe(day));

it.each([
  ["2026-10-07", false],
  ["2026-10-08", true],
  ["2026-10-11", true],
  ["2026-02-22", false],
  ["2026-11-23", true],
])("on %s the list of the week is due: %s", (today, is) => expect(isReminderTime(today)).toBe(is));

it.each([
  ["due on the Sunday", "open", "2026-11-29", "due"],
  ["due next Monday", "open", "2026-11-30", null],
  ["due today", "open", "2026-11-24", "due"],
  ["due yesterday", "open", "2026-11-23", "overdue"],
  ["done", "done", "2026-11-23", null],
  ["dropped", "dropped", "2026-11-23", null],
])("a duty %s", (_title, state, dueOn, why) => expect(reminderWhy({ state, dueOn }, "2026-11-24")).toBe(why));

it("a week ends on Sunday", () => {
  expect([endOfWeek("2026-11-23"), endOfWeek("2026-11-29")]).toEqual(["2026-11-29", "2026-11-29"]);
});
