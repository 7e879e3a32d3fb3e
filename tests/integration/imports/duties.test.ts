import { beforeAll, beforeEach, expect, it } from "vitest";
import { DUTY_RULES } from "@/domain/imports/duties";
import type { ZoneScope } from "@/features/access/types";
import { confirmDuty, reportDuty } from "@/features/duties/mutations/do-duty";
import { listYearOf } from "@/features/duties/queries/duties";
import { listProgress } from "@/features/duties/queries/progress";
import { organisationSheet, weekSheet } from "@/features/duties/sheet";
import { byStation } from "@/features/duties/view/progress";
import { writeImport } from "@/features/imports/mutations/write-import";
import { faultLines } from "@/features/imports/view";
import { db } from "@/lib/db";
import { readWorkbook } from "@/lib/sheets/read";
import { issueList } from "@/tests/factories/duties";
import { addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, countsOf, csvOf, NOW, rowsOf, TODAY, write } from "./staging";

const HEADS = DUTY_RULES.map(({ label }) => label);
const ZONE = { stationId: null } as ZoneScope;

/** 第一季度 of 示例谈心 of one organisation, as a sheet says it. */
const line = (organisation: string, decision = "", missing = "", period = "第一季度") => [
  ...[`示例企业${organisation}`, "2026", "示例谈心", period, decision, missing],
];
const look = (lines: readonly (readonly string[])[], stationId: string | null = null) =>
  bring({ kind: "duties", content: csvOf(HEADS, lines), stationId });

const duty = (organisationId: string, period = "2026Q1") =>
  db().duty.findFirstOrThrow({ where: { organisationId, period } });

async function report(organisationId: string, actorId: string): Promise<void> {
  const { id: dutyId, version } = await duty(organisationId);
  await reportDuty({ dutyId, version, actorId, now: NOW, manner: "reported", evidence: "谈了三人", link: "" });
}

