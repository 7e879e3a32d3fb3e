import { beforeAll, expect, it } from "vitest";
import { adaptLine } from "@/features/duties/mutations/adapt-line";
import { issueTemplate, openTemplate } from "@/features/duties/mutations/draw-up-template";
import { makeDuties, makeDutiesOf, makeDutiesOfAllYears } from "@/features/duties/mutations/make-duties";
import { addLine, editLine, setLineState } from "@/features/duties/mutations/write-line";
import { findServing, listServed, listServing } from "@/features/duties/queries/duty-list";
import { listYear } from "@/features/duties/queries/organisation-year";
import { findTemplate } from "@/features/duties/queries/templates";
import type { BranchScope } from "@/features/access/types";
import { db } from "@/lib/db";
import { draftList, issueList, LINE } from "@/tests/factories/duties";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const at = (day: string) => new Date(`${day}T02:00:00Z`);
const by = { actorId: "committee", now: at("2026-01-05") };
const days = async (organisationId: string, year = "2026") =>
  (await listYear(organisationId, year)).map(({ title, period, dueOn }) => `${title} ${period} ${dueOn}`);

describeOnBothEngines("duty lists", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["o1", "o2", "o3"]) await addOrganisation(id, "s1");
    await addBranch("joint", "s1");
    await db().branch.create({
      data: { id: "own", name: "示例支部own", kind: "hosted", stationId: "s1", hostOrganisationId: "o1" },
    });
    for (const id of ["a", "b"]) await addMember({ id, branchId: "joint", organisationId: "o1" });
    await addMember({ id: "c", branchId: "joint", organisationId: "o2" });
  });

  it("are kept by the own branch, else by the one where its people are, else by nobody's", async () => {
    expect([...(await listServing("2026-01-05"))].sort()).toEqual([
      ["o1", "own"],
      ["o2", "joint"],
    ]);
    expect(await findServing("o3", "2026-01-05")).toBeNull();
    expect(await listServed({ branchId: "joint" } as BranchScope, "2026-01-05")).toEqual(["o2"]);
  });

  it("begin as a draft that makes nothing, once a year", async () => {
    const tries = await Promise.all([1, 2, 3].map(() => openTemplate({ year: "2025", ...by })));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await makeDuties({ year: "2025", now: at("2025-01-06") })).toEqual({ added: 0, changed: 0, dropped: 0 });
    expect((await findTemplate("2025"))?.lines.length).toBeGreaterThan(3);
  });

  it("take over the lines of the year before", async () => {
    await draftList("2026", [{}, { title: "示例轮训", rhythm: "once", onDate: "2026-06-30" }], by.now);
    await openTemplate({ year: "2027", ...by });
    const lines = (await findTemplate("2027"))?.lines ?? [];
    expect(lines.map(({ title, onDate }) => [title, onDate])).toEqual([
      ["示例谈心", null],
      ["示例轮训", "2027-06-30"],
    ]);
  });

  it("are issued once; five presses at once and ten more makings make each duty once", async () => {
    const { version } = await db().dutyTemplate.findUniqueOrThrow({ where: { year: "2026" } });
    const press = () => issueTemplate({ year: "2026", version, ...by });
    expect((await Promise.all([1, 2, 3, 4, 5].map(press))).every(({ ok }) => ok)).toBe(true);
    expect(await db().auditEntry.count({ where: { action: "duty-template.issue" } })).toBe(1);
    const make = () => makeDutiesOf({ organisationId: "o1", year: "2026", now: by.now });
    await Promise.all(Array.from({ length: 10 }, make));
    const wanted = ["Q1 2026-03-24", "Q2 2026-06-23", "Q3 2026-09-22", "Q4 2026-12-24"];
    for (const id of ["o1", "o2", "o3"]) {
      expect((await days(id)).filter((line) => line.startsWith("示例谈心"))).toEqual(
        wanted.map((line) => `示例谈心 2026${line}`),
      );
      expect(await days(id)).toHaveLength(5);
    }
  });

  it("have another number, or a line less, for one organisation, with the reason; the others are as they were", async () => {
    const [line] = (await findTemplate("2026"))?.lines ?? [];
    const change = { organisationId: "o2", lineId: line?.id ?? "", isLeftOut: false, effort: null, reason: "人少" };
    expect(await adaptLine({ ...change, version: 0, daysBefore: 41, ...by })).toMatchObject({ field: "daysBefore" });
    expect(await adaptLine({ ...change, version: 0, daysBefore: 0, ...by })).toEqual({ ok: true });
    expect((await days("o2"))[0]).toBe("示例谈心 2026Q1 2026-03-31");
    expect((await days("o1"))[0]).toBe("示例谈心 2026Q1 2026-03-24");
    expect(await adaptLine({ ...change, version: 0, daysBefore: 1, ...by })).toEqual({ ok: false, reason: "stale" });
    expect(await adaptLine({ ...change, isLeftOut: true, version: 1, daysBefore: null, ...by })).toEqual({ ok: true });
    expect(await days("o2")).toEqual(["示例轮训 2026 2026-06-23"]);
  });

  it("change what is to come and was not started, when the template changes", async () => {
    const line = (await findTemplate("2026"))?.lines[0];
    const [, second] = await listYear("o1", "2026");
    await db().duty.update({ where: { id: second?.id ?? "" }, data: { isStarted: true } });
    const now = at("2026-04-10");
    const input = { ...LINE, id: line?.id ?? "", title: "示例谈话", daysBefore: 0, actorId: "committee", now };
    expect(await editLine({ ...input, version: 9 })).toEqual({ ok: false, reason: "stale" });
    expect(await editLine({ ...input, version: line?.version ?? 0 })).toMatchObject({ ok: true });
    expect((await days("o1")).filter((text) => text.includes("谈"))).toEqual([
      "示例谈心 2026Q1 2026-03-24",
      "示例谈心 2026Q2 2026-06-23",
      "示例谈话 2026Q3 2026-09-30",
      "示例谈话 2026Q4 2026-12-31",
    ]);
  });

  it("lose what is no longer asked, and have it again when it is", async () => {
    const line = (await findTemplate("2026"))?.lines[0];
    const act = { id: line?.id ?? "", actorId: "committee", now: at("2026-04-10") };
    await setLineState({ ...act, version: line?.version ?? 0, state: "removed" });
    expect((await days("o3")).filter((text) => text.includes("谈"))).toEqual(["示例谈心 2026Q1 2026-03-24"]);
    await setLineState({ ...act, version: (line?.version ?? 0) + 1, state: "active" });
    expect((await days("o3")).filter((text) => text.includes("谈"))).toHaveLength(4);
  });

  it("come to an organisation that is new at the next making, without what is past; a closed one gets nothing new", async () => {
    await addOrganisation("o4", "s1");
    await makeDutiesOfAllYears(at("2026-08-01"));
    expect((await days("o4")).map((text) => text.slice(5, 11))).toEqual(["2026Q3", "2026Q4"]);
    await db().organisation.update({ where: { id: "o4" }, data: { state: "closed" } });
    await makeDutiesOfAllYears(at("2026-10-10"));
    expect((await days("o4")).map((text) => text.slice(5, 11))).toEqual(["2026Q3"]);
  });

  it("are made for a whole zone, whatever one of its organisations is spared", async () => {
    const ids = Array.from({ length: 90 }, (_, index) => `many-${String(index).padStart(2, "0")}`);
    for (const id of ids) await addOrganisation(id, "s1");
    const [lineId = ""] = await draftList(
      "2029",
      [{ rhythm: "monthly" }, { title: "示例讲坛", rhythm: "yearly" }],
      by.now,
    );
    const spared = { organisationId: "many-45", lineId, version: 0, isLeftOut: true, daysBefore: null, effort: null };
    await adaptLine({ ...spared, reason: "停产", ...by });
    await db().organisation.update({ where: { id: "many-46" }, data: { state: "closed" } });
    const { version } = await db().dutyTemplate.findUniqueOrThrow({ where: { year: "2029" } });
    await issueTemplate({ year: "2029", version, ...by });
    const rows = await db().duty.groupBy({ by: ["organisationId"], where: { year: "2029" }, _count: true });
    const countOf = new Map(rows.map((row) => [row.organisationId, row._count]));
    const others = ids.filter((id) => id !== "many-45" && id !== "many-46");
    expect(others.filter((id) => countOf.get(id) !== 13)).toEqual([]);
    expect([countOf.get("many-45"), countOf.get("many-46")]).toEqual([1, undefined]);
    expect(await makeDuties({ year: "2029", now: by.now })).toEqual({ added: 0, changed: 0, dropped: 0 });
    const longer = { ...LINE, rhythm: "monthly" as const, effort: 90, id: lineId };
    await editLine({ ...longer, version: 0, ...by });
    const ofMonths = { year: "2029", lineId };
    expect(await db().duty.count({ where: { ...ofMonths, effort: 90 } })).toBe(12 * (others.length + 3));
    await setLineState({ id: lineId, version: 1, state: "removed", ...by });
    expect(await db().duty.count({ where: { ...ofMonths, state: "open" } })).toBe(0);
  });

  it("have each name once", async () => {
    const twice = { year: "2026", ...LINE, title: "示例轮训", ...by };
    expect(await addLine(twice)).toMatchObject({ ok: false, reason: "fault", field: "title" });
    expect(await issueList("2028", [{ rhythm: "monthly" }], by.now)).toHaveLength(1);
  });
});
