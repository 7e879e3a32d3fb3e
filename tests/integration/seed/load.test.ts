import { describe, expect, it } from "vitest";
import { startAttempt } from "@/features/attempts/mutations/start-attempt";
import { getPaper } from "@/features/attempts/queries";
import { loadLibrary } from "@/features/library/mutations/load-library";
import { signIn } from "@/features/sessions/mutations/sign-in";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { loadShape } from "@/prisma/seed/load/shape";
import { plantLoad, removeLoad } from "@/prisma/seed/load/zone";
import { makePerson, makePlace } from "@/tests/factories/people";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

describe("the shape of the load zone", () => {
  const shape = loadShape({ members: 3500, organisations: 410 });
  const members = (size: string) => shape.filter((one) => one.size === size).map((one) => one.members);

  it("has exactly the members and organisations asked for", () => {
    expect(shape).toHaveLength(410);
    expect(sum(shape.map((one) => one.members))).toBe(3500);
  });
  it("30 organisations hold about 3,000, 80 have 3 to 15, 300 none to two", () => {
    expect([members("large").length, members("middle").length, members("small").length]).toEqual([30, 80, 300]);
    expect(sum(members("large"))).toBeGreaterThan(2900);
    expect(sum(members("large"))).toBeLessThan(3100);
    expect([Math.min(...members("middle")), Math.max(...members("middle"))]).toEqual([3, 15]);
    expect([Math.min(...members("small")), Math.max(...members("small"))]).toEqual([0, 2]);
  });
  it.each([
    [1, 1],
    [60, 10],
    [99_999, 410],
  ])("%d members in %d organisations add up as well", (wanted, organisations) => {
    const other = loadShape({ members: wanted, organisations });
    expect(other).toHaveLength(organisations);
    expect(sum(other.map((one) => one.members))).toBe(wanted);
  });
  it("too few members for the organisations are refused", () => {
    expect(() => loadShape({ members: 100, organisations: 410 })).toThrow("100人不够分给410家组织");
  });
});

describeOnBothEngines("the load zone", () => {
  const size = { members: 260, organisations: 40 };
  const counts = async () => ({
    ...{ members: await db().member.count(), logins: await db().login.count(), quizzes: await db().quiz.count() },
    ...{ stations: await db().station.count(), branches: await db().branch.count() },
    ...{ employments: await db().employment.count(), memberships: await db().membership.count() },
  });
  let before: Awaited<ReturnType<typeof counts>>;

  it("is made once; again it only takes the new password; another size is refused", async () => {
    await loadLibrary({ now });
    await makePerson(await makePlace());
    before = await counts();
    const zone = { quizId: "load-quiz", accounts: 260 };
    expect(await plantLoad({ ...size, password: "first password", now })).toEqual(zone);
    const made = await counts();
    expect(made.members).toBe(before.members + 260);
    expect(await plantLoad({ ...size, password: "second password", now })).toEqual(zone);
    expect(await counts()).toEqual(made);
    expect(await plantLoad({ members: 300, organisations: 40, password: "second password", now })).toBeNull();
    expect(await counts()).toEqual(made);
    expect(await db().member.groupBy({ by: ["passwordHash"], where: { id: { startsWith: "load-" } } })).toHaveLength(1);
  });

  it("its accounts sign in, its people are placed, its quiz is open with 20 questions", async () => {
    const first = await signIn({ login: "load-00001", password: "second password", address: "192.0.2.1", now });
    expect(first).toMatchObject({ ok: true, memberId: "load-member-00001" });
    const last = await signIn({ login: "LOAD-00260", password: "second password", address: "192.0.2.1", now });
    expect(last).toMatchObject({ ok: true });
    const unplaced = await db().member.count({ where: { id: { startsWith: "load-" }, employments: { none: {} } } });
    expect(unplaced).toBe(0);
    const without = { id: { startsWith: "load-" }, memberships: { none: {} } };
    expect(await db().member.count({ where: without })).toBeGreaterThan(0);
    expect(
      await db().organisation.count({ where: { id: { startsWith: "load-" }, employments: { none: {} } } }),
    ).toBeGreaterThan(10);
    forgetRemembered();
    const { attempt } = await startAttempt({ memberId: "load-member-00001", quizId: "load-quiz", seed: "s", now });
    expect((await getPaper(attempt.id)).questions).toHaveLength(20);
  });

  it("one that was broken off is made anew", async () => {
    await db().consent.deleteMany({ where: { memberId: "load-member-00260" } });
    await db().login.deleteMany({ where: { memberId: "load-member-00007" } });
    await plantLoad({ ...size, password: "second password", now });
    expect(await db().login.count({ where: { memberId: { startsWith: "load-" } } })).toBe(260);
  });

  it("is removed without a trace, and nothing else is", async () => {
    const { attempt } = await startAttempt({ memberId: "load-member-00002", quizId: "load-quiz", seed: "s", now });
    expect(attempt.state).toBe("open");
    expect(await removeLoad()).toBe(260);
    expect(await counts()).toEqual(before);
    expect(await db().attempt.count()).toBe(0);
    expect(await removeLoad()).toBe(0);
  });
});
