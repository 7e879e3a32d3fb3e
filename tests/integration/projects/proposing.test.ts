import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ZoneScope } from "@/features/access/types";
import { editProject, replaceContact } from "@/features/projects/mutations/edit-project";
import { passProject, returnProject, withdrawProject } from "@/features/projects/mutations/moderate-project";
import { issueProjectLink, revokeProjectLink } from "@/features/projects/mutations/project-link";
import { proposeByLink } from "@/features/projects/mutations/propose-by-link";
import { proposeProject } from "@/features/projects/mutations/propose-project";
import { purgeContacts } from "@/features/projects/mutations/purge-contacts";
import { findProject, listProjects } from "@/features/projects/queries/find-project";
import { findWarnings } from "@/features/projects/queries/find-warnings";
import { listLinks } from "@/features/projects/queries/links";
import { db } from "@/lib/db";
import { contactOn, MARKERS, propose, publish, TEXT, versionOf } from "@/tests/factories/projects";
import { addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-22T04:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 24 * 60 * 60 * 1000);
const ZONE = { stationId: null } as ZoneScope;
const S1 = { stationId: "s1" } as ZoneScope;
const S2 = { stationId: "s2" } as ZoneScope;
const CONTACT = contactOn(NOW);
const KEY = "k".repeat(43);
const UNPLACED = { ...TEXT, area: undefined };

/** Windows of the throttle are the process's: each try comes from somewhere else. */
let address = 0;

const stateOf = async (id: string) => (await db().project.findUniqueOrThrow({ where: { id } })).state;
const kept = (projectId: string) => db().projectContact.count({ where: { projectId } });
/** As after a release with nobody to follow: open, and the contact is to go. */
const endToday = (id: string) => db().project.update({ where: { id }, data: { endedOn: "2026-11-22" } });
const pass = async (projectId: string, actorId: string, seen = false) =>
  passProject({ projectId, version: await versionOf(projectId), seen, actorId, now: NOW });

