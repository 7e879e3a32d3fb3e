import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { ImportKind } from "@/features/imports/types";
import { db } from "@/lib/db";
import { addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, countsOf, fileOf, problemsOf, write } from "./staging";

const stored = (name: string) => readFileSync(new URL(`../../fixtures/sheets/${name}`, import.meta.url));

type Expected = { new: number; fault: number; problem: string };

/** What Excel, WPS, LibreOffice and a personnel system wrote: rows to register, rows with faults, one of the problems. */
const FILES: readonly (readonly [name: string, kind: ImportKind, expected: Expected])[] = [
  ["excel-members.xlsx", "members", { new: 3, fault: 1, problem: "公式出错，显示#N/A。" }],
  ["wps-members.xlsx", "members", { new: 3, fault: 0, problem: "" }],
  ["sdk-members.xlsx", "members", { new: 0, fault: 2, problem: "没有填“身份”。" }],
  ["excel-gb18030.csv", "members", { new: 2, fault: 1, problem: "数字变成了科学计数法1.39E+10，后几位已经丢失。" }],
  ["excel-unicode.txt", "members", { new: 0, fault: 1, problem: "没有填“身份”。" }],
  ["libreoffice-organisations.xlsx", "organisations", { new: 1, fault: 0, problem: "" }],
];

describeOnBothEngines("files of other programs", () => {
  beforeAll(async () => {
    await addStation("s1");
    await db().station.update({ where: { id: "s1" }, data: { name: "示例中心站" } });
    for (const [shortCode, name] of [
      ["SLJM", "示例精密(集团)公司"],
      ["SLDZ", "示例电子公司"],
      ["SLYC", "示例一厂"],
    ] as const) {
      const organisation = { kind: "enterprise", name, nameKey: name, shortCode, stationId: "s1" };
      await db().organisation.create({ data: organisation });
    }
  });
  beforeEach(async () => {
    await db().importFile.deleteMany();
    await db().employment.deleteMany();
    await db().login.deleteMany();
    await db().member.deleteMany();
  });

  test.each(FILES)("%s is looked at, written, and is nothing new the second time", async (name, kind, expected) => {
    const importId = await bring({ kind, content: stored(name) });
    expect(await fileOf(importId)).toMatchObject({ state: "checked", note: "" });
    expect(await countsOf(importId)).toMatchObject({ new: expected.new, fault: expected.fault });
    if (expected.problem !== "") expect(await problemsOf(importId)).toContain(expected.problem);
    expect(await write(importId)).toMatchObject({ ok: true });
    expect(await countsOf(await bring({ kind, content: stored(name) }))).toMatchObject({ new: 0, update: 0 });
  });
});
