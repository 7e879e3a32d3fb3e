import { beforeAll, expect, it } from "vitest";
import { readLines } from "@/domain/duties/lines-sheet";
import { bringInLines } from "@/features/duties/mutations/bring-in-lines";
import { findTemplate } from "@/features/duties/queries/templates";
import { linesSheet } from "@/features/duties/sheet";
import { db } from "@/lib/db";
import { readWorkbook } from "@/lib/sheets/read";
import { issueList, LINE } from "@/tests/factories/duties";
import { addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date("2026-01-05T02:00:00Z");
const by = { year: "2026", actorId: "committee", now };
const ODD = `=1+1, "引号"、<b>`;

describeOnBothEngines("a list as a spreadsheet", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addOrganisation("o1", "s1");
    const once = { title: "示例轮训", rhythm: "once", onDate: "2026-06-30" } as const;
    await issueList("2026", [{ ask: ODD }, once, { title: "示例学习", rhythm: "monthly", source: "study" }], now);
  });

  const exported = async () => {
    const active = ((await findTemplate("2026"))?.lines ?? []).filter(({ state }) => state === "active");
    const bytes = await (await linesSheet("2026", active)).arrayBuffer();
    const { sheets } = await readWorkbook(new Uint8Array(bytes));
    return readLines(sheets[0]?.rows ?? [], "2026");
  };

  it("comes back as it went out, and changes nothing, however often", async () => {
    const read = await exported();
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(read.lines.map(({ title, ask }) => [title, ask])).toContainEqual(["示例谈心", ODD]);
    const acts = await db().auditEntry.count();
    for (let round = 0; round < 2; round += 1) {
      expect(await bringInLines({ ...by, lines: read.lines })).toEqual({ ok: true, added: 0, changed: 0, same: 3 });
    }
    expect(await db().auditEntry.count()).toBe(acts);
  });

  it("edited, it changes and adds; its duties follow; what it does not speak of stays", async () => {
    const lines = [
      { ...LINE, ask: ODD, daysBefore: 0 },
      { ...LINE, title: "示例新的", rhythm: "yearly" as const },
    ];
    const twice = await Promise.all([bringInLines({ ...by, lines }), bringInLines({ ...by, lines })]);
    expect(twice).toContainEqual({ ok: true, added: 1, changed: 1, same: 0 });
    expect(twice).toContainEqual({ ok: true, added: 0, changed: 0, same: 2 });
    const duties = await db().duty.findMany({ where: { state: "open" }, orderBy: { dueOn: "asc" } });
    expect(duties.find(({ title }) => title === "示例谈心")?.dueOn).toBe("2026-03-31");
    expect(duties.filter(({ title }) => title === "示例新的")).toHaveLength(1);
    expect(duties.filter(({ title }) => title === "示例学习")).toHaveLength(12);
  });

  it("with too many lines nothing of it is written", async () => {
    const lines = Array.from({ length: 40 }, (_, index) => ({ ...LINE, title: `多${index}` }));
    expect(await bringInLines({ ...by, lines })).toEqual({ ok: false, reason: "too-many" });
    expect(await db().dutyLine.count({ where: { title: { startsWith: "多" } } })).toBe(0);
    expect(await bringInLines({ ...by, year: "2031", lines })).toEqual({ ok: false, reason: "gone" });
  });
});
