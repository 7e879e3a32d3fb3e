import { describe, expect, it } from "vitest";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { batchReply } from "@/features/invitations/document";
import { createInvitation, issueInvitations } from "@/features/invitations/mutations";
import { findOpenInvitation } from "@/features/invitations/queries/find-open-invitation";
import { countInvitees, listInvitees } from "@/features/invitations/queries/list-invitees";
import type { InviteeFilter } from "@/features/invitations/schema";
import { db } from "@/lib/db";
import { readWorkbook } from "@/lib/sheets/read";
import { makePerson, makePlace, nextNumber, SINCE, type Person, type Place } from "@/tests/factories/people";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const PUBLIC_URL = "https://study.example.org";
const EVERYBODY: InviteeFilter = { stationId: "", organisationId: "", branchId: "", link: "all", page: 1 };

const inBranch = ({ branchId }: Place) => ({ branchId }) as BranchScope;
const inStation = (stationId: string | null) => ({ stationId }) as ZoneScope;
const issue = (scope: BranchScope | ZoneScope, filter: Partial<InviteeFilter> = {}, actorId = "officer") =>
  issueInvitations(scope, { filter: { ...EVERYBODY, ...filter }, may: () => true, actorId, now });

/** On the list, not in yet. */
async function makeInvitee(place: Place | null, over = {}): Promise<Person> {
  const person = await makePerson(place, over);
  await db().member.update({ where: { id: person.memberId }, data: { state: "invited" } });
  return person;
}

async function openLinks(memberId: string): Promise<number> {
  return db().invitation.count({ where: { memberId, revokedAt: null, consumedAt: null } });
}

