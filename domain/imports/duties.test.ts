import { describe, expect, it } from "vitest";
import { DUTY_RULES, dutyChecker, yearsNamed, type DutyField, type KnownDuty } from "./duties";
import type { ImportTable } from "./header";
import type { SheetRow } from "./types";

const COLUMNS = Object.fromEntries(DUTY_RULES.map(({ field }, index) => [field, String.fromCharCode(65 + index)]));

const DONE: KnownDuty = {
  ...{ id: "d1", organisation: "示例企业", year: "2026", title: "示例谈心", period: "2026Q1", state: "done" },
  ...{ version: 3, doneById: "secretary", isByWorker: false, returned: "" },
};
const LINE = { name: "示例企业", year: "2026", dutyTitle: "示例谈心", dutyPeriod: "第一季度" } as const;

type Line = Readonly<Partial<Record<DutyField, string>>>;

function tableOf(lines: readonly Line[]): ImportTable<DutyField> {
  const rows = lines.map((line, index): SheetRow => ({
    ...{ number: index + 2, hidden: false },
    cells: Object.entries(line).map(([field, text]) => ({ column: COLUMNS[field] ?? "", text, kind: "text" as const })),
  }));
  return {
    ...{ sheet: "责任", date1904: false, headerRow: 1, columns: COLUMNS, heads: {}, unknown: [] },
    ...{ rows, skipped: [], faults: [] },
  };
}

function judge(line: Line, duty: Partial<KnownDuty> = {}, others: readonly KnownDuty[] = []) {
  const table = tableOf([line]);
  const check = dutyChecker(table, { duties: [{ ...DONE, ...duty }, ...others], actorId: "staff" });
  const { state, changes, faults } = check(table.rows[0] as SheetRow);
  return state === "fault" ? faults.map(({ problem }) => problem).join() : `${state} ${changes[0]?.after ?? ""}`.trim();
}

describe("a row about a duty", () => {
  it.each<[string, Line, Partial<KnownDuty>]>([
    ["same", {}, {}],
    ["update 确认办结", { decision: "确认" }, {}],
    ["update 退回：补一句", { decision: "退回", missing: "补一句" }, {}],
    // Brought in again.
    ["same", { decision: "确认" }, { state: "confirmed" }],
    ["same", { decision: "退回", missing: "补一句" }, { state: "open", doneById: null, returned: "补一句" }],
    // What the system recorded is nobody's own.
    ["update 确认办结", { decision: "确认" }, { doneById: null }],
    ["这一件是你自己报的。", { decision: "确认" }, { doneById: "staff" }],
    ["这一件还没有报办结，不能确认或退回。", { decision: "确认" }, { state: "open", doneById: null }],
    ["这一件已经确认办结，不能退回。", { decision: "退回", missing: "补一句" }, { state: "confirmed" }],
    ["退回没有写还差什么。", { decision: "退回", missing: "补" }, {}],
    ["超过200个字。", { decision: "退回", missing: "补".repeat(201) }, {}],
    ["没有“可以”。", { decision: "可以" }, {}],
    ["写了还差什么，没有写处理。", { missing: "补一句" }, {}],
    ["没有填“责任”。", { dutyTitle: "" }, {}],
    ["没有这家组织的责任，或者不归你管。", { name: "别的单位" }, {}],
    ["这家没有这一年、这一期的这件责任。", { year: "2025" }, {}],
  ])("is %s", (expected, line, duty) => {
    expect(judge({ ...LINE, ...line }, duty)).toBe(expected);
  });

  it("is read whatever spaces and widths its cells have", () => {
    expect(judge({ ...LINE, name: " 示例 企业", year: "２０２６年", decision: "确认" })).toBe("update 确认办结");
  });

  it("is a fault when two duties are called the same", () => {
    expect(judge(LINE, {}, [{ ...DONE, id: "d2" }])).toBe("这家有两件同名同期的责任，分不清是哪一件。");
  });

  it("names the years that have to be looked up", () => {
    expect(yearsNamed(tableOf([LINE, { ...LINE, year: "２０２５年" }, { ...LINE, year: "去年" }]))).toEqual([
      "2026",
      "2025",
    ]);
  });
});
