import { describe, expect, it } from "vitest";
import { JOB_NAMES } from "@/domain/jobs/schedule";
import type { RunRow } from "./queries";
import { backupFault, jobLines, missingHolidays, periodWords, undoneLines } from "./view";

const AT = new Date("2026-11-20T02:00:00Z");
const run = (job: string, over: Partial<RunRow> = {}): RunRow => ({
  ...{ job, period: "2026-11-20", state: "done", attempts: 1, startedAt: AT, finishedAt: AT, note: "核对0人", ...over },
});

describe("the committee's view of the clock", () => {
  it("has a line for every job, with its last run and its next", () => {
    const lines = jobLines([run("settle-moves")], AT);
    expect(lines.map(({ name }) => name)).toEqual(JOB_NAMES);
    expect(lines.find(({ name }) => name === "settle-moves")).toEqual({
      ...{ name: "settle-moves", title: "转接生效", when: "每天00:00", late: "停机错过了，当天补做" },
      ...{ last: { at: "11月20日 10:00", standing: "done", words: "办成了", note: "核对0人" }, next: "11月21日 00:00" },
    });
    expect(lines.find(({ name }) => name === "purge-tokens")?.last).toBeNull();
    expect(lines.find(({ name }) => name === "write-pushes")?.late).toContain("三小时内");
  });

  it("tells what was not done, and what can be asked for again", () => {
    const failed = { state: "failed", note: "磁盘满了" };
    const lines = undoneLines(
      [
        run("settle-moves", { ...failed, attempts: 3 }),
        run("warn-of-terms", failed),
        run("work-imports", { ...failed, attempts: 3, period: "2026-11-20T01:59" }),
        run("purge-tokens", { state: "running", finishedAt: null }),
        run("refresh-study-totals", {
          state: "running",
          finishedAt: null,
          startedAt: new Date("2026-11-20T01:45:00Z"),
        }),
        run("removed-long-ago", failed),
        run("close-season", { state: "asked", period: "2026Q3" }),
      ],
      AT,
    );
    expect(lines.map(({ job, standing, mayRepeat, about }) => [job, standing, mayRepeat, about])).toEqual([
      ["settle-moves", "failed", true, "2026年11月20日"],
      ["warn-of-terms", "again", true, "2026年11月20日"],
      ["work-imports", "failed", false, "11月20日 09:59"],
      ["refresh-study-totals", "lost", true, "2026年11月20日"],
      ["close-season", "asked", false, "2026年第三季度"],
    ]);
    expect(lines[0]).toMatchObject({ words: "试了3次没有办成", reason: "磁盘满了" });
    expect(lines[2]?.words).toBe("没有办成，下一次接着做");
  });

  it("names a week", () => {
    expect(periodWords({ every: "week", from: "08:00" }, "2026-W07")).toBe("2026年第7周");
  });

  it.each([
    ["2026-10-31", null],
    ["2026-11-01", "2027"],
    ["2027-01-01", "2027"],
    ["2025-12-31", null],
  ])("on %s the days off missing are those of %s", (today, year) => {
    expect(missingHolidays(today)).toBe(year);
  });
});

describe("backups", () => {
  it.each([
    [null, "没有找到备份。"],
    ["2026-11-19", "最近一份备份是2026年11月19日的。"],
    ["2026-11-20", undefined],
    ["2026-11-22", undefined],
  ])("of which the newest is of %s", (newest, title) => {
    expect(backupFault({ day: newest }, "2026-11-22")?.title).toBe(title);
  });

  it("whose folder does not open are not told to be there, nor to be missing", () => {
    expect(backupFault({ fault: "EACCES" }, "2026-11-22")?.title).toBe("备份文件夹打不开（EACCES）。");
  });

  it("that are missed say what is kept and what to do", () => {
    for (const found of [{ day: null }, { day: "2026-01-01" }, { fault: "EACCES" }])
      expect(backupFault(found, "2026-11-22")?.words).toContain("BACKUP_DIR");
  });
});
