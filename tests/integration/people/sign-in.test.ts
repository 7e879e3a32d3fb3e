import { describe, expect, it } from "vitest";
import { issueCode, redeemCode } from "@/features/codes/mutations";
import { acceptInvitation, createInvitation, purgeTokens, revokeInvitations } from "@/features/invitations/mutations";
import { loadInvitation } from "@/features/invitations/loaders/load-invitation";
import { inviteFirstAdministrator } from "@/features/setup/mutations";
import { findOpenInvitation } from "@/features/invitations/queries/find-open-invitation";
import { guessKeys, recordFailure } from "@/features/sessions/mutations/guard-guessing";
import { signIn } from "@/features/sessions/mutations/sign-in";
import { db } from "@/lib/db";
import { givePassword, makePerson, makePlace } from "@/tests/factories/people";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-20T02:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const DAYS = 86_400;
const PASSWORD = "学党史走长路2026";

describeOnBothEngines("signing in", () => {
  describe("throttling", () => {
    it("500 right sign-ins from one address pass, beside wrong ones", async () => {
      const place = await makePlace();
      const people = await Promise.all(Array.from({ length: 20 }, () => makePerson(place)));
      await givePassword(
        people.map((person) => person.memberId),
        PASSWORD,
      );
      const address = "198.51.100.1";
      for (let guess = 0; guess < 9; guess += 1) {
        await signIn({ login: `GW-WRONG${guess}`, password: "wrong guess", address, now: NOW });
      }
      const results: boolean[] = [];
      for (let round = 0; round < 25; round += 1) {
        const wave = people.map(({ login }) => signIn({ login, password: PASSWORD, address, now: later(round) }));
        results.push(...(await Promise.all(wave)).map((result) => result.ok));
      }
      expect(results).toHaveLength(500);
      expect(results.filter((ok) => !ok)).toEqual([]);
    });

    it("ten wrong ones close the account, then for longer each time; other accounts are not touched", async () => {
      const place = await makePlace();
      const [victim, other] = [await makePerson(place), await makePerson(place)];
      await givePassword([victim.memberId, other.memberId], PASSWORD);
      const guess = (address: string, at: Date, password = "wrong guess") =>
        signIn({ login: victim.login, password, address, now: at });
      for (let count = 0; count < 10; count += 1) {
        expect(await guess(`203.0.113.${count}`, later(count))).toEqual({ ok: false, reason: "refused" });
      }
      const closed = { ok: false, reason: "throttled", retryAfterSeconds: 59 };
      expect(await guess("203.0.113.99", later(10))).toEqual(closed);
      expect(await guess("203.0.113.99", later(10), PASSWORD)).toEqual(closed);
      expect(
        await signIn({ login: other.login, password: PASSWORD, address: "203.0.113.1", now: later(10) }),
      ).toMatchObject({
        ok: true,
      });
      // The pause grows: one minute, then two, then four.
      expect(await guess("203.0.113.99", later(69))).toEqual({ ok: false, reason: "refused" });
      expect(await guess("203.0.113.99", later(70))).toMatchObject({ retryAfterSeconds: 119 });
      expect(await guess("203.0.113.99", later(189))).toEqual({ ok: false, reason: "refused" });
      expect(await guess("203.0.113.99", later(190))).toMatchObject({ retryAfterSeconds: 239 });
      expect(await guess("203.0.113.99", later(429), PASSWORD)).toMatchObject({ ok: true });
      expect(await guess("203.0.113.99", later(430))).toEqual({ ok: false, reason: "refused" });
    });

    it("300 wrong ones from one address close the address, not the accounts", async () => {
      const person = await makePerson(await makePlace());
      await givePassword([person.memberId], PASSWORD);
      const address = "192.0.2.7";
      for (let wave = 0; wave < 15; wave += 1) {
        const guesses = Array.from({ length: 20 }, (_, index) =>
          recordFailure(guessKeys(`spray ${wave} ${index}`, address), later(wave)),
        );
        await Promise.all(guesses);
      }
      const own = { login: person.login, password: PASSWORD, now: later(20) };
      expect(await signIn({ ...own, address })).toMatchObject({ ok: false, reason: "throttled" });
      expect(await signIn({ ...own, address: "192.0.2.8" })).toMatchObject({ ok: true });
    });

    it("the log tells what happened without the login", async () => {
      const person = await makePerson(await makePlace());
      await givePassword([person.memberId], PASSWORD);
      const address = "192.0.2.50";
      await signIn({ login: person.login, password: "wrong guess", address, now: NOW });
      await signIn({ login: person.login, password: PASSWORD, address, now: NOW });
      const events = await db().securityEvent.findMany({ where: { address }, orderBy: { id: "asc" } });
      expect(events.map((event) => event.kind)).toEqual(["sign-in-refused", "signed-in"]);
      expect(JSON.stringify(events)).not.toContain(person.login);
    });
  });

  it.each(["invited", "inactive", "left"])("somebody %s cannot sign in with the right password", async (state) => {
    const { memberId, login } = await makePerson(await makePlace());
    await givePassword([memberId], PASSWORD);
    await db().member.update({ where: { id: memberId }, data: { state } });
    expect(await signIn({ login, password: PASSWORD, address: "192.0.2.9", now: NOW })).toEqual({
      ok: false,
      reason: "refused",
    });
  });

  describe("invitations", () => {
    async function invited() {
      const { memberId, login } = await makePerson(await makePlace());
      await db().member.update({ where: { id: memberId }, data: { state: "invited" } });
      const { token } = await createInvitation({ memberId, actorId: null, now: NOW });
      return { memberId, login, token };
    }
    const accept = (token: string, at = NOW) => acceptInvitation({ token, password: PASSWORD, now: at });

    it("is consumed once under 20 parallel acceptances", async () => {
      const { memberId, login, token } = await invited();
      const results = await Promise.all(Array.from({ length: 20 }, () => accept(token)));
      expect(results.filter((result) => result.ok)).toEqual([{ ok: true, memberId }]);
      expect(results.filter((result) => !result.ok).every((result) => !result.ok && result.reason === "gone")).toBe(
        true,
      );
      expect(await db().consent.count({ where: { memberId } })).toBe(1);
      expect(await signIn({ login, password: PASSWORD, address: "192.0.2.10", now: NOW })).toMatchObject({ ok: true });
    });
    it("looking at it consumes nothing", async () => {
      const { memberId } = await makePerson(await makePlace());
      await db().member.update({ where: { id: memberId }, data: { state: "invited" } });
      const { token } = await createInvitation({ memberId, actorId: null, now: new Date() });
      for (let look = 0; look < 3; look += 1)
        expect(await loadInvitation(token)).toMatchObject({ name: expect.any(String) as string });
      expect(await acceptInvitation({ token, password: PASSWORD, now: new Date() })).toMatchObject({ ok: true });
      expect(await loadInvitation(token)).toBeNull();
    });
    it.each([
      ["on its last second", 14 * DAYS - 1, true],
      ["not after 14 days", 14 * DAYS, false],
    ])("may be used %s", async (_sentence, seconds, ok) => {
      const { token } = await invited();
      expect((await accept(token, later(seconds))).ok).toBe(ok);
    });
    it("is gone when revoked, replaced, unknown, or the person has left", async () => {
      const revoked = await invited();
      await revokeInvitations({ memberId: revoked.memberId, actorId: revoked.memberId, now: NOW });
      expect(await accept(revoked.token)).toEqual({ ok: false, reason: "gone" });
      const replaced = await invited();
      await createInvitation({ memberId: replaced.memberId, actorId: null, now: NOW });
      expect(await accept(replaced.token)).toEqual({ ok: false, reason: "gone" });
      const gone = await invited();
      await db().member.update({ where: { id: gone.memberId }, data: { state: "left" } });
      expect(await accept(gone.token)).toEqual({ ok: false, reason: "gone" });
      expect(await accept("x".repeat(43))).toEqual({ ok: false, reason: "gone" });
    });
    it("is not issued to somebody who is in, and changes no password of somebody who came in meanwhile", async () => {
      const { memberId, login, token } = await invited();
      await givePassword([memberId], "自己设的密码2026");
      await db().member.update({ where: { id: memberId }, data: { state: "active" } });
      const signsIn = () => signIn({ login, password: "自己设的密码2026", address: "192.0.2.11", now: NOW });
      expect(await signsIn()).toMatchObject({ ok: true });
      expect(await findOpenInvitation(token, NOW)).toBeNull();
      expect(await accept(token)).toEqual({ ok: false, reason: "gone" });
      await expect(createInvitation({ memberId, actorId: null, now: NOW })).rejects.toMatchObject({ code: "conflict" });
      expect(await signsIn()).toMatchObject({ ok: true });
      expect(await db().session.count({ where: { memberId, revokedAt: null } })).toBe(2);
      expect(await db().invitation.count({ where: { memberId } })).toBe(1);
    });
    it.each(["inactive", "left"])("is not issued to somebody %s", async (state) => {
      const { memberId } = await invited();
      await db().member.update({ where: { id: memberId }, data: { state } });
      await expect(createInvitation({ memberId, actorId: null, now: NOW })).rejects.toMatchObject({ code: "conflict" });
    });
    it("only its hash is stored", async () => {
      const { memberId, token } = await invited();
      expect(JSON.stringify(await db().invitation.findMany({ where: { memberId } }))).not.toContain(token);
    });
    it("a refused password consumes nothing", async () => {
      const { token } = await invited();
      expect(await acceptInvitation({ token, password: "12345678", now: NOW })).toMatchObject({ reason: "password" });
      expect(await accept(token)).toMatchObject({ ok: true });
    });
    it("is purged thirty days after its end", async () => {
      const { memberId } = await invited();
      await purgeTokens(later(44 * DAYS));
      expect(await db().invitation.count({ where: { memberId } })).toBe(1);
      await purgeTokens(later(44 * DAYS + 1));
      expect(await db().invitation.count({ where: { memberId } })).toBe(0);
    });
  });

  describe("one-time codes", () => {
    it("sets a new password once, ends every session, tells the person, and is audited", async () => {
      const { memberId, login } = await makePerson(await makePlace());
      await givePassword([memberId], PASSWORD);
      const address = "192.0.2.20";
      await signIn({ login, password: PASSWORD, address, now: NOW });
      const { code } = await issueCode({ memberId, actorId: null, now: NOW });
      expect(await db().session.count({ where: { memberId, revokedAt: null } })).toBe(0);
      const next = "新密码也要记得住";
      const redeem = () =>
        redeemCode({ login, code: code.toLowerCase().replace("-", " "), next, address, now: later(60) });
      const results = await Promise.all([redeem(), redeem(), redeem()]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(await signIn({ login, password: next, address, now: later(61) })).toMatchObject({ ok: true });
      expect(await signIn({ login, password: PASSWORD, address, now: later(61) })).toMatchObject({ ok: false });
      expect(await db().notice.count({ where: { memberId } })).toBe(2);
      expect(await db().auditEntry.count({ where: { subjectId: memberId, action: "member.code.issue" } })).toBe(1);
    });
    it.each([
      ["on its last second", DAYS - 1, true],
      ["not after a day", DAYS, false],
    ])("may be used %s", async (_sentence, seconds, ok) => {
      const { memberId, login } = await makePerson(await makePlace());
      const { code } = await issueCode({ memberId, actorId: null, now: NOW });
      const result = await redeemCode({
        login,
        code,
        next: "新密码也要记得住",
        address: "192.0.2.21",
        now: later(seconds),
      });
      expect(result.ok).toBe(ok);
    });
    it("an earlier code lapses with the next, and wrong guesses are throttled like sign-ins", async () => {
      const { memberId, login } = await makePerson(await makePlace());
      const first = await issueCode({ memberId, actorId: null, now: NOW });
      const { code } = await issueCode({ memberId, actorId: null, now: NOW });
      const redeem = (typed: string) =>
        redeemCode({ login, code: typed, next: "新密码也要记得住", address: "192.0.2.22", now: NOW });
      expect(await redeem(first.code)).toEqual({ ok: false, reason: "refused" });
      for (let guess = 0; guess < 9; guess += 1) await redeem("AAAA-AAAA");
      expect(await redeem(code)).toMatchObject({ ok: false, reason: "throttled" });
    });
  });

  describe("the first administrator", () => {
    it("gets a fresh link as often as wanted while nobody has accepted, and none afterwards", async () => {
      const links = await Promise.all(Array.from({ length: 5 }, () => inviteFirstAdministrator(NOW)));
      expect(links.every((link) => link.ok)).toBe(true);
      expect(await db().roleGrant.count({ where: { role: "administrator" } })).toBe(1);
      const last = await inviteFirstAdministrator(NOW);
      if (!last.ok) throw new Error(last.reason);
      for (const link of links) {
        if (link.ok)
          expect(await acceptInvitation({ token: link.token, password: PASSWORD, now: NOW })).toMatchObject({
            ok: false,
          });
      }
      expect(await acceptInvitation({ token: last.token, password: PASSWORD, now: NOW })).toMatchObject({ ok: true });
      expect(await signIn({ login: last.login, password: PASSWORD, address: "192.0.2.30", now: NOW })).toMatchObject({
        ok: true,
      });
      expect(await inviteFirstAdministrator(NOW)).toEqual({ ok: false, reason: "administered" });
    });
  });
});