describeOnBothEngines("invitations in bulk", () => {
  it("are for those who are on the list and not in yet, of this branch", async () => {
    const [place, other] = [await makePlace(), await makePlace()];
    const waiting = await makeInvitee(place);
    await makePerson(place);
    await makeInvitee(other);
    const batch = await issue(inBranch(place));
    expect(batch.issued.map(({ invitee }) => invitee.id)).toEqual([waiting.memberId]);
    expect(batch).toMatchObject({ refused: 0, left: 0 });
    expect(await findOpenInvitation(batch.issued[0]?.token ?? "", now)).toMatchObject({ memberId: waiting.memberId });
  });

  it("replace the links of before, also a link that is typed in small letters and without dashes", async () => {
    const place = await makePlace();
    const { memberId } = await makeInvitee(place);
    const { token: single } = await createInvitation({ memberId, actorId: null, now });
    const [first, second] = [await issue(inBranch(place)), await issue(inBranch(place))];
    const [old, young] = [first, second].map((batch) => batch.issued[0]?.token ?? "");
    expect(await findOpenInvitation(single, now)).toBeNull();
    expect(await findOpenInvitation(old ?? "", now)).toBeNull();
    expect(await findOpenInvitation((young ?? "").toLowerCase().replaceAll("-", ""), now)).toMatchObject({ memberId });
  });

  it("two acts at the same moment leave one link a person", async () => {
    const place = await makePlace();
    const people = [await makeInvitee(place), await makeInvitee(place)];
    await Promise.all([issue(inBranch(place)), issue(inBranch(place)), issue(inBranch(place))]);
    expect(await Promise.all(people.map(({ memberId }) => openLinks(memberId)))).toEqual([1, 1]);
  });

  it("leave out those whom the officer may not invite, and keep their links", async () => {
    const place = await makePlace();
    await makeInvitee(place);
    const secretary = await makeInvitee(place, {
      roles: [{ role: "branch-secretary", scopeKind: "branch", scopeId: place.branchId }],
    });
    const { token } = await createInvitation({ memberId: secretary.memberId, actorId: null, now });
    const batch = await issueInvitations(inBranch(place), {
      ...{ filter: EVERYBODY, actorId: "officer", now },
      may: (person) => person.roles.length === 0,
    });
    expect(batch).toMatchObject({ refused: 1, issued: [{}] });
    expect(await findOpenInvitation(token, now)).not.toBeNull();
  });

  it("are written to the log, one entry a person, with who did it", async () => {
    const place = await makePlace();
    const people = [await makeInvitee(place), await makeInvitee(place)];
    const actorId = `officer-${nextNumber()}`;
    await issue(inBranch(place), {}, actorId);
    const entries = await db().auditEntry.findMany({ where: { actorId } });
    expect(entries.map((entry) => entry.subjectId).sort()).toEqual(people.map(({ memberId }) => memberId).sort());
    expect(new Set(entries.map((entry) => entry.action))).toEqual(new Set(["invitation.issue"]));
  });

  it("five hundred at once; the rest is told and comes with the next act", async () => {
    const place = await makePlace();
    const ids = Array.from({ length: 502 }, (_, index) => `many-${nextNumber()}-${index}`);
    await db().member.createMany({ data: ids.map((id) => ({ id, name: `众${id}`, standing: "full" })) });
    const { branchId } = place;
    await db().membership.createMany({ data: ids.map((memberId) => ({ memberId, branchId, since: SINCE })) });
    const first = await issue(inBranch(place));
    expect(first).toMatchObject({ left: 2, issued: { length: 500 } });
    expect(await countInvitees(inBranch(place), EVERYBODY, now)).toEqual({ all: 502, withLink: 500 });
    expect(await issue(inBranch(place), { link: "without" })).toMatchObject({ left: 0, issued: { length: 2 } });
  });

  describe("whom the committee chooses", () => {
    it("by station: that of the branch, and without a branch that of the employer", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      const ofBranch = await makeInvitee(place);
      const ofEmployer = await makeInvitee(place, { branchId: null });
      const elsewhere = await makeInvitee(place, { branchId: other.branchId });
      const found = await listInvitees(inStation(place.stationId), EVERYBODY, { now, take: 50 });
      expect(found.map(({ id }) => id).sort()).toEqual([ofBranch.memberId, ofEmployer.memberId].sort());
      const chosen = { ...EVERYBODY, stationId: other.stationId };
      const there = await listInvitees(inStation(null), chosen, { now, take: 50 });
      expect(there.map(({ id }) => id)).toEqual([elsewhere.memberId]);
      expect(await countInvitees(inStation(place.stationId), chosen, now)).toEqual({ all: 0, withLink: 0 });
    });

    it("by organisation, by branch and by link", async () => {
      const place = await makePlace();
      const linked = await makeInvitee(place);
      const bare = await makeInvitee(place, { organisationId: null, login: `GW-${nextNumber()}` });
      await createInvitation({ memberId: linked.memberId, actorId: null, now });
      const idsOf = async (filter: Partial<InviteeFilter>) =>
        (await listInvitees(inStation(null), { ...EVERYBODY, ...filter }, { now, take: 50 })).map(({ id }) => id);
      expect(await idsOf({ organisationId: place.organisationId })).toEqual([linked.memberId]);
      expect((await idsOf({ branchId: place.branchId })).sort()).toEqual([linked.memberId, bare.memberId].sort());
      expect(await idsOf({ branchId: place.branchId, link: "with" })).toEqual([linked.memberId]);
      expect(await idsOf({ branchId: place.branchId, link: "without" })).toEqual([bare.memberId]);
    });
  });

  describe("the answer", () => {
    const PHONE = "13812345678";

    it("as a spreadsheet has name, branch, masked login, link and last day", async () => {
      const place = await makePlace();
      await makeInvitee(place, { name: "=王示例", login: PHONE });
      const reply = await batchReply(await issue(inBranch(place)), { format: "xlsx", publicUrl: PUBLIC_URL });
      expect(reply.headers.get("content-disposition")).toContain("filename*=UTF-8''");
      const book = await readWorkbook(new Uint8Array(await reply.arrayBuffer()));
      const [head, row] = (book.sheets[0]?.rows ?? []).map((line) => line.cells.map((cell) => cell.text));
      expect(head).toEqual(["姓名", "支部", "单位", "登录名", "链接", "有效期至"]);
      expect(row?.[0]).toBe("=王示例");
      expect(row?.[3]).toBe("138****5678");
      expect(row?.[4]).toMatch(/^https:\/\/study\.example\.org\/invite\/[A-Z0-9-]{19}$/);
      expect(row?.[5]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    });

    it("as slips has name, branch, code and address, and no phone number", async () => {
      const place = await makePlace();
      await db().member.deleteMany({ where: { name: "<b>示例</b>" } });
      await makeInvitee(place, { name: "<b>示例</b>", login: "13812345679" });
      const batch = await issue(inBranch(place));
      const html = await (await batchReply(batch, { format: "slips", publicUrl: PUBLIC_URL })).text();
      expect(html).toContain("&lt;b&gt;示例&lt;/b&gt;");
      expect(html).toContain(`study.example.org/invite/${batch.issued[0]?.token}`);
      expect(html).toContain('<svg class="qr"');
      expect(html).not.toMatch(/138\d{8}|138\*{4}/);
    });

    it("nobody to invite is said, and nothing is replaced", async () => {
      const place = await makePlace();
      const batch = await issue(inBranch(place));
      await expect(batchReply(batch, { format: "slips", publicUrl: PUBLIC_URL })).rejects.toMatchObject({
        code: "conflict",
      });
    });
  });
});
