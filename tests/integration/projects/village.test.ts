import { beforeAll, beforeEach, expect, it } from "vitest";
import type { ZoneScope } from "@/features/access/types";
import { loadVillage } from "@/features/projects/loaders/load-village";
import { editProject } from "@/features/projects/mutations/edit-project";
import { returnProject } from "@/features/projects/mutations/moderate-project";
import { issueProjectLink, revokeProjectLink } from "@/features/projects/mutations/project-link";
import { listLinks } from "@/features/projects/queries/links";
import { db } from "@/lib/db";
import { MARKERS, propose, publish, TEXT, versionOf } from "@/tests/factories/projects";
import { addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

/** The page goes by the clock. */
const NOW = new Date();
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

async function issue(area: string): Promise<{ linkId: string; token: string }> {
  const linkId = await issueProjectLink({ stationId: "s1", area, days: 30, actorId: "staff", now: NOW });
  const row = (await listLinks({ stationId: "s1" } as ZoneScope, NOW)).find(({ id }) => id === linkId);
  return { linkId: linkId ?? "", token: row?.token ?? "" };
}

/** As it comes by a link, without anybody as its writer. */
const sent = (linkId: string, title: string, now = NOW) => ({ linkId, actorId: null, text: { ...TEXT, title }, now });

const giveBack = async (projectId: string, reason: string, actorId = "staff") =>
  returnProject({ projectId, version: await versionOf(projectId), reason, actorId, now: NOW });

const linesOf = async (token: string) =>
  (await loadVillage(token))?.sent.map(({ title, state, why }) => [title, state, why]);

const told = async () => {
  const rows = await db().notice.findMany({ orderBy: { memberId: "asc" } });
  for (const marker of Object.values(MARKERS)) expect(JSON.stringify(rows)).not.toContain(marker);
  return rows.map(({ memberId, text }) => `${memberId} ${text}`);
};

describeOnBothEngines("what a village sent by its link", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const [id, scopeId] of Object.entries({ staff: "s1", mate: "s1", zone: "" })) {
      await addMember({ id });
      const scopeKind = scopeId === "" ? "zone" : "station";
      await db().roleGrant.create({
        data: { memberId: id, role: "committee", scopeKind, scopeId, since: "2020-01-01" },
      });
    }
  });
  beforeEach(async () => {
    await db().project.deleteMany();
    await db().projectLink.deleteMany();
    await db().notice.deleteMany();
  });

  it("is read by its link with its state and why it came back, the newest first, and by no other", async () => {
    const [here, there] = [await issue("示例甲村"), await issue("示例乙村")];
    await publish("s1", sent(here.linkId, "修路灯"));
    const back = await propose("s1", sent(here.linkId, "添台灯", minutes(1)));
    await propose("s1", sent(here.linkId, "教手机", minutes(2)));
    await propose("s1", sent(there.linkId, "别村的"));
    await propose("s1", { text: { ...TEXT, title: "工作站的" } });
    await giveBack(back, "写明几盏");
    expect(await linesOf(here.token)).toEqual([
      ["教手机", "等初审", null],
      ["添台灯", "退回修改", "退回的原因：写明几盏"],
      ["修路灯", "已发布", null],
    ]);
    expect(await linesOf(there.token)).toEqual([["别村的", "等初审", null]]);
  });

  it("is not read once the link is taken back, nor by one that does not exist", async () => {
    const { linkId, token } = await issue("示例甲村");
    await propose("s1", sent(linkId, "添台灯"));
    await revokeProjectLink({ linkId, actorId: "staff", now: NOW });
    expect(await loadVillage(token)).toBeNull();
    expect(await loadVillage("NONE-NONE-NONE-NONE")).toBeNull();
  });

  it("names nobody, whatever was written into the title or the reason", async () => {
    const { linkId, token } = await issue("示例甲村");
    const id = await propose("s1", sent(linkId, `给${MARKERS.name}添台灯`));
    await giveBack(id, "删去3栋502室");
    expect(await linesOf(token)).toEqual([["一个微心愿", "退回修改", "退回的原因请问工作站"]]);
    const page = JSON.stringify(await loadVillage(token));
    for (const text of ["502室", ...Object.values(MARKERS)]) expect(page).not.toContain(text);
  });

  it("is the last ten of it", async () => {
    const { linkId, token } = await issue("示例甲村");
    for (let at = 0; at < 11; at += 1) await propose("s1", sent(linkId, `第${at}件`, minutes(at)));
    const lines = (await linesOf(token)) ?? [];
    expect([lines.length, lines[0]?.[0], lines.at(-1)?.[0]]).toEqual([10, "第10件", "第1件"]);
  });

  it("that comes back is told once to the station's others, without the reason", async () => {
    const { linkId } = await issue("示例甲村");
    const id = await propose("s1", { ...sent(linkId, "添台灯"), text: { ...TEXT, area: "示例甲村", title: "添台灯" } });
    await db().notice.deleteMany();
    const step = { projectId: id, version: 0, actorId: "staff", now: NOW };
    await Promise.all([1, 2].map(() => returnProject({ ...step, reason: "写明几盏" })));
    expect(await told()).toEqual(["mate 示例甲村用村社链接报来的志愿项目“添台灯”退回修改了，等工作站和村社一起改"]);
    expect((await db().notice.findFirstOrThrow()).href).toBe(`/committee/projects/${id}`);
  });

  it("that a station rewrote and comes back again tells each of them once", async () => {
    const { linkId } = await issue("示例甲村");
    const id = await propose("s1", sent(linkId, "添台灯"));
    await giveBack(id, "写明几盏");
    await editProject({ projectId: id, version: await versionOf(id), text: TEXT, actorId: "mate", now: NOW });
    await db().notice.deleteMany();
    await giveBack(id, "写明尺寸", "zone");
    expect(await told()).toEqual([
      `mate 志愿项目“${TEXT.title}”退回修改：写明尺寸`,
      `staff 示例村用村社链接报来的志愿项目“${TEXT.title}”退回修改了，等工作站和村社一起改`,
    ]);
  });
});
