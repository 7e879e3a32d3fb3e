import { beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { quarterOf } from "@/domain/calendar/shanghai";
import { findSignedIn } from "@/features/access/queries";
import type { BranchScope } from "@/features/access/types";
import { employ } from "@/features/members/mutations/employ";
import { findMemberByLoginKey, loginKeyOf } from "@/features/members/queries";
import { mergeMembers } from "@/features/merges/mutations/merge-members";
import { previewMerge } from "@/features/merges/queries";
import { rebuildTotals } from "@/features/points/mutations/rebuild-totals";
import { verifyLedger } from "@/features/points/mutations/verify-ledger";
import { listRecallDifferences } from "@/features/recalls/queries";
import { findReceipt } from "@/features/receipts/queries";
import { joinSeason } from "@/features/seasons/mutations/join-season";
import { cancelTransfer } from "@/features/transfers/mutations/cancel-transfer";
import { listAgreedTransfers, listTransfersAhead } from "@/features/transfers/queries/list-transfers";
import { openSession } from "@/features/sessions/mutations/open-session";
import { db } from "@/lib/db";
import { addLesson, recall, takeQuiz } from "@/tests/factories/accounts";
import { makePerson, makePlace, SINCE, TODAY, type Place } from "@/tests/factories/people";
import { addPlainQuestions, addQuiz } from "@/tests/factories/quizzes";
import { ask, idOf, secretaryOf, setting } from "@/tests/factories/transfers";
import { browserOf } from "@/tests/support/attempt-calls";
import { cookieOf } from "@/tests/factories/sign-in";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const LESSONS = ["lessons/a/01-one", "lessons/a/02-two", "lessons/a/03-three"] as const;

async function accounts(place: Place | null = null) {
  const at = place ?? (await makePlace());
  const [kept, gone] = [await makePerson(at, { name: "周示例" }), await makePerson(at, { name: "周示例" })];
  return { place: at, kept, gone, keptId: kept.memberId, goneId: gone.memberId };
}

const merge = (pair: { keptId: string; goneId: string }) => mergeMembers({ ...pair, actorId: pair.keptId, now });

const pointsOf = async (memberId: string) =>
  (await db().pointsEntry.findMany({ where: { memberId }, select: { value: true } })).reduce((a, b) => a + b.value, 0);

async function expectSound(...memberIds: string[]): Promise<void> {
  expect((await verifyLedger()).faults).toEqual([]);
  expect((await rebuildTotals()).mended).toBe(0);
  for (const memberId of memberIds) expect(await listRecallDifferences(db(), memberId)).toEqual([]);
}

describeOnBothEngines("merging two accounts", () => {
  let questions: string[] = [];

  beforeAll(async () => {
    questions = await addPlainQuestions("merge");
    for (const [at, lesson] of LESSONS.entries()) await addLesson(lesson, questions[at] ?? "");
  });
  const learn = (memberId: string, at: number) => recall(memberId, LESSONS[at] ?? "", questions[at] ?? "", now);

  describe("what was learnt", () => {
    it("is counted once, and every total is what the ledger says", async () => {
      const pair = await accounts();
      await learn(pair.keptId, 0);
      await learn(pair.goneId, 0);
      await learn(pair.goneId, 1);
      await expectSound(pair.keptId, pair.goneId);
      const preview = await previewMerge(pair, now);
      expect(preview).toMatchObject({ after: 4, lost: 2, fault: null, kept: { recalls: 1 }, gone: { recalls: 2 } });

      expect(await merge(pair)).toEqual({ ok: true, lost: 2 });
      await expectSound(pair.keptId, pair.goneId);
      expect([await pointsOf(pair.keptId), await pointsOf(pair.goneId)]).toEqual([4, 0]);
      expect(await db().recall.count({ where: { memberId: pair.keptId } })).toBe(2);
      // The double stays with the other account and is nobody's first answer.
      expect(await db().response.count({ where: { memberId: pair.goneId, first: true } })).toBe(0);
      const totals = await db().recallTotal.findMany({ where: { memberId: { in: [pair.keptId, pair.goneId] } } });
      expect(totals.map((row) => [row.memberId, row.firsts])).toEqual([[pair.keptId, 2]]);
      expect(await merge(pair)).toEqual({ ok: true, lost: 0 });
      expect(await pointsOf(pair.keptId)).toBe(4);
    });

    it("attempts move with their receipts, numbered anew; what was left open is closed with what was saved", async () => {
      const pair = await accounts();
      const quizId = await addQuiz(questions, { maxAttempts: 5 });
      const theirs = await takeQuiz(pair.goneId, quizId);
      const own = await takeQuiz(pair.keptId, quizId, { isLeftOpen: true });
      const left = await takeQuiz(pair.goneId, quizId, { isLeftOpen: true });
      const receipt = await db().receipt.findUniqueOrThrow({ where: { attemptId: theirs } });
      expect(await merge(pair)).toMatchObject({ ok: true });
      const rows = await db().attempt.findMany({ where: { quizId }, orderBy: { number: "asc" } });
      expect(rows.map((row) => [row.number, row.id, row.memberId, row.state])).toEqual([
        [1, theirs, pair.keptId, "closed"],
        [2, left, pair.keptId, "closed"],
        [3, own, pair.keptId, "open"],
      ]);
      expect(rows[1]?.score).toBe(rows[0]?.score);
      expect((await findReceipt(receipt.id))?.receipt.signature).toBe(receipt.signature);
      await expectSound(pair.keptId, pair.goneId);
      // The open one is found again by starting, and counts when handed in.
      const browser = browserOf(await cookieOf(pair.keptId));
      expect((await browser.start(quizId)).body.attemptId).toBe(own);
      expect((await browser.submit(own)).status).toBe(200);
      await expectSound(pair.keptId);
    });

    it("of two results of one assignment the one that says more stays", async () => {
      const pair = await accounts();
      const set = async (id: string, results: [string, string][]) => {
        const { branchId } = pair.place;
        const dates = { setOn: SINCE, dueOn: TODAY };
        const target = { targetKind: "lesson", targetId: LESSONS[0], title: "示例" };
        await db().assignment.create({ data: { id, branchId, ...target, ...dates, createdById: pair.keptId } });
        for (const [memberId, kind] of results) {
          await db().assignmentResult.create({
            data: { assignmentId: id, memberId, kind, on: TODAY, recordedAt: now },
          });
        }
      };
      const ids = ["one", "two", "three"].map((name) => `${pair.keptId}-${name}`);
      await set(ids[0] ?? "", [
        [pair.keptId, "excused"],
        [pair.goneId, "answered"],
      ]);
      await set(ids[1] ?? "", [
        [pair.keptId, "offline"],
        [pair.goneId, "excused"],
      ]);
      await set(ids[2] ?? "", [[pair.goneId, "offline"]]);
      await merge(pair);
      const rows = await db().assignmentResult.findMany({ where: { assignmentId: { in: ids } } });
      expect(new Map(rows.map((row) => [row.assignmentId, row.kind]))).toEqual(
        new Map([
          [ids[0], "answered"],
          [ids[1], "offline"],
          [ids[2], "offline"],
        ]),
      );
      expect(rows.every((row) => row.memberId === pair.keptId)).toBe(true);
    });

    it("the race is joined once, under the choice of the kept account", async () => {
      const pair = await accounts();
      const quarter = quarterOf(TODAY);
      await joinSeason({ own: { memberId: pair.keptId }, quarter, showName: false, now });
      await joinSeason({ own: { memberId: pair.goneId }, quarter, showName: true, now });
      const other = await accounts();
      await joinSeason({ own: { memberId: other.goneId }, quarter, showName: true, now });
      await merge(pair);
      await merge(other);
      const joined = await db().seasonEntry.findMany({
        where: { memberId: { in: [pair.keptId, pair.goneId, other.keptId, other.goneId] } },
      });
      expect(new Map(joined.map((row) => [row.memberId, row.showName]))).toEqual(
        new Map([
          [pair.keptId, false],
          [other.keptId, true],
        ]),
      );
    });
  });

  describe("who it is", () => {
    it("both logins open the kept account, and the other one's sessions end at once", async () => {
      const pair = await accounts();
      const sessionId = await openSession(pair.goneId, now);
      await merge(pair);
      for (const login of [pair.kept.login, pair.gone.login]) {
        expect((await findMemberByLoginKey(loginKeyOf(login) ?? ""))?.memberId).toBe(pair.keptId);
      }
      expect(await findSignedIn({ sessionId, memberId: pair.goneId }, now)).toBeNull();
      const gone = await db().member.findUniqueOrThrow({ where: { id: pair.goneId } });
      expect(gone).toMatchObject({ state: "left", leftOn: TODAY, mergedIntoId: pair.keptId, passwordHash: null });
      const audits = await db().auditEntry.findMany({ where: { action: "member.merge" }, orderBy: { id: "asc" } });
      expect(audits.filter((row) => [pair.keptId, pair.goneId].includes(row.subjectId))).toHaveLength(2);
    });
    it("somebody invited twice goes on with the password of the account in use", async () => {
      const pair = await accounts();
      await db().member.update({ where: { id: pair.keptId }, data: { state: "invited" } });
      await db().member.update({ where: { id: pair.goneId }, data: { passwordHash: "hash", timeFactor: 150 } });
      await merge(pair);
      expect(await db().member.findUniqueOrThrow({ where: { id: pair.keptId } })).toMatchObject({
        ...{ state: "active", passwordHash: "hash", timeFactor: 150 },
      });
    });
    it("roles move once; what was only the other one's is held on", async () => {
      const place = await makePlace();
      const other = await makePlace();
      const kept = await makePerson(place, { roles: [secretaryOf(place)] });
      const gone = await makePerson(place, { roles: [secretaryOf(place), secretaryOf(other)] });
      await merge({ keptId: kept.memberId, goneId: gone.memberId });
      const held = await db().roleGrant.findMany({ where: { memberId: kept.memberId, revokedAt: null } });
      expect(held.map((row) => row.scopeId).sort()).toEqual([place.branchId, other.branchId].sort());
      expect(await db().roleGrant.count({ where: { memberId: gone.memberId, revokedAt: null } })).toBe(0);
    });
    it("dated rows are joined without overlaps", async () => {
      const [first, second] = [await makePlace(), await makePlace()];
      const kept = await makePerson(second, { since: addDays(TODAY, -10) });
      const gone = await makePerson(first, { since: addDays(TODAY, -30) });
      await employ({
        memberId: gone.memberId,
        organisationId: second.organisationId,
        since: addDays(TODAY, -5),
        actorId: null,
        now,
      });
      await merge({ keptId: kept.memberId, goneId: gone.memberId });
      const rows = await db().employment.findMany({ where: { memberId: kept.memberId }, orderBy: { since: "asc" } });
      expect(rows.map((row) => [row.organisationId, row.since, row.until])).toEqual([
        [first.organisationId, addDays(TODAY, -30), addDays(TODAY, -11)],
        [second.organisationId, addDays(TODAY, -10), null],
      ]);
      expect(await db().membership.count({ where: { memberId: gone.memberId } })).toBe(0);
    });
  });

  describe("is refused", () => {
    it("for one account with itself, for one that left, for one that went into another", async () => {
      const pair = await accounts();
      expect(await merge({ keptId: pair.keptId, goneId: pair.keptId })).toMatchObject({ ok: false });
      await merge(pair);
      const third = await makePerson(pair.place);
      expect(await merge({ keptId: third.memberId, goneId: pair.goneId })).toMatchObject({ ok: false });
      expect(await merge({ keptId: pair.goneId, goneId: third.memberId })).toMatchObject({ ok: false });
      await db().member.update({ where: { id: pair.keptId }, data: { state: "inactive" } });
      expect(await merge({ keptId: pair.keptId, goneId: third.memberId })).toMatchObject({ ok: false });
    });
    it("the other way round at the same moment: one of the two happens", async () => {
      const { keptId, goneId } = await accounts();
      const results = await Promise.all([merge({ keptId, goneId }), merge({ keptId: goneId, goneId: keptId })]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(await db().member.count({ where: { id: { in: [keptId, goneId] }, state: "left" } })).toBe(1);
    });
  });

  describe("moves of the account that goes", () => {
    const FIRST = addDays(TODAY, 10);
    const merged = async (keptBranch: "none" | "same") => {
      const one = await setting();
      const kept = await makePerson(one.from, keptBranch === "none" ? { branchId: null } : {});
      const id = idOf(await ask(one, { since: FIRST, assents: ["from", "to"] }));
      expect(await merge({ keptId: kept.memberId, goneId: one.person.memberId })).toMatchObject({ ok: true });
      return { one, kept, id, row: await db().transfer.findUniqueOrThrow({ where: { id } }) };
    };
    const toldLast = async (memberId: string) =>
      (await db().notice.findMany({ where: { memberId }, orderBy: { id: "asc" } })).at(-1)?.text;

    it("one agreed on goes with its row to come, and can still be taken back", async () => {
      const { one, kept, id, row } = await merged("none");
      expect(row).toMatchObject({ memberId: kept.memberId, state: "done" });
      const listed = await listTransfersAhead(kept.memberId, now);
      expect(listed.map((move) => move.id)).toEqual([id]);
      const cancelling = { transferId: id, reason: "示例理由", actorId: one.receiver.memberId, now };
      expect(await cancelTransfer(cancelling)).toEqual({ ok: true });
      const rows = await db().membership.findMany({ where: { memberId: kept.memberId } });
      expect(rows.map((stay) => [stay.branchId, stay.until])).toEqual([[one.from.branchId, null]]);
    });
    it("one whose row to come gives way to what the kept account has is cancelled, and both sides are told", async () => {
      const { one, row } = await merged("same");
      expect(row).toMatchObject({ memberId: one.person.memberId, state: "cancelled", note: "账号已合并" });
      expect(await listAgreedTransfers({ branchId: one.to.branchId } as BranchScope, now)).toEqual([]);
      for (const { memberId } of [one.secretary, one.receiver]) {
        expect(await toldLast(memberId)).toMatch(/^已取消.*理由：账号已合并$/u);
      }
    });
    it("one still asked for is withdrawn, and both sides are told", async () => {
      const one = await setting();
      const id = idOf(await ask(one));
      const kept = await makePerson(one.from);
      await merge({ keptId: kept.memberId, goneId: one.person.memberId });
      expect((await db().transfer.findUniqueOrThrow({ where: { id } })).state).toBe("withdrawn");
      expect(await toldLast(one.receiver.memberId)).toMatch(/^申请已撤回.*理由：账号已合并$/u);
    });
  });
});
