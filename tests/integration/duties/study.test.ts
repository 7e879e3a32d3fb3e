import { beforeAll, expect, it } from "vitest";
import { reportDuty, returnDuty } from "@/features/duties/mutations/do-duty";
import { recordStudy } from "@/features/duties/mutations/record-study";
import { listStudySet } from "@/features/duties/queries/study";
import { studyFacts } from "@/features/duties/view/study";
import { getPeriodShare } from "@/features/figures/queries/weeks";
import { db } from "@/lib/db";
import { issueList } from "@/tests/factories/duties";
import { addPerson, assign, result } from "@/tests/factories/figures";
import { addBranch, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const TODAY = "2026-11-22";
const NOW = new Date("2026-11-22T02:00:00Z");
const NOVEMBER = { first: "2026-11-01", last: "2026-11-30", today: TODAY };
const duty = (organisationId: string, period: string) =>
  db().duty.findFirstOrThrow({ where: { organisationId, period } });

describeOnBothEngines("learning that was set is a duty that is done", () => {
  beforeAll(async () => {
    await addStation("s");
    await addBranch("b", "s");
    for (const id of ["o", "p", "empty"]) await addOrganisation(id, "s");
    for (const id of ["m1", "m2", "m3", "m4", "officer"]) await addPerson(id);
    for (const id of ["p1", "p2"]) await addPerson(id, { organisationId: "p" });
    await issueList("2026", [{ rhythm: "monthly", source: "study" }], new Date("2026-10-09T02:00:00Z"));
  });

  it("without any the duty stays open", async () => {
    expect(await recordStudy(NOW)).toBe(0);
  });

  it("for every organisation that the branch serves, of that month alone, once", async () => {
    await assign("lesson", { dueOn: "2026-11-25" });
    await assign("withdrawn", { dueOn: "2026-10-20", state: "withdrawn" });
    await assign("later", { dueOn: "2026-12-20", setOn: "2026-11-23" });
    const [one, two] = await Promise.all([recordStudy(NOW), recordStudy(NOW)]);
    expect(one + two).toBe(2);
    expect(await recordStudy(NOW)).toBe(0);
    expect(await duty("o", "2026-11")).toMatchObject({ state: "done", manner: "study", doneById: null });
    expect(await duty("p", "2026-11")).toMatchObject({ state: "done" });
    for (const period of ["2026-10", "2026-12"]) expect(await duty("o", period)).toMatchObject({ state: "open" });
    expect(await duty("empty", "2026-11")).toMatchObject({ state: "open" });
  });

  it("tells who organised it and how many answered, from five people up", async () => {
    await result("lesson", "m1", "answered");
    await result("lesson", "m2", "offline");
    const facts = async (organisationId: string, maskOthers = false) =>
      studyFacts(await listStudySet({ branchId: "b", organisationId, ...NOVEMBER }), {
        ...{ share: await getPeriodShare(organisationId, NOVEMBER), maskOthers },
      });
    const items = ["《lesson》，11月25日前"];
    expect(await facts("o", true)).toEqual({ items, organisers: "王officer", answered: "2 / 5人次" });
    expect(await facts("p", true)).toEqual({ items, organisers: "王*", answered: "不足5人，不列" });
    expect((await facts("p")).organisers).toBe("王officer");
  });

  it("a month that only few answered hides its neighbour, so that the quarter does not give it away", async () => {
    await assign("october", { dueOn: "2026-10-30", chosen: ["m1"] });
    expect(await getPeriodShare("o", NOVEMBER)).toEqual({ kind: "few" });
    expect(await getPeriodShare("o", { first: "2026-10-01", last: "2026-12-31", today: TODAY })).toMatchObject({
      kind: "shown",
      part: 2,
    });
    const year = { first: "2026-01-01", last: "2026-12-31", today: TODAY };
    expect(await getPeriodShare("o", year)).toMatchObject({ part: 2, whole: 6 });
  });

  it("what was given back is not recorded again, people say when it is done", async () => {
    const { id: dutyId } = await duty("p", "2026-11");
    await recordStudy(NOW);
    await returnDuty({ dutyId, version: 1, reason: "没有人答", actorId: "committee", now: NOW });
    expect(await recordStudy(NOW)).toBe(0);
    const told = { manner: "offline" as const, evidence: "班前会读了", link: "" };
    expect(await reportDuty({ dutyId, version: 2, ...told, actorId: "officer", now: NOW })).toEqual({ ok: true });
  });
});
