import { beforeAll, describe, expect, it } from "vitest";
import { figuresOf, uniteTallies, type Figures } from "@/domain/figures/tallies";
import { readTallies } from "@/features/figures/queries/counted";
import type { Ask } from "@/features/figures/queries/parts";
import { db } from "@/lib/db";
import { addPerson, answered, assign, removeStudy, result } from "@/tests/factories/figures";
import { addBranch, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const ASK: Ask = { quarter: "2026Q4", standing: "members", today: "2026-11-22" };
const ZONE = { organisationId: null, stationId: null };

const firsts = (memberId: string, count: number, rights: number, over: object = {}) =>
  db().recallTotal.create({
    data: {
      memberId,
      quarter: "2026Q4",
      topic: "meetings",
      branchId: "b",
      organisationId: "o",
      firsts: count,
      rights,
      ...over,
    },
  });

const of = async (organisationId: string, ask: Partial<Ask> = {}): Promise<Figures> =>
  figuresOf((await readTallies({ organisationId, stationId: null }, { ...ASK, ...ask })).get(organisationId));
const shown = (part: number, whole: number) => ({ kind: "shown", part, whole });

describeOnBothEngines("figures of organisations", () => {
  beforeAll(async () => {
    for (const id of ["s", "t"]) await addStation(id);
    for (const id of ["b", "c"]) await addBranch(id, "s");
    for (const id of ["o", "p", "q"]) await addOrganisation(id, id === "q" ? "t" : "s");
  });

  describe("of a zone counted by hand", () => {
    beforeAll(async () => {
      await removeStudy();
      // o: six members (one probationary), an applicant; p: two members of the same joint branch; q: nobody.
      for (const id of ["m1", "m2", "m3", "m4", "m5"]) await addPerson(id);
      await addPerson("m6", { standing: "probationary" });
      await addPerson("applicant", { standing: "applicant" });
      for (const id of ["p1", "p2"]) await addPerson(id, { organisationId: "p" });
      await addPerson("jobless", { organisationId: null });
      await assign("first", { dueOn: "2026-10-01" });
      await assign("last", { dueOn: "2026-12-31" });
      // None of these counts: another quarter, withdrawn, not set yet.
      await assign("before", { dueOn: "2026-09-30" });
      await assign("after", { dueOn: "2027-01-01" });
      await assign("withdrawn", { dueOn: "2026-11-01", state: "withdrawn" });
      await assign("tomorrow", { dueOn: "2026-11-30", setOn: "2026-11-23" });
      await assign("chosen", { dueOn: "2026-11-10", chosen: ["m1", "m2", "p1"] });
      await result("first", "m1", "answered");
      await result("first", "m2", "offline");
      await result("first", "m3", "excused");
      await result("first", "m4", "offline", { objectedAt: new Date() });
      await result("first", "m5", "excused", { objectedAt: new Date() });
      await result("first", "m6", "offline", { objectedAt: new Date(), resolvedAt: new Date() });
      await result("last", "m1", "answered");
      await result("last", "m3", "excused");
      await answered("m3", "lessons/x/last");
      await result("chosen", "m1", "excused");
      await result("chosen", "p1", "answered");
      await result("first", "p1", "answered");
      await result("first", "applicant", "answered");
      await result("before", "m1", "answered");
      await result("withdrawn", "m1", "answered");
      await firsts("m1", 4, 3);
      await firsts("m1", 2, 0, { topic: "people" });
      for (const id of ["m2", "m3", "m4", "m5"]) await firsts(id, 1, 1);
      await firsts("m6", 9, 9, { quarter: "2026Q3" });
      await firsts("p1", 5, 5, { organisationId: "p" });
      await firsts("applicant", 7, 7);
    });

    it("the large organisation", async () => {
      // first: m1, m2, m6 done of m1 m2 m4 m5 m6; last: m1, m3 (answered before) done of six; chosen: m2 asked, m1 excused.
      expect(await of("o")).toEqual({ assigned: 3, answered: shown(5, 12), excused: 2, recall: shown(7, 10) });
    });

    it("the small one, which says what was assigned and no more", async () => {
      expect(await of("p")).toEqual({
        ...{ assigned: 3, answered: { kind: "few" }, excused: null, recall: { kind: "few" } },
      });
    });

    it("the empty one", async () => {
      expect(await of("q")).toEqual({
        ...{ assigned: 0, answered: { kind: "none" }, excused: 0, recall: { kind: "none" } },
      });
    });

    it("the station, without the small one's part, the other station and another quarter", async () => {
      const united = async (where: object, ask: Partial<Ask> = {}) =>
        figuresOf(uniteTallies([...(await readTallies({ ...ZONE, ...where }, { ...ASK, ...ask })).values()]));
      const station = { assigned: 3, answered: shown(5, 12), excused: 2, recall: shown(7, 10) };
      expect(await united({ stationId: "s" })).toEqual(station);
      expect(await united({})).toEqual(station);
      expect(await united({ stationId: "t" })).toEqual(await of("q"));
      expect(await united({}, { quarter: "2026Q3" })).toMatchObject({ assigned: 1, answered: shown(1, 6) });
    });

    it("applicants are counted apart, and are too few", async () => {
      expect(await of("o", { standing: "applicants" })).toEqual({
        ...{ assigned: 2, answered: { kind: "few" }, excused: null, recall: { kind: "few" } },
      });
    });
  });

  it("follow people who move in the middle of the quarter", async () => {
    await removeStudy();
    for (const id of ["m1", "m2", "m3", "m4", "m5"]) {
      await addPerson(id);
      await addPerson(`p${id}`, { organisationId: "p", branchId: "c" });
    }
    await assign("early", { dueOn: "2026-10-31" });
    await assign("late", { dueOn: "2026-11-10" });
    await assign("open", { dueOn: "2026-12-10" });
    await assign("theirs", { branchId: "c", dueOn: "2026-11-30" });
    // m1 works in p from 1 November and stays in the branch; m2 changes the branch that day; m3 leaves tomorrow.
    await db().employment.updateMany({ where: { memberId: "m1" }, data: { until: "2026-10-31" } });
    await db().employment.create({ data: { memberId: "m1", organisationId: "p", since: "2026-11-01" } });
    await db().membership.updateMany({ where: { memberId: "m2" }, data: { until: "2026-10-31" } });
    await db().membership.create({ data: { memberId: "m2", branchId: "c", since: "2026-11-01" } });
    await db().membership.updateMany({ where: { memberId: "m3" }, data: { until: "2026-11-22" } });
    for (const id of ["m1", "m2", "m3"]) for (const to of ["early", "late", "open"]) await result(to, id, "answered");
    await result("theirs", "m2", "answered");
    // early: five of o. late: m3 m4 m5 of o, m1 of p. open: the same today. theirs: m2 of o and five of p.
    expect(await of("o")).toMatchObject({ assigned: 4, answered: shown(3 + 1 + 1 + 1, 5 + 3 + 3 + 1) });
    expect(await of("p")).toMatchObject({ assigned: 3, answered: shown(2, 2 + 5) });
    // Tomorrow m3 is gone: from what is still open, not from what was due.
    expect(await of("o", { today: "2026-11-23" })).toMatchObject({ answered: shown(5, 11) });
  });

  it("know answers that were given before, of this year's entry and of a quiz", async () => {
    await removeStudy();
    for (const id of ["m1", "m2", "m3", "m4", "m5"]) await addPerson(id);
    await db().quiz.deleteMany();
    await db().quiz.create({
      data: {
        ...{ id: "quiz", key: "quiz", title: "示例", kind: "practice", opensAt: new Date() },
        passPercent: 60,
        reviewOpens: "never",
      },
    });
    await assign("entry", { dueOn: "2026-11-30", target: ["entry", "daily/11-22"] });
    await assign("quiz", { dueOn: "2026-11-30", target: ["quiz", "quiz"] });
    await answered("m1", "daily/11-22", "2025");
    await answered("m2", "daily/11-22", "2026");
    const attempt = async (memberId: string, state: string, count: number) => {
      const id = `${memberId}-attempt`;
      const receipt = { id: memberId, submittedAt: new Date(), answered: count, total: 5, score: 0, maxScore: 5 };
      await db().attempt.create({
        data: {
          ...{ id, quizId: "quiz", memberId, number: 1, state, startedAt: new Date(), paper: "{}" },
          ...(state === "closed"
            ? { receipt: { create: { ...receipt, pointsAwarded: 0, digest: "", keyId: "", signature: "" } } }
            : {}),
        },
      });
    };
    await attempt("m1", "closed", 3);
    await attempt("m2", "closed", 0);
    await attempt("m3", "open", 0);
    expect((await of("o")).answered).toEqual(shown(2, 10));
  });
});
