import { beforeAll, beforeEach, expect, test } from "vitest";
import { PROJECT_RULES } from "@/domain/imports/projects";
import { projectTemplate } from "@/features/imports/sheet";
import { faultLines } from "@/features/imports/view";
import { openText } from "@/lib/crypto";
import { db } from "@/lib/db";
import { readWorkbook } from "@/lib/sheets/read";
import { MARKERS } from "@/tests/factories/projects";
import { addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, countsOf, csvOf, rowsOf, write } from "./staging";

const LINE: Readonly<Record<string, string>> = {
  ...{ 要办什么: "给自习室添四盏台灯", 类型: "微心愿", 类别: "添置物品", 村或社区: "示例村" },
  ...{ 需要什么: "四盏护眼台灯，开学以前送到。", 几天办好: "14天", 联系谁: "本人或家里", 姓名: MARKERS.name },
  ...{
    电话: MARKERS.phone,
    住址: MARKERS.address,
    谁同意的: "本人",
    哪一天同意的: "2026/11/1",
    怎样同意的: "书面签字",
  },
};
const CHILD = {
  ...LINE,
  ...{ 要办什么: "给孩子找一位陪读的人", 未满14岁: "是", 联系谁: "工作站转达", 谁同意的: "监护人" },
  ...{ 姓名: "", 电话: "", 住址: "" },
};

const HEADS = PROJECT_RULES.map(({ label }) => label);
const sheet = (lines: readonly Readonly<Record<string, string>>[]): Buffer =>
  csvOf(
    HEADS,
    lines.map((line) => HEADS.map((head) => line[head] ?? "")),
  );
const look = (lines: readonly Readonly<Record<string, string>>[]) =>
  bring({ kind: "projects", content: sheet(lines), stationId: "s1" });

describeOnBothEngines("projects from a sheet", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addStation("s2");
    await addMember({ id: "staff" });
  });
  beforeEach(async () => {
    await db().project.deleteMany();
  });

  test("become proposals that wait for the first look, the contact sealed apart; again they are the same", async () => {
    const importId = await look([LINE, CHILD]);
    expect(await countsOf(importId)).toMatchObject({ new: 2, fault: 0 });
    expect(await db().project.count()).toBe(0);
    expect(await write(importId)).toMatchObject({ ok: true });
    const rows = await db().project.findMany({ orderBy: { isUnder14: "asc" }, include: { contact: true } });
    expect(rows).toMatchObject([
      {
        ...{ state: "submitted", stationId: "s1", days: 14, writers: '["staff"]', isUnder14: false },
        ...{ consentOn: "2026-11-01", consentHow: "written", consentRecordedById: "staff" },
      },
      { isUnder14: true, contactKind: "station", contact: null, consentBy: "guardian" },
    ]);
    const contact = JSON.parse(openText(rows[0]?.contact?.cipher ?? "")) as unknown;
    expect(contact).toEqual({ name: MARKERS.name, address: MARKERS.address, phone: MARKERS.phone });
    const log = JSON.stringify(await db().auditEntry.findMany());
    for (const marker of Object.values(MARKERS)) expect(log).not.toContain(marker);
    expect(await countsOf(await look([LINE, CHILD]))).toMatchObject({ new: 0, same: 2 });
  });

  test("faults are told by row and column, and only faultless rows are written", async () => {
    const wrong = [
      { ...CHILD, 电话: MARKERS.phone },
      { ...LINE, 要办什么: "给活动室添一块白板", 类型: "心愿单", 哪一天同意的: "2026-12-31", 几天办好: "11" },
      { ...LINE, 要办什么: "给村口添一盏路灯", 工作站: "示例站s2" },
    ];
    const importId = await look([LINE, ...wrong]);
    const labels = Object.fromEntries(PROJECT_RULES.map(({ field, label }) => [field, label]));
    const faults = faultLines(await rowsOf(importId), labels);
    expect(faults.map(({ row, label }) => `${row} ${label}`)).toEqual([
      ...["3 电话", "4 类型", "4 几天办好", "4 哪一天同意的", "5 工作站"],
    ]);
    expect(faults[0]).toMatchObject({ cell: "L3", written: "（不显示）" });
    await write(importId);
    expect(await db().project.count()).toBe(1);
  });

  test("no staged row shows a contact", async () => {
    const rows = await rowsOf(await look([LINE, { ...LINE, 要办什么: "", 电话: "问村里" }]));
    const shown = JSON.stringify(rows.map((row) => [row.shown, row.faults]));
    for (const text of [...Object.values(MARKERS), "问村里"]) expect(shown).not.toContain(text);
  });

  test("one project twice in a sheet is a fault of both rows", async () => {
    expect(await countsOf(await look([LINE, { ...LINE, 需要什么: "另外的说法，也是四盏。" }]))).toMatchObject({
      fault: 2,
    });
  });

  test("the template has every column an import reads", async () => {
    const bytes = new Uint8Array(await (await projectTemplate(["示例站s1"])).arrayBuffer());
    const [first] = (await readWorkbook(bytes)).sheets;
    expect(first?.rows[0]?.cells.map(({ text }) => text)).toEqual(HEADS);
  });
});