describeOnBothEngines("proposing and moderating a volunteer project", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addStation("s2");
  });
  beforeEach(async () => {
    await db().project.deleteMany();
    await db().projectLink.deleteMany();
  });

  it("keeps the contact in a table of its own, sealed, and its consent beside the project", async () => {
    const id = await propose("s1", { now: NOW });
    const rows = JSON.stringify([
      await db().project.findMany(),
      await db().projectContact.findMany(),
      await db().auditEntry.findMany(),
    ]);
    for (const marker of Object.values(MARKERS)) expect(rows).not.toContain(marker);
    expect(await findProject(ZONE, id)).toMatchObject({
      ...{ state: "submitted", hasContact: true, contactEndsOn: "2027-05-21" },
      ...{ consentBy: "person", consentOn: "2026-11-21", consentHow: "written", writers: ["writer"] },
    });
  });

  it("refuses a child's own contact, whatever the form sends", async () => {
    const child = { ...CONTACT, isUnder14: true, consentBy: "guardian" as const };
    const sent = { stationId: "s1", text: TEXT, submissionKey: KEY, linkId: null, actorId: "writer", now: NOW };
    const refused = await proposeProject({ ...sent, contact: child });
    expect(refused).toMatchObject({ ok: false, reason: "field", faults: [{ field: "contactKind" }] });
    const own = await proposeProject({ ...sent, contact: { ...child, contactKind: "station" } });
    expect(own).toMatchObject({ ok: false, faults: [{ field: "contactName" }, {}, {}] });
    expect(await db().project.count()).toBe(0);
  });

  it("keeps nothing personal when the station is the contact", async () => {
    const contact = {
      ...CONTACT,
      ...{ contactKind: "station" as const, contactName: "", contactAddress: "", contactPhone: "" },
    };
    expect(await kept(await propose("s1", { contact }))).toBe(0);
  });

  it("the same form twice, also at once, is one project", async () => {
    const ids = await Promise.all([1, 2, 3].map(() => propose("s1", { submissionKey: KEY })));
    expect(new Set(ids).size).toBe(1);
    expect(await db().project.count()).toBe(1);
  });

  it("a station reads its own projects and no other's", async () => {
    const id = await propose("s1");
    expect(await findProject(S1, id)).not.toBeNull();
    expect(await findProject(S2, id)).toBeNull();
    const filter = { show: "all", kind: "", page: 1 } as const;
    expect((await listProjects(S2, filter)).total).toBe(0);
    expect((await listProjects(S1, filter)).total).toBe(1);
  });

  it("is published by two people, neither of whom wrote it", async () => {
    const id = await propose("s1");
    expect(await pass(id, "writer")).toMatchObject({ ok: false, reason: "refused" });
    expect(await pass(id, "first")).toEqual({ ok: true });
    expect(await pass(id, "first")).toMatchObject({ ok: false, reason: "refused" });
    expect(await stateOf(id)).toBe("checked");
    expect(await pass(id, "second")).toEqual({ ok: true });
    expect(await stateOf(id)).toBe("published");
  });

  it("two who pass the same text at once are one look, and the other is told", async () => {
    const id = await propose("s1");
    const asked = { projectId: id, version: 0, seen: false, now: NOW };
    const results = await Promise.all(["first", "second"].map((actorId) => passProject({ ...asked, actorId })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stateOf(id)).toBe("checked");
  });

  it("does not pass over what could make somebody recognisable unless it was read", async () => {
    const need = `送到${MARKERS.name}家，电话${MARKERS.phone}。`;
    const id = await propose("s1", { text: { ...TEXT, need } });
    expect((await findWarnings(id)).map(({ kind }) => kind)).toEqual(["phone", "name"]);
    expect(await pass(id, "first")).toMatchObject({ ok: false, reason: "refused" });
    expect(await pass(id, "first", true)).toEqual({ ok: true });
  });

  it("after a change both look anew, and whoever changed it passes no more", async () => {
    const id = await propose("s1");
    await pass(id, "first");
    const step = { projectId: id, actorId: "second", now: NOW };
    expect(await editProject({ ...step, version: 0, text: TEXT })).toMatchObject({ ok: false, reason: "stale" });
    expect(await editProject({ ...step, version: await versionOf(id), text: TEXT })).toEqual({ ok: true });
    expect(await stateOf(id)).toBe("submitted");
    expect(await pass(id, "second")).toMatchObject({ ok: false });
  });

  it("is returned with a reason, mended and passed again", async () => {
    const id = await propose("s1");
    const step = { projectId: id, now: NOW };
    await returnProject({ ...step, version: await versionOf(id), actorId: "first", reason: "写清楚几盏" });
    expect(await stateOf(id)).toBe("returned");
    expect(await pass(id, "second")).toMatchObject({ ok: false });
    await editProject({ ...step, version: await versionOf(id), actorId: "writer", text: TEXT });
    expect(await pass(id, "first")).toEqual({ ok: true });
  });

  it("published text is not rewritten; its contact can be replaced, with a consent of its own", async () => {
    const id = await publish("s1", { now: NOW });
    const step = { projectId: id, version: await versionOf(id), actorId: "writer", now: days(3) };
    expect(await editProject({ ...step, text: TEXT })).toMatchObject({ ok: false, reason: "refused" });
    const later = { ...CONTACT, consentOn: "2026-11-24", consentHow: "spoken" as const };
    expect(await replaceContact({ ...step, contact: later })).toEqual({ ok: true });
    expect(await findProject(ZONE, id)).toMatchObject({
      state: "published",
      consentHow: "spoken",
      consentOn: "2026-11-24",
    });
    expect(await kept(id)).toBe(1);
  });

  it("no consent lasts longer than 180 days, nor twice: the same contact again needs it anew", async () => {
    const id = await publish("s1", { now: NOW });
    const again = async (now: Date, consentOn = CONTACT.consentOn) => {
      const step = { projectId: id, version: await versionOf(id), actorId: "writer", now };
      const done = await replaceContact({ ...step, contact: { ...CONTACT, consentOn } });
      return done.ok ? "ok" : "faults" in done && done.faults.map(({ field, detail }) => `${field}：${detail}`);
    };
    const anew = ["consentOn：换联系方式要重新征得同意，这一天要比上一次同意的晚。原来的联系方式没有动"];
    expect(await again(days(100))).toEqual(anew);
    expect(await purgeContacts(days(180))).toBe(1);
    expect(await again(days(180))).toEqual(["consentOn：这次同意过了180天，不能再用。请重新征得同意，填写那一天"]);
    expect(await again(days(170))).toEqual(anew);
    expect(await again(days(180), "2027-05-20")).toBe("ok");
    const tooOld = { ...CONTACT, consentOn: "2026-05-25" };
    const sent = { stationId: "s1", text: TEXT, submissionKey: KEY, linkId: null, actorId: "writer", now: NOW };
    expect(await proposeProject({ ...sent, contact: tooOld })).toMatchObject({ faults: [{ field: "consentOn" }] });
  });

  it("what was mistyped is put right on the same day, within the time that it has", async () => {
    const id = await propose("s1", { now: NOW });
    await endToday(id);
    const step = { projectId: id, version: await versionOf(id), actorId: "writer", now: NOW };
    expect(await replaceContact({ ...step, contact: { ...CONTACT, contactPhone: "13900001358" } })).toEqual({
      ok: true,
    });
    expect(await db().project.findUnique({ where: { id }, select: { endedOn: true } })).toEqual({
      endedOn: "2026-11-22",
    });
    expect(await purgeContacts(days(30))).toBe(1);
  });

  it("deletes the contact 180 days after it was stored, and 30 after the project was taken back", async () => {
    const [open, ended] = [await propose("s1", { now: NOW }), await propose("s1", { now: NOW })];
    await withdrawProject({ projectId: ended, version: 0, actorId: "first", reason: "不办了", now: NOW });
    expect(await purgeContacts(days(29))).toBe(0);
    expect(await purgeContacts(days(30))).toBe(1);
    expect([await kept(open), await kept(ended)]).toEqual([1, 0]);
    expect(await purgeContacts(days(179))).toBe(0);
    expect(await purgeContacts(days(180))).toBe(1);
    expect(await purgeContacts(days(180))).toBe(0);
  });

  describe("by a village's link", () => {
    const issue = async () => {
      const linkId =
        (await issueProjectLink({ stationId: "s1", area: "示例甲村", days: 30, actorId: "writer", now: NOW })) ?? "";
      const [row] = await listLinks(S1, NOW);
      return { linkId, token: row?.token ?? "" };
    };
    const send = (token: string, over: { now?: Date; submissionKey?: string; address?: string } = {}) => {
      address += 1;
      const sent = {
        token,
        submissionKey: `${KEY}${address}`,
        text: UNPLACED,
        contact: CONTACT,
        address: `a${address}`,
      };
      return proposeByLink({ ...sent, now: NOW, ...over });
    };

    it("proposes for that village, with nobody as writer", async () => {
      const { token } = await issue();
      const made = await send(token);
      const id = made.ok ? made.projectId : "";
      expect(await findProject(S1, id)).toMatchObject({
        area: "示例甲村",
        stationId: "s1",
        writers: [],
        isByLink: true,
      });
    });

    it("ends when it is taken back or has run out", async () => {
      const { token, linkId } = await issue();
      expect(await send(token, { now: days(30) })).toEqual({ ok: false, reason: "gone" });
      expect(await revokeProjectLink({ linkId, actorId: "writer", now: NOW })).toBe(true);
      expect(await revokeProjectLink({ linkId, actorId: "writer", now: NOW })).toBe(false);
      expect(await send(token)).toEqual({ ok: false, reason: "gone" });
      expect(await send("NONE-NONE-NONE-NONE")).toEqual({ ok: false, reason: "gone" });
    });

    it("the same form twice is one project, and another link's key finds nothing of it", async () => {
      const { token } = await issue();
      const first = await send(token, { submissionKey: KEY });
      expect(await send(token, { submissionKey: KEY })).toEqual(first);
      const other = await issueProjectLink({
        stationId: "s2",
        area: "示例乙村",
        days: 30,
        actorId: "writer",
        now: NOW,
      });
      expect(other).not.toBeNull();
      const [row] = await listLinks(S2, NOW);
      expect(await send(row?.token ?? "", { submissionKey: KEY })).not.toEqual(first);
      expect(await db().project.count()).toBe(2);
    });

    it("takes a machine's flood only up to its limit", async () => {
      const { token } = await issue();
      address += 1;
      const machine = `machine-${address}`;
      const results = [];
      for (let at = 0; at < 61; at += 1) results.push(await send(token, { address: machine, now: days(1) }));
      expect(results.filter(({ ok }) => ok)).toHaveLength(60);
      expect(results.at(-1)).toMatchObject({ ok: false, reason: "too-many" });
    });
  });
});
