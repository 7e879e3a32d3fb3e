import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closeOverdueAttempts } from "@/features/attempts/mutations/close-overdue-attempts";
import { issueCertificates } from "@/features/certificates/mutations/issue-certificates";
import { loadCertificate } from "@/features/certificates/loaders";
import { certificateItem } from "@/features/certificates/view";
import { makeEdition } from "@/features/contests/mutations/make-edition";
import { settleContests } from "@/features/contests/mutations/settle-contests";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { addBank, addContest } from "@/tests/factories/contests";
import { cookieOf } from "@/tests/factories/sign-in";
import { addMember } from "@/tests/factories/small-zone";
import { browserOf } from "@/tests/support/attempt-calls";
import { contestsOf } from "@/tests/support/contest-calls";
import { describeOnBothEngines } from "@/tests/support/database";
import { rightAnswers } from "@/tests/support/right-answers";

const NOW = vi.hoisted(() => ({ value: new Date("2026-11-22T03:00:00Z") }));
vi.mock("@/lib/clock", () => ({ now: () => NOW.value }));

const RELEASED = new Date("2026-11-22T03:00:00Z");
const OPEN = new Date("2026-11-22T04:00:00Z");
const CLOSED = new Date("2026-11-22T06:00:31Z");
const at = (instant: Date): void => {
  NOW.value = instant;
  forgetRemembered();
};

async function takePart(id: string, contestId: string, right: number, showName = false) {
  const cookie = await cookieOf(id);
  await contestsOf(cookie).join(contestId, { showName });
  const { body: paper } = await browserOf(cookie).start(contestId);
  const answers = Object.fromEntries(Object.entries(rightAnswers(paper)).slice(0, right));
  await browserOf(cookie).submit(paper.attemptId, { revision: 1, answers });
}

const given = (memberId: string) => issueCertificates({ memberId }, NOW.value);
const kindsOf = async (memberId: string) =>
  (await given(memberId)).map(({ kind, place, issue, revokedReason }) => [kind, place, issue, revokedReason]);
const onlyOf = async (memberId: string) => {
  const [certificate, ...more] = await given(memberId);
  if (!certificate || more.length > 0) throw new Error("Not one certificate");
  return certificate;
};

async function settle(): Promise<void> {
  at(CLOSED);
  await closeOverdueAttempts({ now: NOW.value });
  await settleContests(NOW.value);
}

/** What a question declared void does to a result, and the edition that follows. */
async function correct(contestId: string, memberId: string, score: number): Promise<void> {
  await db().attempt.updateMany({ where: { quizId: contestId, memberId }, data: { score } });
  at(new Date(NOW.value.getTime() + 60_000));
  await makeEdition(contestId, NOW.value);
}

