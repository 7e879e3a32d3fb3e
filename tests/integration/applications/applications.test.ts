import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { applyToBranch } from "@/features/applications/mutations/apply";
import { refuseApplication, type DecideResult } from "@/features/applications/mutations/decide";
import { revokeJoinCode } from "@/features/applications/mutations/issue-join-code";
import { openAccount, withdrawApplication, type OpenedAccount } from "@/features/applications/mutations/open-account";
import { purgeApplications } from "@/features/applications/mutations/purge-applications";
import { findApplication } from "@/features/applications/queries/find-application";
import { findOpenJoinCode } from "@/features/applications/queries/find-join-code";
import { listDecidedApplications, listOpenApplications } from "@/features/applications/queries/list-applications";
import { acceptInvitation } from "@/features/invitations/mutations";
import { joinBranch } from "@/features/members/mutations/join-branch";
import { findMemberByLoginKey, loginKeyOf } from "@/features/members/queries";
import { randomToken } from "@/lib/crypto";
import { db } from "@/lib/db";
import { accept, apply, codeOf, listed, officerOf, scopeOf } from "@/tests/factories/applications";
import { makePerson, makePlace, nextNumber, TODAY } from "@/tests/factories/people";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
const CLOSED = { ok: false, reason: "closed" };
const by = { actorId: "officer", now };
describeOnBothEngines("joining a branch", () => {
  describe("the branch's code", () => {
    it("opens the form in any spelling, is replaced by the next one and withdrawn", async () => {
      const place = await makePlace();
      const first = await codeOf(place);
      expect(await findOpenJoinCode(first.toLowerCase().replace("-", " "), now)).toMatchObject({
        branchId: place.branchId,
      });
      const second = await codeOf(place);
      expect(await findOpenJoinCode(first, now)).toBeNull();
      expect(await findOpenJoinCode(second, now)).not.toBeNull();
      expect(await findOpenJoinCode(second, later(31))).toBeNull();
      expect(await revokeJoinCode({ branchId: place.branchId, ...by })).toBe(true);
      expect(await revokeJoinCode({ branchId: place.branchId, ...by })).toBe(false);
      expect(await findOpenJoinCode(second, now)).toBeNull();
    });

    it("is written to the log without the code", async () => {
      const place = await makePlace();
      const token = await codeOf(place);
      await revokeJoinCode({ branchId: place.branchId, ...by });
      const entries = await db().auditEntry.findMany({ where: { subjectId: place.branchId }, orderBy: { id: "asc" } });
      expect(entries.map((entry) => entry.action)).toEqual(["branch.create", "join-code.issue", "join-code.revoke"]);
      expect(JSON.stringify(entries)).not.toContain(token);
    });
  });

  describe("applying", () => {
    it("a form sent twice is one application, and going back changes it while it waits", async () => {
      const place = await makePlace();
      const secret = randomToken();
      await codeOf(place);
      await Promise.all([apply(place, { secret }), apply(place, { secret }), apply(place, { secret })]);
      await apply(place, { secret, name: "王改名" });
      const rows = await db().application.findMany({ where: { branchId: place.branchId } });
      expect(rows.map((row) => row.name)).toEqual(["王改名"]);
    });

    it("says the same whether anybody has the login or not", async () => {
      const place = await makePlace();
      const { login } = await makePerson(place);
      expect((await apply(place, { login })).result).toEqual((await apply(place)).result);
    });

    it("refuses what is no name or login, an ended code, and a machine", async () => {
      const place = await makePlace();
      expect((await apply(place, { name: " \u200b " })).result).toMatchObject({ reason: "field", field: "name" });
      expect((await apply(place, { login: "12" })).result).toMatchObject({ reason: "field", field: "login" });
      const typed = { secret: randomToken(), name: "王示例", login: "13800000000", now };
      expect(await applyToBranch({ ...typed, token: "NONE-NONE", address: "a" })).toEqual({
        ok: false,
        reason: "gone",
      });
      const tries = Array.from({ length: 121 }, () =>
        applyToBranch({ ...typed, token: "NONE-NONE", address: "machine" }),
      );
      expect((await Promise.all(tries)).at(-1)).toMatchObject({ reason: "too-many" });
    });
  });

  describe("deciding", () => {
    it("somebody new becomes a member of the branch, and the applicant sets a password", async () => {
      const place = await makePlace();
      const { applicationId, secret, login } = await apply(place);
      expect(await openAccount({ secret, now })).toEqual(CLOSED);
      const accepted = await accept(place, applicationId, { organisationId: place.organisationId });
      expect(accepted).toMatchObject({ ok: true });
      const holder = await findMemberByLoginKey(loginKeyOf(login) ?? "");
      expect(accepted).toMatchObject({ memberId: holder?.memberId });
      expect(
        await db().membership.count({ where: { memberId: holder?.memberId ?? "", branchId: place.branchId } }),
      ).toBe(1);
      expect(await db().employment.count({ where: { memberId: holder?.memberId ?? "" } })).toBe(1);
      expect(await findApplication(secret)).toMatchObject({ state: "accepted", isIn: false });
      const opened = await openAccount({ secret, now });
      const entered = await acceptInvitation({ token: tokenOf(opened), password: "学党史走长路2026", now });
      expect(entered).toMatchObject({ ok: true, memberId: holder?.memberId });
      expect(await findApplication(secret)).toMatchObject({ isIn: true });
      expect(await openAccount({ secret, now })).toEqual(CLOSED);
    });

    it("one who stands on the branch's list is that row, and not a second person", async () => {
      const place = await makePlace();
      const person = await listed(place, "王在册");
      const { applicationId } = await apply(place, { name: "王　在册", login: person.login });
      expect(await listOpenApplications(scopeOf(place), { actor: officerOf(place), now })).toMatchObject([
        { fit: "here" },
      ]);
      expect(await accept(place, applicationId, { standing: "" })).toEqual({ ok: true, memberId: person.memberId });
      expect(await db().membership.count({ where: { memberId: person.memberId } })).toBe(1);
    });

    it("one who stands on the list without a branch is put into this one", async () => {
      const place = await makePlace();
      const person = await listed(place, "王未编", { branchId: null });
      const { applicationId } = await apply(place, { name: "王未编", login: person.login });
      expect(await accept(place, applicationId, { standing: "" })).toEqual({ ok: true, memberId: person.memberId });
      expect(await db().membership.count({ where: { memberId: person.memberId, branchId: place.branchId } })).toBe(1);
    });

    it("one of another branch's list has to be moved first; nothing of that branch is told", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      const person = await listed(other, "王别处", {
        organisationId: null,
        login: `13700${String(nextNumber()).padStart(6, "0")}`,
      });
      const { applicationId } = await apply(place, { name: "王别处", login: person.login });
      const shown = await listOpenApplications(scopeOf(place), { actor: officerOf(place), now });
      expect(shown).toMatchObject([{ fit: "elsewhere", namesakes: [] }]);
      expect(JSON.stringify(shown)).not.toContain(other.branchId);
      expect(await accept(place, applicationId)).toMatchObject({ ok: false, reason: "elsewhere" });
      expect(await db().application.count({ where: { id: applicationId, state: "open" } })).toBe(1);
    });

    it.each([
      ["another name", "李不同", "invited"],
      ["signed in already", "王在用", "active"],
      ["deactivated", "王在用", "inactive"],
      ["left the zone", "王在用", "left"],
      ["left the zone under another name", "李不同", "left"],
    ])("a login that is taken is refused, and the application still waits: %s", async (_title, name, state) => {
      const place = await makePlace();
      const person = await makePerson(place, { name });
      await db().member.update({ where: { id: person.memberId }, data: { state } });
      const { applicationId } = await apply(place, { name: "王在用", login: person.login });
      expect(await accept(place, applicationId)).toMatchObject({ ok: false, reason: "taken" });
      expect(await db().application.count({ where: { id: applicationId, state: "open" } })).toBe(1);
      expect(
        await db().member.count({ where: { name: "王在用", id: { not: person.memberId }, state: "invited" } }),
      ).toBe(0);
    });

    it("ten taps at once take in one person once", async () => {
      const place = await makePlace();
      const { applicationId, login } = await apply(place, { name: "王连点" });
      const results = await Promise.all(Array.from({ length: 10 }, () => accept(place, applicationId)));
      expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
      expect(await db().member.count({ where: { name: "王连点" } })).toBe(1);
      expect(await db().login.count({ where: { hash: (await findHash(login)) ?? "" } })).toBe(1);
      expect(
        await db().auditEntry.count({ where: { action: "application.accept", subjectId: idOf(results[0]) } }),
      ).toBe(1);
    });

    it("two applications of one person lead to one account: the other is closed with a reason", async () => {
      const place = await makePlace();
      const first = await apply(place, { name: "王两份" });
      const second = await apply(place, { name: "王两份", login: first.login });
      expect(await listOpenApplications(scopeOf(place), { actor: officerOf(place), now })).toMatchObject([
        { doubles: 1 },
        { doubles: 1 },
      ]);
      const results = await Promise.all([accept(place, first.applicationId), accept(place, second.applicationId)]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(await db().member.count({ where: { name: "王两份" } })).toBe(1);
      const states = await Promise.all([first, second].map(({ secret }) => findApplication(secret)));
      expect(states.map((row) => row?.state).sort()).toEqual(["accepted", "refused"]);
      const closed = [first, second].find((_, index) => states[index]?.state === "refused");
      expect(await openAccount({ secret: closed?.secret ?? "", now })).toEqual(CLOSED);
    });

    it("one person accepted by two branches at once, or beside a move, belongs to one of them", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      for (const name of ["王两支", "王三支", "王四支"]) {
        const { memberId, login } = await listed(null, name);
        const [here, there] = [await apply(place, { name, login }), await apply(other, { name, login })];
        const [mine, theirs] = await Promise.all([
          accept(place, here.applicationId),
          accept(other, there.applicationId),
        ]);
        expect([mine.ok, theirs.ok].sort()).toEqual([false, true]);
        expect(mine.ok ? theirs : mine).toMatchObject({ reason: "elsewhere" });
        expect(await db().membership.count({ where: { memberId } })).toBe(1);
      }
      for (const name of ["王五移", "王六移", "王七移"]) {
        const { memberId, login } = await listed(null, name);
        const { applicationId } = await apply(place, { name, login });
        const moved = { memberId, branchId: other.branchId, since: addDays(TODAY, 7), ...by };
        await Promise.all([accept(place, applicationId), joinBranch(moved)]);
        const stays = await db().membership.findMany({ where: { memberId }, orderBy: { since: "asc" } });
        expect(stays.slice(0, -1).every(({ until }) => until === addDays(TODAY, 6))).toBe(true);
      }
    });

    it("of acceptance and refusal at once one holds", async () => {
      const place = await makePlace();
      const { applicationId, secret } = await apply(place, { name: "王相争" });
      const refusal = { applicationId, branchId: place.branchId, reason: "不是本支部的人", ...by };
      const results = await Promise.all([accept(place, applicationId), refuseApplication(refusal)]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      const state = (await findApplication(secret))?.state;
      expect(await db().member.count({ where: { name: "王相争" } })).toBe(state === "accepted" ? 1 : 0);
    });

    it("a refusal is told with its reason, also when it is said twice", async () => {
      const place = await makePlace();
      const { applicationId, secret } = await apply(place);
      const refusal = { applicationId, branchId: place.branchId, ...by };
      expect(await refuseApplication({ ...refusal, reason: "不是本支部的人" })).toMatchObject({ ok: true });
      expect(await refuseApplication({ ...refusal, reason: "另一个理由" })).toMatchObject({ ok: true });
      expect(await findApplication(secret)).toMatchObject({ state: "refused", reason: "不是本支部的人" });
      expect(await accept(place, applicationId)).toMatchObject({ ok: false, reason: "decided" });
    });

    it("another branch finds no such application, and an organisation from elsewhere is not taken", async () => {
      const [place, other] = [await makePlace(), await makePlace()];
      const { applicationId } = await apply(place);
      expect(await accept(other, applicationId)).toMatchObject({ ok: false, reason: "unknown" });
      expect(await refuseApplication({ applicationId, branchId: other.branchId, reason: "无", ...by })).toMatchObject({
        reason: "unknown",
      });
      const foreign = await accept(place, applicationId, { organisationId: other.organisationId });
      expect(foreign).toMatchObject({ ok: false, field: "organisationId" });
      expect(await accept(place, applicationId, { standing: "" })).toMatchObject({ ok: false, field: "standing" });
      expect(await db().application.count({ where: { id: applicationId, state: "open" } })).toBe(1);
    });

    it("what was withdrawn cannot be accepted, what was accepted not withdrawn", async () => {
      const place = await makePlace();
      const [gone, kept] = [await apply(place), await apply(place)];
      expect(await withdrawApplication({ secret: gone.secret, now })).toBe(true);
      expect(await accept(place, gone.applicationId)).toMatchObject({ reason: "decided" });
      expect(await accept(place, kept.applicationId)).toMatchObject({ ok: true });
      expect(await withdrawApplication({ secret: kept.secret, now })).toBe(false);
    });

    it("the log says who took in whom and who was refused why, without logins", async () => {
      const place = await makePlace();
      const [taken, refused] = [await apply(place), await apply(place)];
      const accepted = await accept(place, taken.applicationId);
      const { applicationId } = refused;
      await refuseApplication({ applicationId, branchId: place.branchId, reason: "不是本支部的人", ...by });
      const entries = await db().auditEntry.findMany({ where: { subjectId: { in: [idOf(accepted), applicationId] } } });
      expect(entries.map((entry) => entry.action).sort()).toEqual([
        "application.accept",
        "application.refuse",
        "member.create",
      ]);
      expect(JSON.stringify(entries)).not.toMatch(/1380000\d{4}/);
      expect(JSON.stringify(await listDecidedApplications(scopeOf(place)))).not.toMatch(/1380000\d{4}/);
    });
  });

  it("ninety days later applications are forgotten, and then their codes", async () => {
    const place = await makePlace();
    const [open, decided] = [await apply(place), await apply(place)];
    await refuseApplication({ applicationId: decided.applicationId, branchId: place.branchId, reason: "无关", ...by });
    await purgeApplications(later(89));
    expect(await findApplication(open.secret)).not.toBeNull();
    await purgeApplications(later(91));
    expect(await Promise.all([open, decided].map(({ secret }) => findApplication(secret)))).toEqual([null, null]);
    expect(await db().joinCode.count({ where: { branchId: place.branchId } })).toBe(1);
    await purgeApplications(later(121));
    expect(await db().joinCode.count({ where: { branchId: place.branchId } })).toBe(0);
  });
});

function tokenOf(opened: OpenedAccount): string {
  return opened.ok ? opened.token : "";
}

function idOf(result: DecideResult | undefined): string {
  return (result?.ok && result.memberId) || "";
}

async function findHash(login: string): Promise<string | null> {
  return loginKeyOf(login);
}
