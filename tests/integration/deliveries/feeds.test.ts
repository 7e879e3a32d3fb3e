import { beforeAll, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { formatDay } from "@/domain/calendar/labels";
import { businessDateOf, startOfDay } from "@/domain/calendar/shanghai";
import { GET as getAtom } from "@/app/feeds/[token]/atom.xml/route";
import { GET as getCalendar } from "@/app/feeds/[token]/calendar.ics/route";
import type { OwnScope } from "@/features/access/types";
import { renewFeed, revokeFeed } from "@/features/feeds/mutations";
import { findFeedToken } from "@/features/feeds/queries";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { db } from "@/lib/db";
import { addStudy, assign, lesson } from "@/tests/factories/assignments";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date();
const TODAY = businessDateOf(NOW);
const PROJECT = {
  ...{ kind: "wish", area: "示例村", category: "示例", need: "示例", state: "published", contactKind: "station" },
  ...{ consentBy: "person", consentOn: TODAY, consentHow: "spoken" },
};
const own = { memberId: "anna" } as OwnScope;

async function read(token: string | null): Promise<{ status: number[]; atom: string; calendar: string }> {
  const context = { params: Promise.resolve({ token: token ?? "" }) };
  const request = new Request("https://learn.example/feeds");
  const [atom, calendar] = [await getAtom(request, context), await getCalendar(request, context)];
  return { status: [atom.status, calendar.status], atom: await atom.text(), calendar: await calendar.text() };
}

describeOnBothEngines("a private feed address", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["b1", "b2"]) await addBranch(id, "s1");
    await addMember({ id: "anna", name: "示例安娜", branchId: "b1" });
    await addMember({ id: "bo", branchId: "b2" });
    const pushed = { entryId: "daily/11-21", createdAt: NOW };
    await db().push.create({ data: { branchId: "b1", day: addDays(TODAY, -1), ...pushed } });
    await db().push.create({ data: { branchId: "b2", day: TODAY, entryId: "daily/11-22", createdAt: NOW } });
    const mine = await addStudy("lessons/feeds/01-mine");
    const theirs = await addStudy("lessons/feeds/02-theirs");
    await assign({ branchId: "b1", targets: lesson(mine), note: "示例留言", dueOn: TODAY, now: startOfDay(TODAY) });
    await assign({ branchId: "b2", targets: lesson(theirs), dueOn: TODAY, now: startOfDay(TODAY) });
    await renewFeed({ memberId: "anna", now: NOW });
  });

  it("holds what was pushed to the person's branch and is due, in both forms, and nothing about the person", async () => {
    const { status, atom, calendar } = await read(await findFeedToken(own));
    expect(status).toEqual([200, 200]);
    for (const text of [atom, calendar.replaceAll(/\r\n /g, "")]) {
      expect(text).toContain("/daily/11-21");
      expect(text).toContain("/lessons/feeds/01-mine");
      expect(text).not.toContain("/daily/11-22");
      expect(text).not.toContain("02-theirs");
      for (const personal of ["示例安娜", "anna", "示例支部", "示例留言"]) expect(text).not.toContain(personal);
    }
  });

  it("holds the last day of what the person claimed and may carry out, of nothing else", async () => {
    const data = { ...PROJECT, stationId: "s1", createdAt: NOW, updatedAt: NOW };
    const claims = [
      ["mine", "anna", "approved", addDays(TODAY, 3)],
      ["waiting", "anna", "held", addDays(TODAY, 3)],
      ["over", "anna", "approved", addDays(TODAY, -1)],
      ["theirs", "bo", "approved", addDays(TODAY, 3)],
    ] as const;
    for (const [id, claimantId, state, dueOn] of claims) {
      await db().project.create({ data: { ...data, id: `p-${id}`, title: `示例项目${id}` } });
      const claim = { claimantKind: "member", claimantId, memberId: claimantId, ticket: 1, claimedAt: NOW };
      await db().projectClaim.create({ data: { ...claim, id: `c-${id}`, projectId: `p-${id}`, state, dueOn } });
    }
    const { atom, calendar } = await read(await findFeedToken(own));
    for (const text of [atom, calendar.replaceAll(/\r\n /g, "")]) {
      expect(text).toContain(`${formatDay(addDays(TODAY, 3))}以前办好：示例项目mine`);
      for (const id of ["waiting", "over", "theirs"]) expect(text).not.toContain(`示例项目${id}`);
    }
    const [, event = ""] = calendar.split("claim-c-mine");
    expect(event).toContain(`DTSTART;VALUE=DATE:${addDays(TODAY, 3).replaceAll("-", "")}`);
  });

  it("holds the last day of what the branch claimed that the person speaks for today, whoever claimed it", async () => {
    const data = { ...PROJECT, stationId: "s1", createdAt: NOW, updatedAt: NOW, title: "示例项目支部" };
    await db().project.create({ data: { ...data, id: "p-branch" } });
    const claimant = { claimantKind: "branch", claimantId: "b1", memberId: "bo" };
    const due = { state: "approved", dueOn: addDays(TODAY, 2), ticket: 1, claimedAt: NOW };
    await db().projectClaim.create({ data: { ...claimant, ...due, id: "c-branch", projectId: "p-branch" } });
    const calendar = async () => (await read(await findFeedToken(own))).calendar.replaceAll(/\r\n /g, "");
    expect(await calendar()).not.toContain("示例项目支部");
    const office = { memberId: "anna", role: "branch-secretary", scopeKind: "branch", scopeId: "b1" };
    const { id } = await db().roleGrant.create({ data: { ...office, since: TODAY } });
    expect(await calendar()).toContain("示例项目支部");
    await db().roleGrant.update({ where: { id }, data: { since: addDays(TODAY, -9), until: addDays(TODAY, -1) } });
    expect(await calendar()).not.toContain("示例项目支部");
  });

  it("loses an entry that is taken down", async () => {
    const data = { targetKind: "entry", targetId: "daily/11-21", reason: "示例理由", takenById: "officer" };
    const { id } = await db().takedown.create({ data });
    expect((await read(await findFeedToken(own))).atom).not.toContain("/daily/11-21");
    await db().takedown.delete({ where: { id } });
  });

  it("opens nothing after it was renewed or revoked, and is stored in no readable form", async () => {
    const first = await findFeedToken(own);
    expect(JSON.stringify(await db().feedAddress.findMany())).not.toContain(first);
    await renewFeed({ memberId: "anna", now: NOW });
    expect((await read(first)).status).toEqual([404, 404]);
    const second = await findFeedToken(own);
    expect((await read(second)).status).toEqual([200, 200]);
    await revokeFeed("anna");
    expect((await read(second)).status).toEqual([404, 404]);
    expect((await read("")).status).toEqual([404, 404]);
  });

  it("ends when its owner is stopped or leaves the zone", async () => {
    await renewFeed({ memberId: "bo", now: NOW });
    const token = await findFeedToken({ memberId: "bo" } as OwnScope);
    await db().member.update({ where: { id: "bo" }, data: { state: "inactive" } });
    expect((await read(token)).status).toEqual([404, 404]);
    await db().member.update({ where: { id: "bo" }, data: { state: "active" } });
    expect((await read(token)).status).toEqual([200, 200]);
    await leaveZone({ memberId: "bo", on: TODAY, actorId: null, now: NOW });
    expect((await read(token)).status).toEqual([404, 404]);
    expect(await db().feedAddress.count({ where: { memberId: "bo" } })).toBe(0);
  });
});