describeOnBothEngines("decisions about duties from a sheet", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addStation("s2");
    await addOrganisation("o1", "s1");
    await addOrganisation("o2", "s1");
    await addOrganisation("o3", "s2");
    for (const id of ["secretary", "staff", "other"]) await addMember({ id, organisationId: "o1" });
  });
  beforeEach(async () => {
    for (const table of ["importFile", "notice", "duty", "dutyLine", "dutyTemplate"] as const) {
      await (db()[table] as { deleteMany: () => Promise<unknown> }).deleteMany();
    }
    await issueList("2026", [{}], new Date("2026-01-10T02:00:00Z"));
  });

  it("are written all at once, told to whoever reported, on record, and the same sheet again changes nothing", async () => {
    await report("o1", "secretary");
    await report("o2", "secretary");
    const lines = [line("o1", "确认"), line("o2", "退回", "写一句谈了谁"), line("o3")];
    const importId = await look(lines);
    expect(await countsOf(importId)).toMatchObject({ update: 2, same: 1, fault: 0, new: 0 });
    expect(await duty("o1")).toMatchObject({ state: "done", version: 1 });
    expect(await write(importId)).toMatchObject({ ok: true });
    expect(await duty("o1")).toMatchObject({ state: "confirmed", confirmedById: "staff", version: 2 });
    expect(await duty("o2")).toMatchObject({
      ...{ state: "open", returned: "写一句谈了谁", evidence: "", doneById: null, doneAt: null, version: 2 },
    });
    expect(await db().notice.findMany()).toMatchObject([
      {
        memberId: "secretary",
        text: expect.stringContaining("谈了谁"),
        href: `/branch/duties/${(await duty("o2")).id}`,
      },
    ]);
    const acts = await db().auditEntry.findMany({ where: { subjectKind: "duty", actorId: "staff" } });
    expect(acts.map(({ action }) => action).sort()).toEqual(["duty.confirm", "duty.return"]);
    expect(await write(importId)).toMatchObject({ ok: false, reason: "state" });
    expect(await countsOf(await look(lines))).toMatchObject({ update: 0, same: 3, fault: 0 });
  });

  it("faults are told by cell, and a row with a fault writes nothing", async () => {
    await report("o1", "staff");
    await report("o2", "secretary");
    const importId = await look([
      ...[line("o1", "确认"), line("o2", "退回"), line("o3", "确认"), line("o3", "也行", "", "第二季度")],
      ...[
        line("o3", "", "补一句", "第三季度"),
        line("没有"),
        line("o3", "", "", "五月"),
        line("o1", "", "", "第二季度"),
      ],
      line("o1", "", "", "第二季度"),
    ]);
    const labels = Object.fromEntries(DUTY_RULES.map(({ field, label }) => [field, label]));
    const faults = faultLines(await rowsOf(importId), labels);
    expect(faults.map(({ cell, problem }) => `${cell} ${problem}`)).toEqual([
      "E2 这一件是你自己报的。",
      "F3 退回没有写还差什么。",
      "E4 这一件还没有报办结，不能确认或退回。",
      "E5 没有“也行”。",
      "E6 写了还差什么，没有写处理。",
      "A7 没有这家组织的责任，或者不归你管。",
      "C8 这家没有这一年、这一期的这件责任。",
      "C9 和第10行说的是同一件责任。",
      "C10 和第9行说的是同一件责任。",
    ]);
    expect(await write(importId)).toMatchObject({ ok: true, counts: { update: 0 } });
    expect(await db().duty.count({ where: { state: "confirmed" } })).toBe(0);
  });

  it("of another station are not there", async () => {
    await report("o3", "secretary");
    expect(await countsOf(await look([line("o3", "确认")], "s1"))).toMatchObject({ fault: 1, update: 0 });
    expect(await countsOf(await look([line("o3", "确认")], "s2"))).toMatchObject({ fault: 0, update: 1 });
  });

  it("decided on the page meanwhile: nothing of the sheet is written, and it is shown anew", async () => {
    await report("o1", "secretary");
    await report("o2", "secretary");
    const importId = await look([line("o1", "确认"), line("o2", "确认")]);
    const { id: dutyId, version } = await duty("o2");
    expect(await confirmDuty({ dutyId, version, actorId: "other", now: NOW })).toEqual({ ok: true });
    expect(await write(importId)).toMatchObject({ ok: false, reason: "changed" });
    expect(await duty("o1")).toMatchObject({ state: "done" });
    expect(await countsOf(importId)).toMatchObject({ update: 1, same: 1 });
    expect(await write(importId)).toMatchObject({ ok: true });
    expect(await duty("o1")).toMatchObject({ state: "confirmed", confirmedById: "staff" });
  });

  it("are written by whoever brought the sheet in alone", async () => {
    await report("o1", "secretary");
    const importId = await look([line("o1", "确认")]);
    const input = { importId, actorId: "secretary", clock: () => NOW };
    expect(await writeImport(input)).toMatchObject({ ok: false, reason: "state" });
    expect(await duty("o1")).toMatchObject({ state: "done" });
  });

  it("what is taken away comes back as it is, and says how far everybody is", async () => {
    await report("o1", "secretary");
    const duties = await listYearOf(ZONE, "2026");
    const organisations = await listProgress(ZONE, { year: "2026", today: TODAY });
    const stations = byStation([{ id: "s1", name: "示例站s1" }], organisations);
    const bytes = await weekSheet({ year: "2026", today: TODAY, duties, organisations, stations });
    const content = Buffer.from(await bytes.arrayBuffer());
    expect(await countsOf(await bring({ kind: "duties", content }))).toMatchObject({ same: 12, fault: 0, update: 0 });
    const { sheets } = await readWorkbook(new Uint8Array(content));
    const visible = sheets.filter(({ hidden }) => !hidden);
    expect(visible.map(({ name }) => name)).toEqual(["责任", "按站", "按组织", "说明"]);
    expect(visible[0]?.rows[1]?.cells.map(({ text }) => text)).toContain("谈了三人");
    const own = duties.filter(({ organisationId }) => organisationId === "o1");
    const one = await organisationSheet({ name: "示例企业o1", year: "2026", today: TODAY, duties: own, own: [] });
    const back = Buffer.from(await one.arrayBuffer());
    expect(await countsOf(await bring({ kind: "duties", content: back }))).toMatchObject({ same: 4, fault: 0 });
  });
});