describeOnBothEngines("certificates of a contest", () => {
  let number = 0;
  let people: string[] = [];
  let contestId = "";

  beforeAll(async () => {
    for (const id of ["writer", "reviewer"]) await addMember({ id });
    await addBank("certificates", { count: 12 });
  });
  beforeEach(async () => {
    number += 1;
    people = ["first", "second", "third"].map((each) => `${each}${String(number)}`);
    for (const id of people) await addMember({ id, name: `王示例${id}` });
    at(RELEASED);
    contestId = await addContest(RELEASED, { title: `示例竞赛${String(number)}` });
    at(OPEN);
    const [first = "", second = "", third = ""] = people;
    await takePart(first, contestId, 4, true);
    await takePart(second, contestId, 2);
    await takePart(third, contestId, 0);
  });

  test("there are none before the results; then the place, once, and nothing for an empty paper", async () => {
    const [first = "", second = "", third = ""] = people;
    expect(await given(first)).toEqual([]);
    await settle();
    const certificate = await onlyOf(first);
    expect(certificate).toMatchObject({
      ...{ kind: "contest-place", sourceId: contestId, title: `示例竞赛${String(number)}`, place: 1, score: 2_000 },
      ...{ issue: 1, revokedAt: null, issuedAt: CLOSED },
    });
    expect(certificateItem(certificate)).toMatchObject({ result: "第一名，20分", revoked: null, heading: "荣誉证书" });
    expect((await onlyOf(first)).id).toBe(certificate.id);
    expect(await kindsOf(second)).toEqual([["contest-place", 2, 1, null]]);
    expect(await kindsOf(third)).toEqual([]);
    await addMember({ id: `stranger${String(number)}` });
    expect(await kindsOf(`stranger${String(number)}`)).toEqual([]);
  });

  test("five at once make one", async () => {
    const [first = ""] = people;
    await settle();
    const lists = await Promise.all(Array.from({ length: 5 }, () => given(first)));
    expect(await db().certificate.count({ where: { memberId: first } })).toBe(1);
    expect(new Set(lists.flat().map(({ id }) => id)).size).toBe(1);
    for (const list of lists) expect(list).toHaveLength(1);
  });

  test("who answered and has no points gets one of having taken part", async () => {
    const [, , third = ""] = people;
    const attempt = await db().attempt.findFirstOrThrow({ where: { quizId: contestId, memberId: third } });
    const [response] = await db().response.findMany({ where: { attemptId: attempt.id } });
    await db().response.update({ where: { id: response?.id ?? "" }, data: { value: "false" } });
    await settle();
    expect(await kindsOf(third)).toEqual([["contest-part", null, 1, null]]);
  });

  test("anybody with the number sees that it is genuine: a masked name unless it may be shown, and nothing else", async () => {
    const [first = "", second = ""] = people;
    await settle();
    const [open, masked] = [await onlyOf(first), await onlyOf(second)];
    for (const typed of [masked.id, masked.id.toLowerCase(), masked.id.replaceAll("-", " ")]) {
      const shown = await loadCertificate(typed);
      expect(shown).toMatchObject({ id: masked.id, state: "genuine", name: "王*", result: "第二名", revoked: null });
      const text = JSON.stringify(shown);
      for (const secret of ["王示例", second, "1000", "10分", "score"]) expect(text).not.toContain(secret);
    }
    expect(await loadCertificate(open.id)).toMatchObject({ name: `王示例${first}`, result: "第一名" });
    for (const typed of ["", "\u0000", "rubbish", contestId, "AAAA-AAAA-AAAA-AAAA"]) {
      expect(await loadCertificate(typed)).toBeNull();
    }
  });

  test("one that was changed afterwards no longer fits its signature", async () => {
    const [, second = ""] = people;
    await settle();
    const { id } = await onlyOf(second);
    await db().certificate.update({ where: { id }, data: { title: "示例大竞赛" } });
    expect(await loadCertificate(id)).toMatchObject({ state: "altered" });
  });

  test("a correction that moves the place takes it back and gives the next; one that does not changes nothing", async () => {
    const [first = "", second = "", third = ""] = people;
    await settle();
    const [one, two] = [await onlyOf(first), await onlyOf(second)];
    await correct(contestId, second, 1_500);
    expect(await loadCertificate(two.id)).toMatchObject({ state: "genuine", result: "第二名" });
    await correct(contestId, second, 2_500);
    expect(await loadCertificate(two.id)).toMatchObject({
      ...{ state: "revoked", revoked: { why: "结果更正过，名次或成绩和证书上写的不一样了" } },
    });
    const again = [
      ["contest-place", 1, 2, null],
      ["contest-place", 2, 1, "corrected"],
    ];
    expect(await kindsOf(second)).toEqual(again);
    expect(await kindsOf(second)).toEqual(again);
    expect(await kindsOf(first)).toEqual([
      ["contest-place", 2, 2, null],
      ["contest-place", 1, 1, "corrected"],
    ]);
    expect(await loadCertificate(one.id)).toMatchObject({ state: "revoked" });
    expect(await kindsOf(third)).toEqual([]);
  });

  test("leaving takes it back at once, hides the name, and nothing new is given", async () => {
    const [first = ""] = people;
    await settle();
    const { id } = await onlyOf(first);
    at(new Date(CLOSED.getTime() + 60_000));
    expect((await contestsOf(await cookieOf(first)).leave(contestId)).status).toBe(200);
    // The route itself took it back, before anybody looked.
    expect(await db().certificate.findUniqueOrThrow({ where: { id } })).toMatchObject({ revokedReason: "left" });
    expect(await loadCertificate(id)).toMatchObject({
      ...{ state: "revoked", name: "王*", revoked: { why: "本人退出了这项活动" } },
    });
    expect(await kindsOf(first)).toEqual([["contest-place", 1, 1, "left"]]);
  });
});
