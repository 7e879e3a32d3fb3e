import { beforeAll, beforeEach, expect, it } from "vitest";
import type { ZoneScope } from "@/features/access/types";
import { editProject } from "@/features/projects/mutations/edit-project";
import { passProject, returnProject } from "@/features/projects/mutations/moderate-project";
import { issueProjectLink } from "@/features/projects/mutations/project-link";
import { proposeByLink } from "@/features/projects/mutations/propose-by-link";
import { listLinks } from "@/features/projects/queries/links";
import { db } from "@/lib/db";
import { contactOn, MARKERS, propose, TEXT } from "@/tests/factories/projects";
import { addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-22T04:00:00Z");
const UNPLACED = { ...TEXT, area: undefined };
const KEY = "k".repeat(43);

const told = async () => {
  const rows = await db().notice.findMany({ orderBy: [{ createdAt: "asc" }, { memberId: "asc" }] });
  for (const marker of Object.values(MARKERS)) expect(JSON.stringify(rows)).not.toContain(marker);
  return rows.map(({ memberId, text }) => `${memberId} ${text}`);
};
const pass = (projectId: string, version: number, actorId: string) =>
  passProject({ projectId, version, seen: true, actorId, now: NOW });

describeOnBothEngines("a project that waits for a look", () => {
  beforeAll(async () => {
    for (const id of ["s1", "s2"]) await addStation(id);
    const places = { writer: "s1", staff: "s1", other: "s2", zone: "" };
    for (const [memberId, scopeId] of Object.entries(places)) {
      await addMember({ id: memberId });
      const scopeKind = scopeId === "" ? "zone" : "station";
      await db().roleGrant.create({ data: { memberId, role: "committee", scopeKind, scopeId, since: "2020-01-01" } });
    }
  });
  beforeEach(async () => {
    await db().project.deleteMany();
    await db().notice.deleteMany();
  });

  it("is told to its station, not to whoever wrote it, and once however often the form is sent", async () => {
    await Promise.all([1, 2].map(() => propose("s1", { submissionKey: KEY, now: NOW })));
    expect(await told()).toEqual(["staff 志愿项目“给自习室添四盏台灯”（示例村）等你初审"]);
  });

  it("is told to the zone's committee where the station has nobody else, and so is the second look", async () => {
    const id = await propose("s1", { now: NOW });
    await db().notice.deleteMany();
    await pass(id, 0, "staff");
    await pass(id, 0, "staff");
    expect(await told()).toEqual(["zone 志愿项目“给自习室添四盏台灯”（示例村）等你复审"]);
    expect((await db().notice.findFirstOrThrow()).href).toBe(`/committee/projects/${id}`);
    await db().notice.deleteMany();
    await pass(id, 1, "zone");
    expect(await told()).toEqual([]);
  });

  it("that comes back is told to its writers, and to the station again once it is changed", async () => {
    const id = await propose("s1", { now: NOW });
    await db().notice.deleteMany();
    await returnProject({ projectId: id, version: 0, reason: "写明尺寸", actorId: "staff", now: NOW });
    expect(await told()).toEqual(["writer 志愿项目“给自习室添四盏台灯”退回修改：写明尺寸"]);
    await db().notice.deleteMany();
    const text = { ...TEXT, title: "添四盏大台灯" };
    await editProject({ projectId: id, version: 1, text, actorId: "writer", now: NOW });
    expect(await told()).toEqual(["staff 志愿项目“添四盏大台灯”（示例村）等你初审"]);
  });

  it("that a village sends is told once a day, however many it sends", async () => {
    await issueProjectLink({ stationId: "s1", area: "示例村", days: 30, actorId: "staff", now: NOW });
    const [{ token } = { token: "" }] = await listLinks({ stationId: "s1" } as ZoneScope, NOW);
    for (const letter of ["a", "b"]) {
      const sent = { token, submissionKey: letter.repeat(43), contact: contactOn(NOW), address: letter, now: NOW };
      expect(await proposeByLink({ ...sent, text: UNPLACED })).toMatchObject({ ok: true });
    }
    const line = "示例村用村社链接报来了志愿项目，等你初审";
    expect(await told()).toEqual([`staff ${line}`, `writer ${line}`]);
  });
});
